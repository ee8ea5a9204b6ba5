import type { LeaderFlag } from './leader-flag.ts'
import { type Walk, type WalkGround, walkToFlag } from './stop-walk.ts'

/** How far it still is to the flag, for the earliest, the likeliest and the latest flag of the leader. */
export interface LapsToFlag {
  /** N, laps from here, never below 0. lower ≤ best ≤ upper, whole laps apart. */
  readonly best: number
  readonly lower: number
  readonly upper: number
  /** S, stops that are left; null: how far the car goes is not known, or no number of stops reaches the flag. */
  readonly stopsLeft: number | null
  readonly stopsLower: number | null
  readonly stopsUpper: number | null
}

/** Of a race that is counted in time. */
export function lapsToFlag(flag: LeaderFlag, ground: WalkGround): LapsToFlag {
  const best = walkToFlag(flag.bestMs, ground)
  const lower = flag.lowerMs === flag.bestMs ? best : walkToFlag(flag.lowerMs, ground)
  const upper = flag.upperMs === flag.bestMs ? best : walkToFlag(flag.upperMs, ground)
  const laps = ({ crossings }: Walk) => Math.max(0, crossings - ground.part)
  // A stop more takes a lap away: the walk to a later flag may be the shorter one.
  const ends = [lower, best, upper].map(laps)
  return {
    ...{ best: laps(best), lower: Math.min(...ends), upper: Math.max(...ends) },
    stopsLeft: stopsOf(best, ground),
    stopsLower: stopsOf(lower, ground),
    stopsUpper: stopsOf(upper, ground),
  }
}

export const stopsOf = (walk: Walk, { lapsLeft }: WalkGround): number | null =>
  lapsLeft === null || !walk.isReached ? null : walk.stops
