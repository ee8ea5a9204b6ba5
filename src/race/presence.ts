import type { Session } from './session.ts'

/** What the server knows about the source of the numbers; the phone adds age and its own connection. */
export type Presence = 'waiting' | 'live' | 'paused' | 'garage' | 'offline'

export function presence(session: Session): Presence {
  if (session.telemetry === null) return 'waiting'
  if (session.monitor.status !== 'online') return 'offline'
  const { state, inGarage } = session.telemetry
  if (state === 'paused' || state === 'menu') return 'paused'
  if (state === 'garage' || inGarage === true) return 'garage'
  return 'live'
}
