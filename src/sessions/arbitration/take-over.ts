import { type Arbitration, witnessOf } from './arbitration.ts'
import type { Evidence } from './evidence.ts'
import { hasDrivenLately, type Witness } from './witness.ts'

/** Why the wall is fed by another PC from now on. */
export type SwitchReason =
  /** Nobody was on the wall yet. */
  | 'first'
  /** It drives, and the one before has not for a while. */
  | 'drives'
  /** It says that it drives the car, and the one before does not. */
  | 'in-control'
  /** The one before had nothing to say any more. */
  | 'was-quiet'
  /** Nobody went on with the old session: this one is new. */
  | 'new-chapter'
  /** The car of the chapter before drives again. */
  | 'took-back'
  /** The engineer chose it. */
  | 'picked'

/** A car pushed or pulled to its place rolls for a moment; a driver drives on. */
const DRIVES_FOR_MS = 1_500
/** People cannot read a wall that changes its source more often. */
const SWITCH_AT_MOST_EVERY_MS = 5_000
/** Long enough for the driver of the old chapter to come back, if it was only a stumble. */
const NEW_CHAPTER_WAITS_MS = 10_000

/** Why this standby, whose frame has just come, feeds the wall from now on; null: it does not. */
export function takeOverReason(
  state: Arbitration,
  standby: Witness,
  evidence: Evidence,
): SwitchReason | null {
  if (!evidence.counts) return null
  if (state.phase === 'empty') return 'first'
  const { nowMs, switchedAtMs } = state
  if (switchedAtMs !== null && nowMs - switchedAtMs < SWITCH_AT_MOST_EVERY_MS) return null
  if (state.phase === 'live') return overLive(state, standby, evidence)
  if (!mayEndSilence(state, standby, evidence)) return null
  return evidence.belongs === 'elsewhere' ? 'new-chapter' : 'was-quiet'
}

function overLive(
  state: Arbitration,
  standby: Witness,
  evidence: Evidence,
): 'took-back' | 'in-control' | 'drives' | null {
  const active = witnessOf(state, state.active)
  if (state.isPicked || active === undefined) return null
  const { drivesSinceMs } = standby
  const isDriver = drivesSinceMs !== null && state.nowMs - drivesSinceMs >= DRIVES_FOR_MS
  if (evidence.belongs === 'elsewhere') return null
  if (evidence.claims && !active.claims) return 'in-control'
  if (evidence.belongs === 'earlier') return isDriver ? 'took-back' : null
  return isDriver && !hasDrivenLately(active, state.nowMs) ? 'drives' : null
}

/** Quiet and offline end with any frame that counts, whoever sends it; a new chapter has to wait. */
export function mayEndSilence(state: Arbitration, witness: Witness, evidence: Evidence): boolean {
  if (!evidence.counts) return false
  if (evidence.belongs !== 'elsewhere') return true
  const { elsewhereSinceMs } = witness
  if (elsewhereSinceMs === null || state.quietAtMs === null) return false
  return state.nowMs - Math.max(elsewhereSinceMs, state.quietAtMs) >= NEW_CHAPTER_WAITS_MS
}
