import { crossingBetween, timeBetween } from './crossing.ts'
import { GAP_LAPS_NOTED, judgedForPace, LAPS_KEPT, type Lap, recentMedianTimeMs } from './lap.ts'
import { countersAfter, lapsCrossed } from './lap-boundary.ts'
import {
  firstLapSeen,
  type LapInProgress,
  lapBegun,
  lapCompleted,
  withFlag,
} from './lap-in-progress.ts'
import { eventsWith, type RaceEvent } from './race-event.ts'
import { driverChanged, newStint, type Stint, stopBegins } from './stint.ts'
import { refuelled, restAfter, workDone } from './stop.ts'
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
  return withStop(withDriver(withLaps(progress, before, now), now), before, now)
}

function withLaps(progress: Progress, before: Sample | null, now: Sample): Progress {
  const { telemetry, atMs } = now
  const seen = progress.lap.counters
  const crossed = lapsCrossed(seen, telemetry, atMs)
  const counters = countersAfter(seen, telemetry, crossed, atMs)
  if (crossed === 0) {
    const laps = withLateLapTime(progress.laps, seen.lastLapTimeMs, telemetry, atMs)
    return { ...progress, laps, lap: { ...progress.lap, counters } }
  }
  const crossing = crossingBetween(before, now)
  const unseen = crossed > 1
  const number = progress.lap.number + crossed
  let laps = [...progress.laps]
  // Laps driven while nobody looked: noted, so that the count is right, but nothing is known of them.
  const gaps = Math.min(crossed - 1, GAP_LAPS_NOTED)
  const last = { ...progress.lap, number: number - 1 }
  for (let i = gaps; i > 0; i--) {
    laps.push(lapCompleted({ ...last, number: last.number - i, flags: [] }, telemetry, atMs, true))
  }
  const done = lapCompleted(unseen ? { ...last, flags: [] } : last, telemetry, atMs, unseen)
  laps.push(judgedForPace(timed(done, progress.lap, crossing, telemetry, unseen), laps))
  if (laps.length > LAPS_KEPT) laps = laps.slice(-LAPS_KEPT)
  const stint = progress.stint.number
  const begun = lapBegun(telemetry, number, stint, crossing, counters)
  const flags = withFlag(begun.flags, 'first', progress.lap.stint !== stint)
  const { rest, hasDriven } = progress.lap
  return { ...progress, laps, lap: { ...begun, flags, rest, hasDriven } }
}

/** The simulator's own lap time if it is new, else the time between two crossings. */
function timed(
  lap: Lap,
  begun: LapInProgress,
  crossing: LapInProgress['crossing'],
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

function withLateLapTime(
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

function withDriver(progress: Progress, { telemetry, atMs }: Sample): Progress {
  const { stint, lap } = progress
  if (!driverChanged(stint, telemetry)) {
    const driverName = stint.driverName ?? telemetry.driverName
    if (driverName === stint.driverName) return progress
    return { ...progress, stint: { ...stint, driverName }, lap: { ...lap, driverName } }
  }
  const facts = { from: stint.driverName, to: telemetry.driverName }
  return {
    ...withNewStint(progress, telemetry, atMs),
    events: eventsWith(progress.events, 'driver-changed', atMs, lap.number, facts),
  }
}

/** In the first half of a lap the rest of it belongs to the new stint, later only the next lap does. */
function withNewStint(progress: Progress, telemetry: Telemetry, atMs: number): Progress {
  const { lap } = progress
  const early = (partOfLapDone(progress.laps, telemetry) ?? 1) < 0.5
  const number = progress.stint.number + 1
  const stint = newStint(number, telemetry, early ? lap.number : lap.number + 1, atMs)
  const flags = withFlag(lap.flags, early ? 'first' : 'in', true)
  const driverName = early ? telemetry.driverName : lap.driverName
  return {
    ...progress,
    stint,
    lap: { ...lap, stint: early ? number : lap.stint, flags, driverName },
  }
}

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

function withStop(
  progress: Progress,
  before: Sample | null,
  { telemetry, atMs }: Sample,
): Progress {
  const { lap } = progress
  const rest = lap.hasDriven ? restAfter(lap.rest, telemetry, atMs) : null
  const hasDriven = lap.hasDriven || (telemetry.speedKph ?? 0) > 5
  const wasInPits = before?.telemetry.inPits ?? null
  let flags = withFlag(lap.flags, 'in', wasInPits === false && telemetry.inPits === true)
  flags = withFlag(flags, 'out', wasInPits === true && telemetry.inPits === false)
  flags = withFlag(flags, 'refuel', rest !== null && refuelled(rest, telemetry))
  flags = withFlag(flags, 'invalid', telemetry.lapValid === false)
  let after: Progress = { ...progress, lap: { ...lap, rest, hasDriven, flags } }
  if (stopBegins(lap.rest, rest)) after = withNewStint(after, telemetry, atMs)
  if (lap.rest?.isStop === true && rest === null) {
    // Against the frame that moves off: what was done last may not show before it.
    const work = workDone(lap.rest, telemetry)
    const facts = {
      fuelAddedLiters: work.fuelAddedLiters,
      energyAddedRatio: work.energyAddedRatio,
      tiresChanged: work.tiresChanged.length,
      standingMs: atMs - lap.rest.sinceMs,
    }
    const events = eventsWith(after.events, 'pit-stop', atMs, lap.number, facts)
    after = { ...after, events }
  }
  return after
}
