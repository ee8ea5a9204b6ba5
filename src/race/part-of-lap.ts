import { type Lap, recentMedianTimeMs } from './lap.ts'
import type { Telemetry } from './telemetry.ts'

/** Before any lap has been timed: a lap is early for sure where even the shortest one would be. */
const SHORTEST_LAP_MS = 60_000

/** Part of the lap done, 0-1: by distance, else by time against the recent median. */
export function partOfLapDone(laps: readonly Lap[], telemetry: Telemetry): number | null {
  const { lapDistanceMeters, trackLengthMeters, lapTimeMs } = telemetry
  if (lapDistanceMeters !== null && trackLengthMeters !== null) {
    return Math.min(1, Math.max(0, lapDistanceMeters / trackLengthMeters))
  }
  if (lapTimeMs === null) return null
  const median = recentMedianTimeMs(laps) ?? SHORTEST_LAP_MS
  return Math.min(1, Math.max(0, lapTimeMs / median))
}
