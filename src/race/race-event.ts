export type RaceEventKind =
  | 'session-started'
  | 'session-ended'
  | 'session-reopened'
  | 'link-changed'
  | 'saving-failed'
  | 'saving-resumed'
  | 'monitor-online'
  | 'monitor-offline'
  | 'server-restarted'
  | 'setup-received'
  | 'chapter-started'
  | 'chapter-resumed'
  | 'driver-changed'
  | 'hand-over'
  | 'feed-quiet'
  | 'feed-returned'
  | 'feed-lost'
  | 'conflict-began'
  | 'conflict-ended'
  | 'pit-stop'
  | 'units-detected'
  | 'input-changed'
  | 'input-undone'
  | 'call-set'
  | 'call-cleared'
  | 'call-acknowledged'

/** One line of the timeline. */
export interface RaceEvent {
  /** 1-based within the session, for ever: what is told again under the same number takes the place of what was. */
  readonly number: number
  readonly kind: RaceEventKind
  readonly atMs: number
  /** 1-based number of the chapter in which it happened; 0 before the first. */
  readonly chapter: number
  readonly lap: number | null
  /** What the words of this kind need: names, litres. Foreign text is still foreign here. */
  readonly facts: Readonly<Record<string, string | number | null>>
}

/** Some hundred are a long race's; a monitor that comes and goes for days must not fill the memory. */
export const EVENTS_KEPT = 5_000

/** The timeline with one line told anew. */
export function withEventReplaced(
  events: readonly RaceEvent[],
  number: number,
  anew: (event: RaceEvent) => RaceEvent,
): readonly RaceEvent[] {
  return events.map((event) => (event.number === number ? anew(event) : event))
}

/** What is told of an event; its number is given here. */
export type EventTold = Omit<RaceEvent, 'number' | 'lap' | 'facts'> &
  Partial<Pick<RaceEvent, 'lap' | 'facts'>>

/** The timeline, newest first, with one line more. */
export function eventsWith(
  events: readonly RaceEvent[],
  { lap = null, facts = {}, ...told }: EventTold,
): readonly RaceEvent[] {
  const number = (events[0]?.number ?? 0) + 1
  return [{ number, ...told, lap, facts }, ...events].slice(0, EVENTS_KEPT)
}
