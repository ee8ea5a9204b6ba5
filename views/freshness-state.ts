import type { Pulse } from './pulse.ts'

/** What a viewer is told about the age of the numbers. `no-connection` only his own device can know. */
export const freshnessStates = [
  'live',
  'delayed',
  'stale',
  'offline',
  'paused',
  'garage',
  'waiting',
  'no-connection',
  'restarting',
  'ended',
  'revoked',
] as const

export type FreshnessState = (typeof freshnessStates)[number]

/** The same limits stand in public/freshness.js; the viewer's interval is added. */
const LIVE_MS = 2_000
const DELAYED_MS = 5_000

/** The state at the moment of rendering. From then on the phone judges for itself. */
export function freshnessState(pulse: Pulse, intervalMs: number): FreshnessState {
  if (pulse.presence !== 'live') return pulse.presence
  if (pulse.ageMs === null) return 'waiting'
  if (pulse.ageMs <= LIVE_MS + intervalMs) return 'live'
  return pulse.ageMs <= DELAYED_MS + intervalMs ? 'delayed' : 'stale'
}
