import { RESUMED_WITHIN_MS } from '../../race/chapter-change.ts'
import { type Arbitration, witnessOf } from './arbitration.ts'
import type { News, Step } from './arbitration-event.ts'
import { newWitness, type Witness } from './witness.ts'

/** Shorter gaps are networks, not drivers. */
export const QUIET_AFTER_MS = 5_000
/** A driver swap or a rejoin after a crash is over by then. */
export const OFFLINE_AFTER_MS = 120_000

/** Only time has passed. Both changes may be due at once, after a sleep of the server. */
export function afterTime(before: Arbitration, atMs: number): Step {
  const news: News[] = []
  let state = withoutHistory({ ...before, nowMs: Math.max(before.nowMs, atMs) })
  const { active, nowMs, aliveAtMs } = state
  if (active === null) return { state, news }
  if (state.phase === 'live' && nowMs - aliveAtMs >= QUIET_AFTER_MS) {
    state = quiet(state, aliveAtMs + QUIET_AFTER_MS)
    news.push({ type: 'went-quiet', monitor: active })
  }
  const quietForMs = nowMs - (state.quietAtMs ?? nowMs)
  if (state.phase === 'quiet' && quietForMs >= OFFLINE_AFTER_MS - QUIET_AFTER_MS) {
    state = { ...state, phase: 'offline' }
    news.push({ type: 'went-offline', monitor: active })
  }
  return { state, news }
}

const withoutHistory = (state: Arbitration): Arbitration =>
  state.earlier !== null && state.nowMs - state.earlier.atMs >= RESUMED_WITHIN_MS
    ? { ...state, earlier: null }
    : state

const quiet = (state: Arbitration, quietAtMs: number): Arbitration => ({
  ...state,
  phase: 'quiet',
  quietAtMs,
  isPicked: false,
})

/** No monitor has this number: sockets are numbered from 1 in every process. */
export const NO_SOCKET = -1

/**
 * The server comes up with what it had saved: who was live may be so again in a moment. Time before is as the old
 * process measured it, and may lie ahead of ours.
 */
export function afterRestart(before: Arbitration, atMs: number): Step {
  const wasActive = witnessOf(before, before.active)
  const active = before.active && { ...before.active, socket: NO_SOCKET }
  const past = (momentMs: number) => Math.min(momentMs, atMs)
  const state: Arbitration = {
    ...before,
    active,
    witnesses:
      wasActive && active ? [gone({ ...wasActive, monitor: active }, past(before.aliveAtMs))] : [],
    nowMs: atMs,
    aliveAtMs: past(before.aliveAtMs),
    switchedAtMs: before.switchedAtMs === null ? null : past(before.switchedAtMs),
    conflict: null,
    chapter: before.chapter && { ...before.chapter, atMs: past(before.chapter.atMs) },
    earlier: before.earlier && { ...before.earlier, atMs: past(before.earlier.atMs) },
  }
  const ended: News[] = before.conflict ? [{ type: 'conflict-ended', ...before.conflict }] : []
  if (state.phase !== 'live' || active === null) return { state, news: ended }
  return {
    state: quiet(state, atMs),
    news: [...ended, { type: 'went-quiet', monitor: active }],
  }
}

/** What is still true of a monitor whose socket is gone, and when it was heard last. */
const gone = (witness: Witness, atMs: number): Witness => {
  const { monitor, driverName, place, signs, hasShownTireTemps } = witness
  const presentAtMs = witness.presentAtMs === null ? null : Math.min(witness.presentAtMs, atMs)
  const known = { driverName, place, signs, hasShownTireTemps, presentAtMs }
  return { ...newWitness(monitor, atMs), ...known, hasLeft: true, heardAtMs: atMs }
}
