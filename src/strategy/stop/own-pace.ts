import type { Lap } from '../../race/lap.ts'
import { LAPS_OF_MEDIAN, paceMs } from '../pace.ts'
import { isValidLap } from '../use-per-lap.ts'

/** Fewer laps than this make a pace that traffic decides (race.md). */
const LAPS_OF_OWN_PACE = 8
/** Two drivers who take turns of two hours. Further back it was another track. Guessed. */
const LOOKED_AT_MOST = 150

/**
 * L of whoever drove this lap, as he drove around it, ms: of the laps next to it on the side of his stint, else of those
 * on the other side. null: none of his is near.
 * @param at index of a lap on which he came in or went out
 */
export function ownPaceMs(laps: readonly Lap[], at: number, window: number): number | null {
  const isOut =
    laps[at]?.flags.includes('out') === true || laps[at]?.flags.includes('first') === true
  const sides = isOut ? ([1, -1] as const) : ([-1, 1] as const)
  for (const step of sides) {
    const near = nearest(laps, at, step, Math.max(LAPS_OF_MEDIAN, window))
    const pace = paceMs(near, Math.max(LAPS_OF_OWN_PACE, window))
    if (pace !== null) return pace
  }
  return null
}

/** His next valid laps in that direction, in their order. */
function nearest(laps: readonly Lap[], at: number, step: 1 | -1, count: number): readonly Lap[] {
  const { driverName } = laps[at] ?? { driverName: null }
  const found: Lap[] = []
  for (let away = 1; away <= LOOKED_AT_MOST && found.length < count; away++) {
    const lap = laps[at + step * away]
    if (lap === undefined) break
    if (lap.driverName === driverName && isValidLap(lap) && lap.timeMs !== null) found.push(lap)
  }
  return step === 1 ? found : found.reverse()
}
