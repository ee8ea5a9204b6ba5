import { chapterAfter } from './chapter.ts'
import { fuelHoldAfter } from './fuel-hold.ts'
import { progressAfter, progressBegun } from './progress.ts'
import { eventsWith, type RaceEvent, type RaceEventKind } from './race-event.ts'
import { currentLap, type Session } from './session.ts'
import type { SessionEvent, TelemetryTaken, UnitsJudged } from './session-event.ts'
import type { Setup } from './setup.ts'
import { isSilence } from './silence.ts'
import type { Telemetry } from './telemetry.ts'
import type { UnitVerdict } from './units.ts'

/** The session after one more event. Pure: the same events give the same session. */
export function advance(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'telemetry':
      return withTelemetry(session, event)
    case 'units-judged':
      return withVerdict(session, event)
    case 'setup':
      return withSetup(session, event.setup, event.atMs)
    case 'monitor-joined':
      return withMonitor(session, 'online', event.atMs)
    case 'monitor-left':
      return withMonitor(session, 'offline', event.atMs)
    case 'key-presented':
      return session.mode === 'keyed' ? session : { ...session, mode: 'keyed' }
    case 'server-restarted':
      // The monitor is away because of us: one line says so, and none that it left.
      return withEvent(
        { ...session, monitor: { status: 'offline', sinceMs: event.atMs } },
        'server-restarted',
        event.atMs,
      )
  }
}

function withEvent(
  session: Session,
  kind: RaceEventKind,
  atMs: number,
  facts: RaceEvent['facts'] = {},
): Session {
  return { ...session, events: eventsWith(session.events, kind, atMs, currentLap(session), facts) }
}

/** Sent again with nothing between: the same line of the timeline, so that the line before it stays in view. */
function withSetup(session: Session, setup: Setup, atMs: number): Session {
  const [newest, ...older] = session.events
  const events = newest?.kind === 'setup-received' ? older : session.events
  return withEvent({ ...session, events, setup }, 'setup-received', atMs)
}

function withMonitor(session: Session, status: 'online' | 'offline', atMs: number): Session {
  const { monitor } = session
  if (monitor.status === status) return session
  // A monitor that never came cannot be lost.
  if (monitor.status === 'none' && status === 'offline') return session
  return withEvent({ ...session, monitor: { status, sinceMs: atMs } }, `monitor-${status}`, atMs)
}

/** A frame that came twice, or after a newer one, as networks and reconnects do. */
const isOld = (seen: Telemetry | null, { bootId, seq }: Telemetry) =>
  seen !== null &&
  bootId !== null &&
  bootId === seen.bootId &&
  (seq ?? Infinity) <= (seen.seq ?? -1)

function withTelemetry(session: Session, event: TelemetryTaken): Session {
  const { atMs, frame, units } = event
  if (isSilence(event.telemetry) || isOld(session.telemetry, event.telemetry)) return session
  const unitVerdicts = verdictsWith(session.unitVerdicts, event.pc, event.verdict)
  const detected = units.source === 'detected' && session.units?.source === 'judging'
  const before =
    session.telemetry === null || session.takenAtMs === null
      ? null
      : { telemetry: session.telemetry, atMs: session.takenAtMs }
  const levelBefore = before?.telemetry.fuelLiters ?? null
  const fuelHold = fuelHoldAfter(session.fuelHold, levelBefore, event.telemetry, atMs)
  const telemetry =
    fuelHold === null ? event.telemetry : { ...event.telemetry, fuelLiters: fuelHold.liters }
  const lap = session.lapInProgress
  const soFar = lap === null ? null : { lapsDone: lap.number - 1, lap: lap.counters.lap }
  const chapter = chapterAfter(session.chapter, telemetry, soFar, atMs)
  const noticed = detected
    ? withEvent(session, 'units-detected', atMs, { pressure: units.pressure })
    : session
  const taken = {
    ...noticed,
    unitVerdicts,
    units,
    telemetry,
    takenAtMs: atMs,
    frame,
    fuelHold,
    chapter,
  }
  return withProgress(taken, before, session.chapter !== null && newerThan(session, chapter))
}

const newerThan = (session: Session, chapter: NonNullable<Session['chapter']>) =>
  session.chapter?.startedAtMs !== chapter.startedAtMs

type Before = Parameters<typeof progressAfter>[1]

function withProgress(session: Session, before: Before, newChapter: boolean): Session {
  const { telemetry, takenAtMs: atMs, laps, lapInProgress: lap, stint } = session
  if (telemetry === null || atMs === null) return session
  const events = newChapter
    ? eventsWith(session.events, 'chapter-started', atMs, null, {
        sessionType: telemetry.sessionType,
        trackName: telemetry.trackName,
      })
    : session.events
  const progress =
    lap === null || stint === null || newChapter
      ? progressBegun({ telemetry, atMs }, events)
      : progressAfter({ laps, lap, stint, events }, before, { telemetry, atMs })
  const { laps: lapsAfter, lap: lapInProgress, stint: stintAfter, events: eventsAfter } = progress
  return { ...session, laps: lapsAfter, lapInProgress, stint: stintAfter, events: eventsAfter }
}

function withVerdict(session: Session, { pc, verdict }: UnitsJudged): Session {
  const unitVerdicts = verdictsWith(session.unitVerdicts, pc, verdict)
  return unitVerdicts === session.unitVerdicts ? session : { ...session, unitVerdicts }
}

/** A team has a handful of PCs; an open session must not remember every address that ever tried. */
const PCS_REMEMBERED = 32

function verdictsWith(
  verdicts: Session['unitVerdicts'],
  pc: string,
  verdict: UnitVerdict,
): Session['unitVerdicts'] {
  if (verdicts[pc] === verdict) return verdicts
  const others = Object.entries(verdicts).filter(([address]) => address !== pc)
  return Object.fromEntries([...others.slice(1 - PCS_REMEMBERED), [pc, verdict]])
}
