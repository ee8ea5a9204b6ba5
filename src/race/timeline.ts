import { eventsWith, type RaceEvent, type RaceEventKind } from './race-event.ts'
import { currentLap, type Session } from './session.ts'

/** The session with one more line on its timeline, on the lap being driven. */
export function withEvent(
  session: Session,
  kind: RaceEventKind,
  atMs: number,
  facts: RaceEvent['facts'] = {},
): Session {
  const chapter = session.chapter?.number ?? 0
  const told = { kind, atMs, chapter, lap: currentLap(session), facts }
  return { ...session, events: eventsWith(session.events, told) }
}

/** The same, in place of the newest line: what it told has turned into this. */
export function withEventInstead(
  session: Session,
  kind: RaceEventKind,
  atMs: number,
  facts: RaceEvent['facts'] = {},
): Session {
  return withEvent({ ...session, events: session.events.slice(1) }, kind, atMs, facts)
}
