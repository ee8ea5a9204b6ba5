import { type Lap, medianOf } from '../race/lap.ts'
import { isValidLap } from './use-per-lap.ts'

/**
 * About two fills. A tank that empties and tyres that wear change a lap by a percent within each, and the rest of a race is
 * driven through all of them: the last eight laps alone put the flag of a 24 h race some laps off from its middle
 * (`bench:strategy`).
 */
export const LAPS_OF_PACE = 60
/** "The last ten's median" (race.md). */
export const LAPS_OF_MEDIAN = 10
/** Further from it than this, either way, they were driven in another weather, and say nothing of the rest (race.md: slower). */
const OTHER_WEATHER_RATIO = 0.05

/**
 * L: what a lap takes, ms. Mean of so many of the last valid laps, those within 5 % of the last ten's median; null before
 * there is one.
 * @param laps oldest first
 * @param most laps in the mean, from 1
 */
export function paceMs(laps: readonly Lap[], most: number): number | null {
  const lastTen: number[] = []
  for (let i = laps.length - 1; i >= 0 && lastTen.length < LAPS_OF_MEDIAN; i--) {
    const timeMs = validTimeMs(laps[i])
    if (timeMs !== null) lastTen.push(timeMs)
  }
  const usual = medianOf(lastTen) ?? 0
  const [fastest, slowest] = [usual * (1 - OTHER_WEATHER_RATIO), usual * (1 + OTHER_WEATHER_RATIO)]
  let [sum, count] = [0, 0]
  for (let i = laps.length - 1; i >= 0 && count < most; i--) {
    const timeMs = validTimeMs(laps[i])
    if (timeMs === null || timeMs > slowest || timeMs < fastest) continue
    sum += timeMs
    count += 1
  }
  return count === 0 ? null : sum / count
}

/** Fewer than two: one lap in traffic, and the weather would have changed. */
const LAPS_OF_NOW = 2

/**
 * Whether the car drives at that pace now. For some laps after rain has come or gone it does not, and what depends on the
 * pace of the whole rest had better not be said.
 * @param laps oldest first
 */
export function isSteady(laps: readonly Lap[], pace: number | null): boolean {
  if (pace === null) return false
  const now: number[] = []
  for (let i = laps.length - 1; i >= 0 && now.length < LAPS_OF_NOW; i--) {
    const timeMs = validTimeMs(laps[i])
    if (timeMs !== null) now.push(timeMs)
  }
  return now.some((timeMs) => Math.abs(timeMs / pace - 1) <= OTHER_WEATHER_RATIO)
}

const validTimeMs = (lap: Lap | undefined): number | null =>
  lap === undefined || !isValidLap(lap) ? null : lap.timeMs
