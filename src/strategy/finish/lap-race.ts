import { ceilOf } from '../allowance.ts'
import { type LapsToFlag, stopsOf } from './laps-to-flag.ts'
import { timeless, type WalkGround, walkToFlag } from './stop-walk.ts'

export interface LapRace {
  /** Laps of the whole race. */
  readonly total: number
  /** Laps that we have done, whole ones. */
  readonly done: number
  /** How far the leader is ahead of us, ms; null: not known, or nobody is. */
  readonly gapMs: number | null
  /** L_l, ms. */
  readonly leaderLapMs: number
}

/**
 * Of a race that is counted in laps: total − done − p, never more than the leader's finish allows, which ends it for
 * everybody with the lap that they are on.
 */
export function lapRaceToFlag(race: LapRace, ground: WalkGround): LapsToFlag {
  const crossings = Math.max(0, Math.min(race.total - race.done, crossingsAllowed(race, ground)))
  const best = Math.max(0, crossings - ground.part)
  const stops = stopsFor(crossings, ground)
  return {
    ...{ best, lower: best, upper: best },
    ...{ stopsLeft: stops, stopsLower: stops, stopsUpper: stops },
  }
}

function crossingsAllowed(race: LapRace, { part, lapMs }: WalkGround): number {
  const { total, done, gapMs, leaderLapMs } = race
  if (gapMs === null || gapMs <= 0) return Infinity
  const hisLapsLeft = Math.max(0, total - done - part - gapMs / lapMs)
  return Math.max(1, ceilOf((hisLapsLeft * leaderLapMs) / lapMs + part))
}

function stopsFor(crossings: number, ground: WalkGround): number | null {
  if (crossings <= 0) return ground.lapsLeft === null ? null : 0
  return stopsOf(walkToFlag((crossings - ground.part) * ground.lapMs, timeless(ground)), ground)
}
