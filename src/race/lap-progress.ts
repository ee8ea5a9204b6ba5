import { crossingBetween } from './crossing.ts'
import { GAP_LAPS_NOTED, judgedForPace, LAPS_KEPT } from './lap.ts'
import { countersAfter, countersInDoubt, lapsCrossed } from './lap-boundary.ts'
import { lapBegun, lapCompleted, withFlag } from './lap-in-progress.ts'
import { meansAfter, noMeans } from './lap-means.ts'
import { timed, withLateLapTime } from './lap-time.ts'
import { elapsedMs, momentOf } from './moment.ts'
import type { Progress } from './progress.ts'
import { type Sample, WATCHED_WITHIN_MS } from './sample.ts'

function wasWatched(before: Sample | null, now: Sample): boolean {
  if (before === null) return false
  const from = momentOf(before.telemetry, before.atMs)
  return elapsedMs(from, momentOf(now.telemetry, now.atMs)) <= WATCHED_WITHIN_MS
}

const nothingSeen = { flags: [], means: noMeans, underYellow: false } as const

/** The laps that were completed between two samples. */
export function withLaps(progress: Progress, before: Sample | null, now: Sample): Progress {
  const { telemetry, atMs } = now
  const seen = progress.lap.counters
  const crossed = lapsCrossed(seen, telemetry, atMs)
  if (crossed === null) {
    return { ...progress, lap: { ...progress.lap, counters: countersInDoubt(seen, atMs) } }
  }
  const counters = countersAfter(seen, telemetry, crossed, atMs)
  if (crossed === 0) {
    const laps = withLateLapTime(progress.laps, seen.lastLapTimeMs, telemetry, atMs)
    // A monitor that begins to count laps, or one that does after one that did not, sets the number right.
    const begins = seen.lapsCompleted === null && telemetry.lapsCompleted !== null
    const number = begins ? (telemetry.lapsCompleted ?? 0) + 1 : progress.lap.number
    const means = meansAfter(progress.lap.means, telemetry)
    return { ...progress, laps, lap: { ...progress.lap, number, counters, means } }
  }
  const crossing = crossingBetween(before, now)
  const unseen = crossed > 1 || !wasWatched(before, now)
  const number = progress.lap.number + crossed
  let laps = [...progress.laps]
  // Laps driven while nobody looked: noted, so that the count is right, but nothing is known of them.
  const gaps = Math.min(crossed - 1, GAP_LAPS_NOTED)
  const last = { ...progress.lap, number: number - 1 }
  for (let i = gaps; i > 0; i--) {
    const gap = { ...last, number: last.number - i, ...nothingSeen }
    laps.push(lapCompleted(gap, telemetry, atMs, true))
  }
  const done = lapCompleted(
    crossed > 1 ? { ...last, ...nothingSeen } : last,
    telemetry,
    atMs,
    unseen,
  )
  laps.push(judgedForPace(timed(done, progress.lap, crossing, telemetry, unseen), laps))
  if (laps.length > LAPS_KEPT) laps = laps.slice(-LAPS_KEPT)
  const { number: stint, driverName } = progress.stint
  // Some lap times stand still while the car does: only next to the line they tell when it was crossed.
  const start = unseen ? null : crossing
  const begun = { ...lapBegun(telemetry, number, stint, start, counters), fromLine: !unseen }
  const flags = withFlag(begun.flags, 'first', progress.lap.stint !== stint)
  const { rest, hasDriven } = progress.lap
  const known = { driverName: begun.driverName ?? driverName, flags, rest, hasDriven }
  return { ...progress, laps, lap: { ...begun, ...known } }
}
