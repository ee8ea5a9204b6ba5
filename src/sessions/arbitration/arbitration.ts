import type { Monitor } from './monitor.ts'
import type { Place } from './place.ts'
import type { Witness } from './witness.ts'

/** `live`: a frame counted within 5 s; `quiet`: within 120 s; `offline`: longer ago; `empty`: never yet. */
export type Phase = 'empty' | 'live' | 'quiet' | 'offline'

/** Both claim the car: the active one is kept until the engineer chooses or one stops. */
export interface Conflict {
  readonly p: Monitor
  readonly q: Monitor
}

/** Which of a session's monitors feeds the wall, and all that the next frame is judged by. Plain JSON. */
export interface Arbitration {
  readonly phase: Phase
  /** Null only while empty. It stays through quiet and offline: it may come back. */
  readonly active: Monitor | null
  readonly witnesses: readonly Witness[]
  readonly nowMs: number
  /** When a frame of the active monitor last counted (or the engineer chose it). */
  readonly aliveAtMs: number
  /** When it fell quiet; null while it is live. */
  readonly quietAtMs: number | null
  readonly switchedAtMs: number | null
  /** The engineer chose the active monitor, and it has been live since. */
  readonly isPicked: boolean
  readonly conflict: Conflict | null
  /** Where the car was when a frame last counted. */
  readonly chapter: Place | null
  /** Where it was before another chapter began: its car takes the wall back when it drives. */
  readonly earlier: Place | null
}

export function newArbitration(atMs: number): Arbitration {
  return {
    phase: 'empty',
    active: null,
    witnesses: [],
    nowMs: atMs,
    aliveAtMs: atMs,
    quietAtMs: null,
    switchedAtMs: null,
    isPicked: false,
    conflict: null,
    chapter: null,
    earlier: null,
  }
}

export const activeMonitor = (state: Arbitration): Monitor | null => state.active

export const standbyMonitors = (state: Arbitration): readonly Monitor[] =>
  standbys(state).map(({ monitor }) => monitor)

export const standbys = ({ witnesses, active }: Arbitration): readonly Witness[] =>
  witnesses.filter(({ monitor }) => monitor.socket !== active?.socket)

export const witnessOf = (
  { witnesses }: Arbitration,
  monitor: Monitor | null,
): Witness | undefined => witnesses.find((witness) => witness.monitor.socket === monitor?.socket)

/** Its boot id may have become known only now, for the active one too. */
export function withWitness(state: Arbitration, witness: Witness): Arbitration {
  const { monitor } = witness
  const isThis = (other: Monitor | null) => other?.socket === monitor.socket
  return {
    ...state,
    active: isThis(state.active) ? monitor : state.active,
    witnesses: state.witnesses.map((other) => (isThis(other.monitor) ? witness : other)),
  }
}
