import type { Lap } from '../../race/lap.ts'
import type { Stop } from '../../race/stop.ts'
import { type StopLosses, stopLosses } from './stop-losses.ts'

interface Learned {
  readonly stops: readonly Stop[]
  readonly window: number
  readonly losses: StopLosses
}

/** Laps and stops change once a lap, frames come twice a second: the losses are worked out once for both. */
const remembered = new WeakMap<readonly Lap[], Learned>()

export function learnedLosses(
  stops: readonly Stop[],
  laps: readonly Lap[],
  window: number,
): StopLosses {
  const known = remembered.get(laps)
  if (known?.stops === stops && known.window === window) return known.losses
  const losses = stopLosses(stops, laps, window)
  remembered.set(laps, { stops, window, losses })
  return losses
}
