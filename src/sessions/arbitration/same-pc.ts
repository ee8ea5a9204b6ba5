import type { Arbitration } from './arbitration.ts'
import type { Step } from './arbitration-event.ts'
import type { Monitor } from './monitor.ts'
import type { Witness } from './witness.ts'

/** Without a boot id a PC is known by its address alone: its old socket has to be silent to be dead. */
const DEAD_WHEN_SILENT_MS = 2_000

/**
 * One program on two sockets, of which only the newer can be alive. Everybody who watches can read the name of a
 * start, so it counts only between monitors that have shown the key, or of one address.
 */
export const isSameProgram = (older: Monitor, newer: Monitor): boolean =>
  newer.socket > older.socket &&
  older.bootId !== null &&
  older.bootId === newer.bootId &&
  ((older.keyed && newer.keyed) || older.pc === newer.pc)

/**
 * The PC of a monitor that sends no boot id, on a new socket. Teammates may share an address (a house, a proxy): who
 * was already connected while the older one still spoke is somebody else.
 */
export function isReturn(older: Witness, newer: Witness, nowMs: number): boolean {
  const heardAtMs = older.heardAtMs ?? older.joinedAtMs
  return (
    newer.monitor.socket > older.monitor.socket &&
    older.monitor.bootId === null &&
    newer.monitor.bootId === null &&
    older.monitor.pc === newer.monitor.pc &&
    newer.joinedAtMs >= heardAtMs &&
    (older.hasLeft || nowMs - heardAtMs >= DEAD_WHEN_SILENT_MS)
  )
}

/**
 * What says that two sockets are one PC's. A boot id is sure; with an address alone the older socket may yet be a
 * teammate's, so it must not be closed: if it speaks again, it is a standby.
 */
export type SamePcProof = 'boot-id' | 'address'

/** The newer socket takes the dead one's place, whatever that was. */
export function afterReplacing(
  state: Arbitration,
  dead: Monitor,
  by: Witness,
  proof: SamePcProof,
): Step {
  const { monitor } = by
  const now = (other: Monitor) => (other.socket === dead.socket ? monitor : other)
  const others = state.witnesses.filter(
    (witness) => ![dead.socket, monitor.socket].includes(witness.monitor.socket),
  )
  const { active, conflict } = state
  return {
    state: {
      ...state,
      active: active && now(active),
      witnesses: [...others, by],
      conflict: conflict && { p: now(conflict.p), q: now(conflict.q) },
    },
    news: [{ type: 'replaced', dead, by: monitor, proof }],
  }
}
