import type { Lap } from './lap.ts'
import { countersAfter } from './lap-boundary.ts'
import { firstLapSeen, type LapInProgress } from './lap-in-progress.ts'
import { withLaps } from './lap-progress.ts'
import type { RaceEvent } from './race-event.ts'
import { newStint, type Stint } from './stint.ts'
import { withDriver } from './stint-progress.ts'
import { unwatchedRest, withRefuelUnwatched, withStop, withStopUnwatched } from './stop-progress.ts'
import type { Telemetry } from './telemetry.ts'

/** The part of a session that laps, stints and stops are made of. */
export interface Progress {
  readonly laps: readonly Lap[]
  readonly lap: LapInProgress
  readonly stint: Stint
  readonly events: readonly RaceEvent[]
}

export interface Sample {
  readonly telemetry: Telemetry
  readonly atMs: number
}

export function progressBegun({ telemetry, atMs }: Sample, events: Progress['events']): Progress {
  const first = firstLapSeen(telemetry, 1)
  const lap = { ...first, counters: countersAfter(first.counters, telemetry, 0, atMs) }
  return { laps: [], lap, stint: newStint(1, telemetry, lap.number, atMs), events }
}

/** One sample further. */
export function progressAfter(progress: Progress, before: Sample | null, now: Sample): Progress {
  const unwatched = unwatchedRest(progress, before, now)
  if (unwatched === null) {
    return withStop(withDriver(withLaps(progress, before, now), now), before, now)
  }
  const lapped = withLaps(withRefuelUnwatched(progress), before, now)
  return withStop(withStopUnwatched(lapped, unwatched, now), before, now)
}
