import { type Lap, medianOf } from '../../race/lap.ts'
import type { Stop } from '../../race/stop.ts'
import { ownPaceMs } from './own-pace.ts'
import { lapsOfStop } from './stop-laps.ts'

/** What this car's own stops have cost. */
export interface StopLosses {
  /** D: of a whole stop against driving past, ms; null: none can be told. */
  readonly wholeMs: number | null
  /** Of that, what was not spent standing: the lane, ms. */
  readonly laneMs: number | null
  /** Stops that `wholeMs` is the median of, and `laneMs`. */
  readonly stops: number
  readonly laneStops: number
}

/**
 * Medians of in + out − L_in − L_out, with and without the time the car stood; each driver's own L. Stops under yellow,
 * for a penalty or on a lap that the engineer has left out tell nothing, nor, of the lane, do those that nobody watched.
 * @param window laps of a pace
 */
export function stopLosses(
  stops: readonly Stop[],
  laps: readonly Lap[],
  window: number,
): StopLosses {
  const whole: number[] = []
  const lane: number[] = []
  for (const stop of stops) {
    const lostMs = stop.isPenalty === true ? null : lossMs(stop, laps, window)
    if (lostMs === null) continue
    whole.push(lostMs)
    if (stop.standingMs !== null) lane.push(lostMs - stop.standingMs)
  }
  return {
    ...{ wholeMs: medianOf(whole), laneMs: medianOf(lane) },
    ...{ stops: whole.length, laneStops: lane.length },
  }
}

function lossMs(stop: Stop, laps: readonly Lap[], window: number): number | null {
  const at = lapsOfStop(stop, laps)
  if (at === null) return null
  const tells = (lap: Lap) => lap.underYellow !== true && !lap.flags.includes('excluded')
  const timeOf = (lap: Lap | undefined) => (lap !== undefined && tells(lap) ? lap.timeMs : null)
  const [inMs, outMs] = [timeOf(laps[at.inAt]), timeOf(laps[at.outAt])]
  const inPaceMs = ownPaceMs(laps, at.inAt, window)
  if (inMs === null || outMs === null || inPaceMs === null) return null
  if (at.inAt === at.outAt) return inMs - inPaceMs
  const outPaceMs = ownPaceMs(laps, at.outAt, window)
  return outPaceMs === null ? null : inMs + outMs - inPaceMs - outPaceMs
}
