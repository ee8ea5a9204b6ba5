import { type Lap, medianOf } from '../race/lap.ts'
import { isValidLap } from './use-per-lap.ts'

/** Fewer laps than this make a pace that traffic decides (race.md). */
const LAPS_OF_PACE = 8
/** "The last ten's median" (race.md). */
export const LAPS_OF_MEDIAN = 10
/** Slower than this share of it says nothing about the rest of the race (race.md). */
const SLOW_RATIO = 1.05

/**
 * L: what a lap takes for the rest of the race, ms. Mean of the last max(8, window) valid laps that are not above 105 %
 * of the last ten's median; null before there is one.
 * @param laps oldest first
 * @param window laps in the average, 1-50
 */
export function paceMs(laps: readonly Lap[], window: number): number | null {
  const lastTen: number[] = []
  for (let i = laps.length - 1; i >= 0 && lastTen.length < LAPS_OF_MEDIAN; i--) {
    const timeMs = validTimeMs(laps[i])
    if (timeMs !== null) lastTen.push(timeMs)
  }
  const most = (medianOf(lastTen) ?? 0) * SLOW_RATIO
  const counted = Math.max(LAPS_OF_PACE, window)
  let [sum, count] = [0, 0]
  for (let i = laps.length - 1; i >= 0 && count < counted; i--) {
    const timeMs = validTimeMs(laps[i])
    if (timeMs === null || timeMs > most) continue
    sum += timeMs
    count += 1
  }
  return count === 0 ? null : sum / count
}

const validTimeMs = (lap: Lap | undefined): number | null =>
  lap === undefined || !isValidLap(lap) ? null : lap.timeMs
