import { eventsWith, type RaceEvent, withEventReplaced } from './race-event.ts'
import { currentLap, type Session } from './session.ts'
import type { FeedChanged, SessionEvent } from './session-event.ts'
import { withEvent } from './timeline.ts'

type Change<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>

/** From PC to PC. What was done to the car meanwhile is told in the same line, once it is known. */
export function withHandOver(session: Session, event: Change<'handed-over'>): Session {
  const { atMs, to, blindMs, isPicked } = event
  const chapter = session.chapter?.number ?? 0
  const lap = currentLap(session)
  // The silence before it was the hand-over.
  const events = withoutWhatItMeans(session.events, atMs)
  const facts = { from: lastDriver(session), to, blindMs, ...chosen(isPicked) }
  const told = eventsWith(events, { kind: 'hand-over', atMs, chapter, lap, facts })
  return { ...session, events: told, handOver: told[0]?.number ?? null }
}

/** Whose car it was when it was last seen. A spectator's frames name somebody else. */
const lastDriver = ({ lastSample, stint }: Session) =>
  lastSample?.telemetry.driverName ?? stint?.driverName ?? null

const chosen = (isPicked: boolean) => (isPicked ? { by: 'engineer' } : {})

/** A hand-over says that the next monitor is there, and that the last one was silent. */
function withoutWhatItMeans(events: Session['events'], atMs: number): Session['events'] {
  const [newest] = events
  const isMeant = isQuiet(newest) || (newest?.kind === 'monitor-online' && newest.atMs === atMs)
  return isMeant ? withoutWhatItMeans(events.slice(1), atMs) : events
}

const isQuiet = (line: RaceEvent | undefined) =>
  line?.kind === 'feed-quiet' || line?.kind === 'feed-lost'

type Silence = Exclude<FeedChanged, { type: 'handed-over' }>

/** One line for one silence, however it goes on. */
export function withFeedChange(session: Session, event: Silence): Session {
  const { type: kind, atMs } = event
  const facts = { driver: lastDriver(session) }
  // A monitor that comes back sends its setup first.
  const last = session.events.find((line) => line.kind !== 'setup-received')
  const toldAnew = (anew: Partial<RaceEvent>) => {
    if (last === undefined) return session
    const line = { ...last, lap: currentLap(session), ...anew }
    return { ...session, events: withEventReplaced(session.events, last.number, () => line) }
  }
  if (kind === 'feed-returned') {
    const returned = { ...facts, blindMs: event.blindMs }
    if (isQuiet(last)) return toldAnew({ kind, atMs, facts: returned })
    // Its connection was gone as well, and the line of its return says for how long.
    return last?.kind === 'monitor-online' ? toldAnew({ facts: returned }) : session
  }
  if (isQuiet(last)) return toldAnew({ kind, atMs, facts })
  // Whose connection is gone is silent, of course.
  if (kind === 'feed-quiet' && session.monitor.status === 'offline') return session
  return withEvent(session, kind, atMs, facts)
}

export function withConflict(
  session: Session,
  event: Change<'conflict-began' | 'conflict-ended'>,
): Session {
  const { type, atMs, shown, other } = event
  const facts = type === 'conflict-ended' ? chosen(event.isPicked) : {}
  return withEvent(session, type, atMs, { shown, other, ...facts })
}
