import type { Feed } from '../race/feed.ts'
import { type Arbitration, witnessOf } from './arbitration/arbitration.ts'
import type { Monitor } from './arbitration/monitor.ts'
import { OFFLINE_AFTER_MS, QUIET_AFTER_MS } from './arbitration/passing-time.ts'

/** What the wall shows, and whose it is: the active monitor's, or that of the only one there is. */
export interface Shown {
  readonly socket: number
  readonly driverName: string | null
  /** When the car was last there, driving or parked; null: only a setup has been shown. */
  readonly presentAtMs: number | null
}

/**
 * What the wall says of its source. Not the machine's word: that asks who may take the wall, and a parked car whose
 * monitor still speaks keeps nobody from it, but is neither quiet nor lost.
 */
export function feedOf(
  { presentAtMs, driverName }: Shown,
  state: Arbitration,
  before: Feed | null,
): Feed | null {
  if (presentAtMs === null) return before
  const phase = phaseAfter(state.nowMs - presentAtMs)
  const liveSinceMs = before?.phase === phase ? before.sinceMs : state.nowMs
  const sinceMs = phase === 'live' ? liveSinceMs : presentAtMs
  return { driverName, phase, sinceMs, conflict: rivalsOf(state) }
}

function phaseAfter(silentMs: number): Feed['phase'] {
  if (silentMs < QUIET_AFTER_MS) return 'live'
  return silentMs < OFFLINE_AFTER_MS ? 'quiet' : 'lost'
}

export const nameOf = (state: Arbitration, monitor: Monitor | null): string | null =>
  witnessOf(state, monitor)?.driverName ?? null

const rivalsOf = (state: Arbitration): Feed['conflict'] =>
  state.conflict && [nameOf(state, state.conflict.p), nameOf(state, state.conflict.q)]

export const isSameFeed = (one: Feed | null, other: Feed | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.driverName === other.driverName &&
    one.phase === other.phase &&
    one.conflict?.[0] === other.conflict?.[0] &&
    one.conflict?.[1] === other.conflict?.[1] &&
    (one.conflict === null) === (other.conflict === null))
