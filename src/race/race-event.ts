export type RaceEventKind =
  | 'session-started'
  | 'monitor-online'
  | 'monitor-offline'
  | 'server-restarted'
  | 'setup-received'
  | 'chapter-started'
  | 'driver-changed'
  | 'pit-stop'
  | 'units-detected'

/** One line of the timeline. */
export interface RaceEvent {
  readonly kind: RaceEventKind
  readonly atMs: number
  readonly lap: number | null
  /** What the words of this kind need: names, litres. Foreign text is still foreign here. */
  readonly facts: Readonly<Record<string, string | number | null>>
}

/** The wall shows the newest; the whole timeline belongs to the ledger. */
export const EVENTS_KEPT = 50

export function eventsWith(
  events: readonly RaceEvent[],
  kind: RaceEventKind,
  atMs: number,
  lap: number | null = null,
  facts: RaceEvent['facts'] = {},
): readonly RaceEvent[] {
  return [{ kind, atMs, lap, facts }, ...events].slice(0, EVENTS_KEPT)
}
