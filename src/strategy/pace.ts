import { type Lap, medianOf } from '../race/lap.ts'
import { isValidLap } from './use-per-lap.ts'

/** Fewer laps than this make a pace that traffic decides (race.md). */
const LAPS_OF_PACE = 8
const LAPS_OF_MEDIAN = 10
/** Slower than this share of the last ten's median says nothing about the rest of the race (race.md). */
const SLOW_RATIO = 1.05

/**
 * L: what a lap takes for the rest of the race, ms. Mean of the last max(8, window) valid laps of the race that are not above 105 % of
 * the last ten's median; null before there is one.
 */
export function paceMs(laps: readonly Lap[], window: number): number | null {
  const times = laps.filter(isValidLap).flatMap((lap) => lap.timeMs ?? [])
  const median = medianOf(times.slice(-LAPS_OF_MEDIAN))
  if (median === null) return null
  const atPace = times
    .filter((time) => time <= median * SLOW_RATIO)
    .slice(-Math.max(LAPS_OF_PACE, window))
  return atPace.reduce((sum, time) => sum + time, 0) / atPace.length
}
