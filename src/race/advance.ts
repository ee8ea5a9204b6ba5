import { withAlerts, withoutDelivery } from './alerts/alert-change.ts'
import { blindUntil, estimatedUntilMs, wasMoving } from './blind.ts'
import { withCall, withCallAcknowledged, withoutCall } from './call-change.ts'
import { chapterAfter } from './chapter.ts'
import { withChapter } from './chapter-change.ts'
import { withConflict, withFeedChange, withHandOver } from './feed-change.ts'
import { fuelHoldAfter } from './fuel-hold.ts'
import { withInput, withInputUndone } from './inputs/input-progress.ts'
import { withNote } from './note-change.ts'
import { nextChapterNumber, type Session } from './session.ts'
import type { SessionEvent, TelemetryTaken, UnitsJudged } from './session-event.ts'
import { withSetup } from './setup-change.ts'
import { isSilence } from './silence.ts'
import { isDriving } from './stop.ts'
import type { Telemetry } from './telemetry.ts'
import { withEvent } from './timeline.ts'
import type { UnitVerdict } from './units.ts'

/** The session after one more event. Pure: the same events give the same session. */
export function advance(session: Session, event: SessionEvent): Session {
  const { atMs } = event
  switch (event.type) {
    case 'telemetry':
      return withTelemetry(session, event)
    case 'units-judged':
      return withVerdict(session, event)
    case 'setup':
      return withSetup(session, event.setup, atMs)
    case 'monitor-joined':
      return withMonitor(session, 'online', atMs)
    case 'monitor-left':
      return withMonitor(session, 'offline', atMs)
    case 'feed':
      return { ...session, feed: event.feed }
    case 'handed-over':
      return withHandOver(session, event)
    case 'feed-quiet':
    case 'feed-lost':
    case 'feed-returned':
      return withFeedChange(session, event)
    case 'conflict-began':
    case 'conflict-ended':
      return withConflict(session, event)
    case 'key-presented':
      return session.mode === 'keyed' ? session : { ...session, mode: 'keyed' }
    case 'server-restarted':
      // The monitor is away because of us: one line says so, and none that it left.
      return withEvent(
        { ...session, monitor: { status: 'offline', sinceMs: atMs } },
        event.type,
        atMs,
      )
    case 'ended':
      if (session.over !== null) return session
      return withEvent({ ...session, over: { atMs, by: event.by } }, 'session-ended', atMs, {
        by: event.by,
      })
    case 'reopened':
      if (session.over === null) return session
      return withEvent({ ...session, over: null }, 'session-reopened', atMs)
    case 'link-changed':
      return withEvent({ ...session, id: event.id }, event.type, atMs)
    case 'named':
      return event.name === session.name ? session : { ...session, name: event.name }
    case 'saving-failed':
      if (session.unsavedSinceMs !== null) return session
      return withEvent({ ...session, unsavedSinceMs: atMs }, event.type, atMs)
    case 'saving-resumed':
      return withSavingResumed(session, atMs)
    case 'time-passed':
      return withTimePassed(session, atMs)
    case 'input-set':
      return withInput(session, event, atMs)
    case 'input-undone':
      return withInputUndone(session, event.number, atMs)
    case 'call-set':
      return withCall(session, event.tiles, atMs)
    case 'call-cleared':
      return withoutCall(session, atMs)
    case 'call-acknowledged':
      return withCallAcknowledged(session, event.number, atMs)
    case 'note-written':
      return withNote(session, event.text, atMs)
    case 'alerts-changed':
      return withAlerts(session, event.alerts, atMs)
    case 'delivery-ended':
      return withoutDelivery(session, event.alert, event.webhook)
  }
}

/** Only of a car that drove when it was last seen there is anything to estimate, and not for ever. */
function withTimePassed(session: Session, atMs: number): Session {
  const { telemetry, takenAtMs, passedAtMs, stints, over } = session
  if (over !== null || telemetry === null || takenAtMs === null) return session
  const untilMs = Math.min(atMs, estimatedUntilMs(takenAtMs, stints))
  const isNew = untilMs > (passedAtMs ?? takenAtMs)
  return isNew && wasMoving(telemetry) ? { ...session, passedAtMs: untilMs } : session
}

function withSavingResumed(session: Session, atMs: number): Session {
  const { unsavedSinceMs } = session
  if (unsavedSinceMs === null) return session
  const facts = { unsavedMs: atMs - unsavedSinceMs }
  return withEvent({ ...session, unsavedSinceMs: null }, 'saving-resumed', atMs, facts)
}

function withMonitor(session: Session, status: 'online' | 'offline', atMs: number): Session {
  const { monitor } = session
  if (monitor.status === status) return session
  // A monitor that never came cannot be lost.
  if (monitor.status === 'none' && status === 'offline') return session
  return withEvent({ ...session, monitor: { status, sinceMs: atMs } }, `monitor-${status}`, atMs)
}

/** A frame that came twice, or after a newer one, as networks and reconnects do. */
const isOld = (seen: Telemetry | undefined, { bootId, seq }: Telemetry) =>
  seen !== undefined &&
  bootId !== null &&
  bootId === seen.bootId &&
  (seq ?? Infinity) <= (seen.seq ?? -1)

function withTelemetry(session: Session, event: TelemetryTaken): Session {
  const { frame, units, isLate, isRefresh } = event
  const { lastSample, lapInProgress: lap } = session
  if (isSilence(event.telemetry) || isOld(lastSample?.telemetry, event.telemetry)) return session
  // When it was taken, as far as the books are concerned: a line that stalls makes no lap longer.
  const atMs = event.atMs - event.lateMs
  const levelBefore = lastSample?.telemetry.fuelLiters ?? null
  const fuelHold = fuelHoldAfter(session.fuelHold, levelBefore, event.telemetry, atMs)
  const telemetry =
    fuelHold === null ? event.telemetry : { ...event.telemetry, fuelLiters: fuelHold.liters }
  const soFar = lap === null ? null : { lapsDone: lap.number - 1, lap: lap.counters.lap }
  const chapter = chapterAfter(session.chapter, telemetry, soFar, atMs, nextChapterNumber(session))
  const known = {
    ...withUnits(session, event),
    unitVerdicts: verdictsWith(session.unitVerdicts, event.pc, event.verdict),
    fuelHold,
  }
  const blind = blindUntil(session, telemetry, event.atMs)
  const onWall = { telemetry, takenAtMs: event.atMs, passedAtMs: null, blind, frame }
  const shown = { ...known, ...(isLate ? {} : onWall), units }
  // A picture of a moving car that stands still: the books would take what comes next for the frame after it.
  if (isRefresh && isDriving(telemetry)) return shown
  const provenAtMs = isRefresh ? (lastSample?.provenAtMs ?? atMs) : atMs
  return withChapter(shown, chapter, { telemetry, atMs, provenAtMs })
}

function withUnits(session: Session, { units, atMs }: TelemetryTaken): Session {
  const isNew = units.source === 'detected' && session.units?.source === 'judging'
  return isNew ? withEvent(session, 'units-detected', atMs, { pressure: units.pressure }) : session
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
