import { type Arbitration, withWitness, witnessOf } from './arbitration.ts'
import type { Step } from './arbitration-event.ts'
import type { Monitor } from './monitor.ts'
import { afterReplacing, isSameProgram } from './same-pc.ts'
import { newWitness, type Witness } from './witness.ts'

/** More drivers than any team has; only there to bound the cost of a frame. */
const WITNESSES_MOST = 32

/** A monitor has been admitted, or is heard again. Its boot id may become known only now. */
export function afterJoining(state: Arbitration, monitor: Monitor): Step {
  const { witnesses, nowMs } = state
  if (witnesses.some((other) => isSameProgram(monitor, other.monitor))) return { state, news: [] }
  const known = witnessOf(state, monitor)
  const older = witnesses.find((other) => isSameProgram(other.monitor, monitor))
  if (older !== undefined) {
    const back = { ...older, monitor, joinedAtMs: nowMs, hasLeft: false }
    return afterReplacing(state, older.monitor, back, 'boot-id')
  }
  if (known !== undefined) {
    return { state: withWitness(state, { ...known, monitor, hasLeft: false }), news: [] }
  }
  const joined = [...state.witnesses, newWitness(monitor, nowMs)]
  return { state: { ...state, witnesses: withoutSurplus(state, joined) }, news: [] }
}

/** Whoever has been silent longest makes room, but for the active one. It comes back with its next frame. */
function withoutSurplus({ active }: Arbitration, witnesses: Arbitration['witnesses']) {
  if (witnesses.length <= WITNESSES_MOST) return witnesses
  const heardAtMs = (witness: Witness) => witness.heardAtMs ?? witness.joinedAtMs
  const silent = witnesses
    .filter(({ monitor }) => monitor.socket !== active?.socket)
    .reduce((one, other) => (heardAtMs(other) < heardAtMs(one) ? other : one))
  return witnesses.filter((witness) => witness !== silent)
}

/** The active one stays: it may come back on a new socket, and until then it has only fallen silent. */
export function afterLeaving(state: Arbitration, monitor: Monitor): Arbitration {
  const witness = witnessOf(state, monitor)
  if (witness === undefined) return state
  if (state.active?.socket === monitor.socket)
    return withWitness(state, { ...witness, hasLeft: true })
  return { ...state, witnesses: state.witnesses.filter((other) => other !== witness) }
}
