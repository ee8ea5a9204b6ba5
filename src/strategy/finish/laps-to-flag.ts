import type { LeaderFlag } from './leader-flag.ts'
import { type Walk, type WalkGround, walkToFlag } from './stop-walk.ts'

/** How far it still is to the flag. */
export interface LapsToFlag {
  /** N, laps from here, never below 0. */
  readonly best: number
  readonly lower: number
  readonly upper: number
  /** With which the best is reached; null: the use per lap is not known. */
  readonly stopsLeft: number | null
  readonly stopsLower: number | null
  readonly stopsUpper: number | null
}

/** Laps to the flag of a race that is counted in time. */
export function lapsToFlag(flag: LeaderFlag, ground: WalkGround): LapsToFlag {
  const best = walkToFlag(flag.bestMs, ground)
  const lower = flag.lowerMs === flag.bestMs ? best : walkToFlag(flag.lowerMs, ground)
  const upper = flag.upperMs === flag.bestMs ? best : walkToFlag(flag.upperMs, ground)
  const laps = ({ crossings }: Walk) => Math.max(0, crossings - ground.part)
  const stops = (walk: Walk) => (ground.lapsLeft === null || !walk.isReached ? null : walk.stops)
  return {
    // A stop more takes a lap away: the walk of a later flag may be the shorter one.
    ...{ best: laps(best), lower: Math.min(laps(lower), laps(best)) },
    upper: Math.max(laps(upper), laps(best)),
    ...{ stopsLeft: stops(best), stopsLower: stops(lower), stopsUpper: stops(upper) },
  }
}

/** The same number of laps, however long they take: of a race that is counted in laps. */
export function lapsOfLapRace(
  total: number,
  done: number,
  lapsBehindLeader: number,
  ground: WalkGround,
): LapsToFlag {
  const crossings = Math.max(0, total - done)
  // The leader's flag ends the race for everybody: who is a lap down drives one less.
  const least = Math.max(0, crossings - Math.max(0, lapsBehindLeader))
  const laps = Math.max(0, least - ground.part)
  const stops = stopsFor(least, ground)
  return {
    ...{ best: laps, lower: laps, upper: laps },
    ...{ stopsLeft: stops, stopsLower: stops, stopsUpper: stops },
  }
}

function stopsFor(crossings: number, ground: WalkGround): number | null {
  if (ground.lapsLeft === null || crossings <= 0) return ground.lapsLeft === null ? null : 0
  // Where stops cost no time, the walk is one of laps alone.
  const walk = walkToFlag((crossings - ground.part) * ground.lapMs, {
    ...ground,
    stopLossMs: 0,
    refuelMs: 0,
  })
  return walk.isReached ? walk.stops : null
}
