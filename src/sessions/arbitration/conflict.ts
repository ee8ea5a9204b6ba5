import { type Arbitration, type Conflict, standbys, witnessOf } from './arbitration.ts'
import type { News, Step } from './arbitration-event.ts'
import { hasDrivenLately, type Witness } from './witness.ts'

/** A hand-over overlaps for a moment; longer, two people believe that they drive. */
const CONFLICT_AFTER_MS = 5_000
/** A claim nobody has repeated for this long is over. */
const CLAIM_HOLDS_MS = 3_000

/** Tells the engineer when two monitors cannot both be right, and when that is over. Keeps the active one. */
export function withConflict(before: Arbitration): Step {
  const state = withRivals(before)
  const conflict = conflictOf(state)
  const news: News[] = []
  if (before.conflict !== null && !isSame(before.conflict, conflict)) {
    news.push({ type: 'conflict-ended', ...before.conflict })
  }
  if (conflict !== null && !isSame(conflict, before.conflict)) {
    news.push({ type: 'conflict-began', ...conflict })
  }
  return { state: { ...state, conflict }, news }
}

function withRivals(state: Arbitration): Arbitration {
  const witnesses = state.witnesses.map((witness) => {
    const isRival = rivalUntilMs(state, witness) !== null
    const rivalSinceMs = isRival ? (witness.rivalSinceMs ?? state.nowMs) : null
    return rivalSinceMs === witness.rivalSinceMs ? witness : { ...witness, rivalSinceMs }
  })
  return { ...state, witnesses }
}

/** When this standby and the active monitor last both drove, or both claimed the car; null: not lately. */
function rivalUntilMs(state: Arbitration, standby: Witness): number | null {
  const { phase, isPicked, nowMs } = state
  const active = witnessOf(state, state.active)
  if (phase !== 'live' || isPicked || active === undefined || active === standby) return null
  const both = [active, standby]
  if (both.every((witness) => hasDrivenLately(witness, nowMs))) {
    return Math.min(...both.map(({ droveAtMs }) => droveAtMs ?? 0))
  }
  const heardAtMs = Math.min(...both.map((witness) => witness.heardAtMs ?? 0))
  return both.every(({ claims }) => claims) && nowMs - heardAtMs < CLAIM_HOLDS_MS ? heardAtMs : null
}

function conflictOf(state: Arbitration): Conflict | null {
  const { active, conflict } = state
  if (active === null) return null
  const still = standbys(state).find(({ monitor, rivalSinceMs }) => {
    return rivalSinceMs !== null && monitor.socket === conflict?.q.socket
  })
  const q = (still ?? standbys(state).find((witness) => isConflict(state, witness)))?.monitor
  return q === undefined ? null : { p: active, q }
}

/** Measured until both last did it, not until one is known to have stopped. */
function isConflict(state: Arbitration, standby: Witness): boolean {
  const untilMs = rivalUntilMs(state, standby)
  const { rivalSinceMs } = standby
  return untilMs !== null && rivalSinceMs !== null && untilMs - rivalSinceMs >= CONFLICT_AFTER_MS
}

const isSame = (one: Conflict, other: Conflict | null) =>
  one.p.socket === other?.p.socket && one.q.socket === other.q.socket
