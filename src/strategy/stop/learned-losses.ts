import type { Lap } from '../../race/lap.ts'
import type { Stop } from '../../race/stop.ts'
import { type StopLosses, stopLosses } from './stop-losses.ts'

/** Laps and stops change once a lap, frames come twice a second: the losses are worked out once for both. */
const remembered = new WeakMap<readonly Lap[], { stops: readonly Stop[]; losses: StopLosses }>()

export function learnedLosses(stops: readonly Stop[], laps: readonly Lap[]): StopLosses {
  const known = remembered.get(laps)
  if (known?.stops === stops) return known.losses
  const losses = stopLosses(stops, laps)
  remembered.set(laps, { stops, losses })
  return losses
}
