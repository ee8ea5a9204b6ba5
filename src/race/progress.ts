import type { Lap } from './lap.ts'
import { countersAfter } from './lap-boundary.ts'
import { firstLapSeen, type LapInProgress } from './lap-in-progress.ts'
import { withLaps } from './lap-progress.ts'
import { type RaceEvent, withEventReplaced } from './race-event.ts'
import type { Sample } from './sample.ts'
import { newStint, type Stint } from './stint.ts'
import { withDriver } from './stint-progress.ts'
import type { Stop } from './stop.ts'
import { unwatchedRest, withRefuelUnwatched, withStop, withStopUnwatched } from './stop-progress.ts'
import { type StopToCheck, withTiresChecked } from './stop-told.ts'

/** The part of a session that laps, stints and stops are made of: the books of one chapter, and the timeline. */
export interface Progress {
  /** 1-based number of the chapter. */
  readonly chapter: number
  readonly laps: readonly Lap[]
  readonly lap: LapInProgress
  readonly stints: readonly Stint[]
  readonly stint: Stint
  readonly stops: readonly Stop[]
  readonly stopToCheck: StopToCheck | null
  /** Number of the hand-over on the timeline that the next stop belongs to; null: none. */
  readonly handOver: number | null
  readonly events: readonly RaceEvent[]
}

export function progressBegun(
  chapter: number,
  { telemetry, atMs }: Sample,
  events: Progress['events'],
): Progress {
  const first = firstLapSeen(telemetry, 1)
  const lap = { ...first, counters: countersAfter(first.counters, telemetry, 0, atMs) }
  const stint = newStint(1, telemetry, lap.number, atMs)
  const books = { laps: [], stints: [], stops: [], stopToCheck: null, handOver: null }
  return { ...books, chapter, lap, stint, events }
}

/** One sample further. */
export function progressAfter(progress: Progress, before: Sample | null, now: Sample): Progress {
  const after = withTiresChecked(afterSample(progress, before, now), now)
  return withHandOverOver(withHandOverLap(after))
}

function afterSample(progress: Progress, before: Sample | null, now: Sample): Progress {
  const unwatched = unwatchedRest(progress, before, now)
  if (unwatched === null) {
    return withStop(withDriver(withLaps(progress, before, now), before, now), before, now)
  }
  const lapped = withLaps(withRefuelUnwatched(progress), before, now)
  return withStop(withStopUnwatched(lapped, unwatched, now), before, now)
}

/** Only the first frame of the next PC tells on which lap the car is. */
function withHandOverLap(progress: Progress): Progress {
  const { events, lap, handOver } = progress
  const told = handOver === null ? undefined : events.find(({ number }) => number === handOver)
  if (told === undefined || told.lap === lap.number) return progress
  const onLap = (event: RaceEvent) => ({ ...event, lap: lap.number })
  return { ...progress, events: withEventReplaced(events, told.number, onLap) }
}

/** A car that is handed over and does not stand still was not in a stop: the next one is another story. */
const withHandOverOver = (progress: Progress): Progress =>
  progress.handOver === null || progress.lap.rest !== null
    ? progress
    : { ...progress, handOver: null }
