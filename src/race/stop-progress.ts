import { withFlag } from './lap-in-progress.ts'
import type { Progress } from './progress.ts'
import { type Sample, WATCHED_WITHIN_MS } from './sample.ts'
import { isOfThisStop, withDriverChange, withNewStint } from './stint-progress.ts'
import { atRest, isDriving, type Rest, refuelled, restAfter } from './stop.ts'
import { withStopTold } from './stop-told.ts'
import { isUnderYellow } from './under-yellow.ts'

/** The car at rest, what is done to it, and the stint that begins with it. */
export function withStop(progress: Progress, before: Sample | null, now: Sample): Progress {
  const { telemetry } = now
  const { lap } = progress
  const standing = lap.hasDriven ? restAfter(lap.rest, before, now) : null
  const rest = standing && { ...standing, lap: standing.lap ?? lap.number }
  const hasDriven = lap.hasDriven || isDriving(telemetry)
  const wasInPits = before?.telemetry.inPits ?? null
  let flags = withFlag(lap.flags, 'in', wasInPits === false && telemetry.inPits === true)
  flags = withFlag(flags, 'out', wasInPits === true && telemetry.inPits === false)
  flags = withFlag(flags, 'refuel', rest !== null && refuelled(rest, telemetry))
  flags = withFlag(flags, 'invalid', telemetry.lapValid === false)
  const yellow = isUnderYellow(telemetry) ? { underYellow: true } : {}
  const after = { ...progress, lap: { ...lap, rest, hasDriven, flags, ...yellow } }
  // The moment at which a rest turns out to be a stop ends the stint; its work is told when the car moves off.
  if (rest?.isStop === true && lap.rest?.isStop !== true) {
    const change = { endedAtMs: rest.sinceMs, startedAtMs: rest.sinceMs }
    return isOfThisStop(after) ? after : withNewStint(after, now, change)
  }
  if (rest !== null || lap.rest?.isStop !== true) return after
  return withStopTold(after, lap.rest, now, standingMs(lap.rest, before, now))
}

const standingMs = ({ isWatched, sinceMs }: Rest, before: Sample | null, { atMs }: Sample) =>
  isWatched && before !== null && atMs - before.atMs <= WATCHED_WITHIN_MS ? atMs - sinceMs : null

/** Longer between two frames than any network stalls: a stop fits in. */
const UNWATCHED_AFTER_MS = 10_000

/** What was done to the car while nobody watched; null: it was watched, or nothing shows. */
export function unwatchedRest(progress: Progress, before: Sample | null, now: Sample): Rest | null {
  if (before === null || now.atMs - before.atMs < UNWATCHED_AFTER_MS) return null
  // A car that still stands, or whose stop is known, needs no guessing; one that never drove had no stop.
  const { hasDriven, rest: known } = progress.lap
  if (!hasDriven || !isDriving(now.telemetry) || known?.isStop === true) return null
  const rest = known ?? { ...atRest(before.telemetry, before.atMs), isWatched: false }
  return refuelled(rest, now.telemetry) ? rest : null
}

/** The laps of an unwatched stop are as good as refuelled, whichever of them it was. */
export const withRefuelUnwatched = (progress: Progress): Progress => ({
  ...progress,
  lap: { ...progress.lap, flags: withFlag(progress.lap.flags, 'refuel', true) },
})

export function withStopUnwatched(progress: Progress, rest: Rest, now: Sample): Progress {
  const events = withDriverChange(progress, now)
  const change = { endedAtMs: rest.sinceMs, startedAtMs: now.atMs }
  const after = { ...withNewStint(progress, now, change), events }
  // The car drives: whatever rest there was is over, and told here.
  const lap = { ...after.lap, rest: null }
  return withStopTold({ ...after, lap }, rest, now, null)
}
