import { type Arbitration, withWitness, witnessOf } from './arbitration.ts'
import type { ArbitrationEvent, FrameTaken, Ruling, Step } from './arbitration-event.ts'
import { withConflict } from './conflict.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { afterCounted, afterPick, afterSwitch } from './hand-over.ts'
import { afterRestart, afterTime } from './passing-time.ts'
import { afterJoining, afterLeaving } from './presence.ts'
import { refreshes } from './refresh.ts'
import { afterReplacing, isReturn } from './same-pc.ts'
import { mayEndSilence, takeOverReason } from './take-over.ts'
import { type Witness, withEvidence, withFrame } from './witness.ts'

/** Later than this a frame says what was, not what is. */
const TOO_LATE_MS = 3_000

/** Which PC feeds the wall after one more event. Pure: the same events give the same rulings. */
export function arbitrate(before: Arbitration, event: ArbitrationEvent): Ruling {
  if (event.type === 'restarted') return { ...afterRestart(before, event.atMs), fate: null }
  const time = afterTime(before, event.atMs)
  const ruling = afterEvent(time.state, event)
  const conflict = withConflict(ruling.state)
  return {
    state: conflict.state,
    fate: ruling.fate,
    news: [...time.news, ...ruling.news, ...conflict.news],
  }
}

type Passing = Exclude<ArbitrationEvent, { type: 'restarted' }>

function afterEvent(state: Arbitration, event: Passing): Ruling {
  switch (event.type) {
    case 'tick':
      return { state, fate: null, news: [] }
    case 'joined':
      return { ...afterJoining(state, event.monitor), fate: null }
    case 'left':
      return { state: afterLeaving(state, event.monitor), fate: null, news: [] }
    case 'picked':
      return { ...afterPick(state, witnessOf(state, event.monitor)), fate: null }
    case 'frame':
      return afterFrame(state, event)
  }
}

function afterFrame(before: Arbitration, event: FrameTaken): Ruling {
  const joined = afterJoining(before, event.monitor)
  const known = witnessOf(joined.state, event.monitor)
  // The older socket of a program that has come back on a newer one.
  if (known === undefined) return { ...joined, fate: 'silence' }
  const judged = event.lateMs > TOO_LATE_MS ? afterLate : afterInTime
  const { state, fate, news } = judged(joined.state, known, event)
  return { state, fate, news: [...joined.news, ...news] }
}

function afterLate(state: Arbitration, known: Witness, { telemetry }: FrameTaken): Ruling {
  const { isOurs } = evidenceOf(state, known, telemetry, state.nowMs)
  const isActive = state.active?.socket === known.monitor.socket
  const heard = withWitness(state, { ...known, heardAtMs: state.nowMs })
  return { state: heard, fate: isActive && isOurs ? 'ledger' : 'silence', news: [] }
}

function afterInTime(before: Arbitration, known: Witness, { telemetry }: FrameTaken): Ruling {
  const seen = withFrame(known, telemetry, before.nowMs)
  const evidence = evidenceOf(before, seen, telemetry, before.nowMs)
  const witness = withEvidence(seen, evidence, telemetry)
  const { state, news } = afterReturn(withWitness(before, witness), witness, evidence)
  const ruled = rule(state, witness, evidence)
  const fate = ruled
    ? 'wall'
    : refreshes(state, witness, telemetry, evidence)
      ? 'refresh'
      : 'silence'
  return { state: ruled?.state ?? state, fate, news: [...news, ...(ruled?.news ?? [])] }
}

/** Null: the frame proves nothing that would bring it to the wall. */
function rule(state: Arbitration, witness: Witness, evidence: Evidence): Step | null {
  if (state.active?.socket === witness.monitor.socket) {
    const stays =
      state.phase === 'live'
        ? evidence.counts && evidence.isSameEvent
        : mayEndSilence(state, witness, evidence)
    return stays ? afterCounted(state, witness, evidence.belongs) : null
  }
  const reason = takeOverReason(state, witness, evidence)
  return reason === null ? null : afterSwitch(state, witness, evidence.belongs, reason)
}

/** The active PC, if it sends no boot id, is back when its new socket goes on with the race. */
function afterReturn(state: Arbitration, witness: Witness, evidence: Evidence): Step {
  const dead = witnessOf(state, state.active)
  const isProven = evidence.counts && evidence.belongs !== 'elsewhere'
  if (!dead || !isProven || !isReturn(dead, witness, state.nowMs)) return { state, news: [] }
  const hasShownTireTemps = witness.hasShownTireTemps || dead.hasShownTireTemps
  return afterReplacing(state, dead.monitor, { ...witness, hasShownTireTemps }, 'address')
}
