import { eventsWith } from './race-event.ts'
import { currentLap, type Session } from './session.ts'
import type { FeedChanged, SessionEvent } from './session-event.ts'
import { withEvent, withEventInstead } from './timeline.ts'

type Change<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>

/** From PC to PC. What was done to the car meanwhile is told in the same line, once it is known. */
export function withHandOver(session: Session, event: Change<'handed-over'>): Session {
  const { atMs, to, blindMs } = event
  const chapter = session.chapter?.number ?? 0
  const lap = currentLap(session)
  // The silence before it was the hand-over.
  const events = isQuietLine(session) ? session.events.slice(1) : session.events
  const facts = { from: lastDriver(session), to, blindMs }
  const told = eventsWith(events, { kind: 'hand-over', atMs, chapter, lap, facts })
  return { ...session, events: told, handOver: told[0]?.number ?? null }
}

/** Whose car it was when it was last seen. A spectator's frames name somebody else. */
const lastDriver = ({ lastSample, stint }: Session) =>
  lastSample?.telemetry.driverName ?? stint?.driverName ?? null

const isQuietLine = ({ events }: Session) =>
  events[0]?.kind === 'feed-quiet' || events[0]?.kind === 'feed-lost'

type Silence = Exclude<FeedChanged, { type: 'handed-over' }>

/** One line for one silence, however it goes on. */
export function withFeedChange(session: Session, event: Silence): Session {
  const { type: kind, atMs } = event
  const driver = lastDriver(session)
  if (kind === 'feed-returned') {
    const facts = { driver, blindMs: event.blindMs }
    if (isQuietLine(session)) return withEventInstead(session, kind, atMs, facts)
    // Its connection was gone as well, and the line of its return says for how long.
    const [newest] = session.events
    return newest?.kind === 'monitor-online' && newest.atMs <= atMs
      ? withEventInstead(session, 'monitor-online', newest.atMs, facts)
      : session
  }
  if (isQuietLine(session)) return withEventInstead(session, kind, atMs, { driver })
  // Whose connection is gone is silent, of course.
  if (kind === 'feed-quiet' && session.monitor.status === 'offline') return session
  return withEvent(session, kind, atMs, { driver })
}

export function withConflict(
  session: Session,
  { type, atMs, shown, other }: Change<'conflict-began' | 'conflict-ended'>,
): Session {
  return withEvent(session, type, atMs, { shown, other })
}
