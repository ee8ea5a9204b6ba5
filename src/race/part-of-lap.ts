import { type Lap, recentMedianTimeMs } from './lap.ts'
import type { Telemetry } from './telemetry.ts'

/** Part of the lap done, 0-1: by distance, else by time against the recent median. */
export function partOfLapDone(laps: readonly Lap[], telemetry: Telemetry): number | null {
  const { lapDistanceMeters, trackLengthMeters, lapTimeMs } = telemetry
  if (lapDistanceMeters !== null && trackLengthMeters !== null) {
    return Math.min(1, Math.max(0, lapDistanceMeters / trackLengthMeters))
  }
  const median = recentMedianTimeMs(laps)
  if (lapTimeMs === null || median === null) return null
  return Math.min(1, Math.max(0, lapTimeMs / median))
}
