import { type Arbitration, witnessOf } from './arbitration.ts'
import type { Monitor } from './monitor.ts'
import { isReturn } from './same-pc.ts'
import type { Witness } from './witness.ts'

/** No other PC has said a word, of those that are here: there is none whose car it could be. */
export const isAlone = ({ witnesses }: Arbitration, monitor: Monitor): boolean =>
  witnesses.every(
    (other) => other.hasLeft || other.heardAtMs === null || other.monitor.socket === monitor.socket,
  )

/**
 * What this monitor sends beside proofs (a setup, a parked car) may be for the wall: it is the active one, or nobody has
 * been yet, or it is the only one left after that.
 */
export function feedsWall(state: Arbitration, monitor: Monitor): boolean {
  const { active } = state
  if (active === null) return isAlone(state, monitor)
  return active.socket === monitor.socket || isHeir(state, active, witnessOf(state, monitor))
}

/** The active PC itself on a new socket; of another PC one cannot know, until the car's last values are history. */
function isHeir(state: Arbitration, active: Monitor, witness: Witness | undefined): boolean {
  if (witness === undefined) return false
  const isSamePc = active.pc === witness.monitor.pc
  return (
    (isSamePc || state.phase === 'offline') &&
    state.witnesses.every((other) => other === witness || isGone(state, other, witness))
  )
}

const isGone = ({ nowMs }: Arbitration, other: Witness, witness: Witness) =>
  other.hasLeft || isReturn(other, witness, nowMs)
