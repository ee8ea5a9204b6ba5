import { presence } from '../src/race/presence.ts'
import type { Session } from '../src/race/session.ts'
import type { Pulse } from './pulse.ts'

/** The pulse of a session at this moment of the server's clock. */
export function sessionPulse(session: Session, nowMs: number, bootId: string): Pulse {
  const { takenAtMs, monitor, over } = session
  return {
    stampMs: nowMs,
    ageMs: takenAtMs === null ? null : Math.max(0, nowMs - takenAtMs),
    presence: over === null ? presence(session) : 'ended',
    // Not when it was noticed: when it was last heard.
    sinceMs: monitor.status === 'offline' ? Math.min(monitor.sinceMs, takenAtMs ?? Infinity) : null,
    bootId,
  }
}
