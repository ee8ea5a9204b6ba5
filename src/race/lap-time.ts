import { type Crossing, timeBetween } from './crossing.ts'
import { judgedForPace, type Lap } from './lap.ts'
import type { LapInProgress } from './lap-in-progress.ts'
import type { Telemetry } from './telemetry.ts'

/** The simulator's own lap time if it is new, else the time between two crossings. */
export function timed(
  lap: Lap,
  begun: LapInProgress,
  crossing: Crossing | null,
  telemetry: Telemetry,
  unseen: boolean,
): Lap {
  if (
    telemetry.lastLapTimeMs !== null &&
    telemetry.lastLapTimeMs !== begun.counters.lastLapTimeMs
  ) {
    return { ...lap, timeMs: telemetry.lastLapTimeMs }
  }
  const derived = unseen ? null : timeBetween(begun.crossing, crossing)
  return derived === null ? lap : { ...lap, timeMs: derived, timeEstimated: true }
}

/** The lap time may come some frames after the lap count; later than that it is another lap's. */
const LAP_TIME_LATE_MS = 3_000

export function withLateLapTime(
  laps: readonly Lap[],
  seenLastLapTimeMs: number | null,
  telemetry: Telemetry,
  atMs: number,
): readonly Lap[] {
  const last = laps.at(-1)
  if (last === undefined || telemetry.lastLapTimeMs === null) return laps
  if (telemetry.lastLapTimeMs === seenLastLapTimeMs) return laps
  if (atMs - last.completedAtMs > LAP_TIME_LATE_MS) return laps
  const before = laps.slice(0, -1)
  const exact = { ...last, timeMs: telemetry.lastLapTimeMs, timeEstimated: false }
  return [...before, judgedForPace(exact, before)]
}
