import { type Chapter, differs } from './chapter.ts'
import { PAST_CHAPTERS_KEPT, type PastChapter } from './past-chapter.ts'
import { type Progress, progressAfter, progressBegun } from './progress.ts'
import { eventsWith } from './race-event.ts'
import type { Sample } from './sample.ts'
import type { Session } from './session.ts'
import { withSetupPlaced } from './setup-change.ts'
import type { Telemetry } from './telemetry.ts'

/** The session one sample further, in this chapter: the one it was in, the next, or an earlier one come back. */
export const withChapter = (session: Session, chapter: Chapter, now: Sample): Session =>
  withSetupPlaced(withSample(session, chapter, now), session.lastSample?.atMs ?? -Infinity)

function withSample(session: Session, chapter: Chapter, now: Sample): Session {
  const before = session.chapter
  if (before === null) return begun(session, chapter, now)
  if (chapter.other !== null) {
    // It speaks of another chapter and is not believed yet: the books of this one wait.
    return { ...session, chapter }
  }
  if (chapter.startedAtMs !== before.startedAtMs) {
    const sinceMs = before.other?.sinceMs ?? now.atMs
    return resumed(session, before, now) ?? begun(archived(session, before, sinceMs), chapter, now)
  }
  const progress = progressOf(session)
  const next =
    progress === null
      ? progressBegun(chapter.number, now, session.events)
      : progressAfter(progress, session.lastSample, now)
  return withProgress({ ...session, chapter, lastSample: now }, next)
}

function progressOf(session: Session): Progress | null {
  const { chapter, lapInProgress: lap, stint } = session
  if (chapter === null || lap === null || stint === null) return null
  const { laps, stints, stops, stopToCheck, handOver, events } = session
  return { chapter: chapter.number, laps, lap, stints, stint, stops, stopToCheck, handOver, events }
}

function withProgress(session: Session, progress: Progress): Session {
  const { lap: lapInProgress, chapter: _chapter, ...books } = progress
  return { ...session, ...books, lapInProgress }
}

function begun(session: Session, chapter: Chapter, now: Sample): Session {
  const { sessionType, trackName } = chapter
  const told = { kind: 'chapter-started', atMs: now.atMs, chapter: chapter.number } as const
  const isFirst = session.chapter === null
  const events = isFirst
    ? session.events
    : eventsWith(session.events, { ...told, facts: { sessionType, trackName } })
  return withProgress(
    { ...session, chapter, lastSample: now },
    progressBegun(chapter.number, now, events),
  )
}

function archived(session: Session, chapter: Chapter, endedAtMs: number): Session {
  const { laps, lapInProgress, stints, stint, stops, lastSample } = session
  const past: PastChapter = {
    chapter: { ...chapter, other: null },
    ...{ laps, lapInProgress, stints, stint, stops, lastSample, endedAtMs },
  }
  return { ...session, past: [...session.past, past].slice(-PAST_CHAPTERS_KEPT) }
}

/** A driver who crashed is back sooner, whatever his teammates practised meanwhile. Guessed. */
export const RESUMED_WITHIN_MS = 30 * 60_000
/** No lap of a circuit takes less, so nobody can be further on than one a minute … */
export const FASTEST_LAP_MS = 60_000
/** … beside what two monitors count differently, across the line too. */
export const LAPS_AHEAD = 2

/** A teammate's practice was on the wall while nobody raced: the race goes on in its own books. */
function resumed(session: Session, before: Chapter, now: Sample): Session | null {
  const { telemetry, atMs } = now
  const isOtherSession =
    differs(before.sessionType, telemetry.sessionType) ||
    differs(before.trackName, telemetry.trackName)
  const found = isOtherSession
    ? session.past.findLast((past) => goesOn(past, telemetry, atMs))
    : undefined
  if (found === undefined) return null
  const { chapter: back, endedAtMs: _endedAtMs, ...books } = found
  // Its place first: whoever is the oldest of a full list has to stay.
  const others = session.past.filter((past) => past !== found)
  const away = archived({ ...session, past: others }, before, before.other?.sinceMs ?? atMs)
  const chapter = { ...back, hasEnergy: back.hasEnergy || (telemetry.virtualEnergyRatio ?? 0) > 0 }
  const { sessionType, trackName } = back
  const told = { kind: 'chapter-resumed', atMs, chapter: back.number } as const
  const events = eventsWith(session.events, { ...told, facts: { sessionType, trackName } })
  const open = {
    ...away,
    ...books,
    ...{ chapter, events, stopToCheck: null, handOver: null },
  }
  const progress = progressOf(open)
  return progress === null
    ? null
    : withProgress({ ...open, lastSample: now }, progressAfter(progress, open.lastSample, now))
}

function goesOn({ chapter, lapInProgress, endedAtMs }: PastChapter, now: Telemetry, atMs: number) {
  if (lapInProgress === null || atMs - endedAtMs > RESUMED_WITHIN_MS) return false
  if (differs(chapter.sessionType, now.sessionType)) return false
  if (differs(chapter.trackName, now.trackName)) return false
  const { counters } = lapInProgress
  const from = now.lapsCompleted === null ? counters.lap : counters.lapsCompleted
  const to = now.lapsCompleted ?? now.lap
  // From the beginning it is another one of its kind.
  if (from === null || to === null || to <= 1) return false
  return to >= from && to <= from + LAPS_AHEAD + (atMs - endedAtMs) / FASTEST_LAP_MS
}
