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
  const known = witnessOf(state, monitor)
  const newer = witnesses.find((other) => isSameProgram(monitor, other.monitor))
  if (newer !== undefined) {
    // A frame that was on its way when its program came back.
    if (known === undefined) return { state, news: [] }
    return afterReplacing(state, monitor, { ...known, ...backOn(newer) }, 'boot-id')
  }
  const older = witnesses.find((other) => isSameProgram(other.monitor, monitor))
  if (older !== undefined) {
    const back = { ...older, ...backOn({ monitor, joinedAtMs: nowMs }) }
    return afterReplacing(state, older.monitor, back, 'boot-id')
  }
  if (known !== undefined) {
    return { state: withWitness(state, { ...known, monitor, hasLeft: false }), news: [] }
  }
  const joined = [...state.witnesses, newWitness(monitor, nowMs)]
  return { state: { ...state, witnesses: withoutSurplus(state, joined) }, news: [] }
}

const backOn = ({ monitor, joinedAtMs }: Pick<Witness, 'monitor' | 'joinedAtMs'>) => ({
  monitor,
  joinedAtMs,
  hasLeft: false,
})

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
