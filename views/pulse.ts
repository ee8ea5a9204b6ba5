import type { Presence } from '../src/race/presence.ts'

/** What each message tells a phone besides its panels, so that it can judge how old they are. */
export interface Pulse {
  /** The server's monotonic milliseconds at sending. */
  readonly stampMs: number
  /** Age of the sample at sending; null before the first. */
  readonly ageMs: number | null
  readonly presence: Presence | 'restarting' | 'ended' | 'revoked'
  /** Moment (ms since 1970) at which a monitor that is offline was last heard. */
  readonly sinceMs: number | null
  /** Another one means: another server, whose stamps cannot be compared. */
  readonly bootId: string
}

/** One line, for the `id:` of a message and for `data-pulse`. */
export function encodePulse({ stampMs, ageMs, presence, sinceMs, bootId }: Pulse): string {
  return [integer(stampMs), integer(ageMs), presence, integer(sinceMs), bootId].join(';')
}

const integer = (ms: number | null) => (ms === null ? '' : String(Math.round(ms)))
