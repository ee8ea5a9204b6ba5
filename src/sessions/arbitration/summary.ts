import { type Arbitration, type Phase, standbys, witnessOf } from './arbitration.ts'
import type { Monitor } from './monitor.ts'
import { hasDrivenLately, type Witness } from './witness.ts'

/** What a monitor seems to do, in a word: it drives, has a car of its own that runs, only listens in, or is gone. */
export type Doing = 'driving' | 'running' | 'idle' | 'gone'

/** One monitor, for people who choose. */
export interface MonitorSummary {
  /** What a choice is made with. */
  readonly socket: number
  /** Foreign text; null: it never said. */
  readonly driverName: string | null
  readonly doing: Doing
  readonly claims: boolean
  readonly heardAtMs: number | null
}

/** Who feeds the wall, who could, and whether somebody has to choose. */
export interface ArbitrationSummary {
  readonly phase: Phase
  readonly active: MonitorSummary | null
  readonly standbys: readonly MonitorSummary[]
  readonly isPicked: boolean
  /** When a frame last counted; null before the first. */
  readonly aliveAtMs: number | null
  /** The other one, if two cannot both be right. */
  readonly rival: MonitorSummary | null
}

/** A car whose frames have not counted for this long does nothing that matters. */
const RUNNING_WITHIN_MS = 5_000

export function arbitrationSummary(state: Arbitration): ArbitrationSummary {
  const { phase, active, isPicked, conflict, aliveAtMs, nowMs } = state
  const summary = (witness: Witness | undefined) => witness && monitorSummary(witness, nowMs)
  const summaryOf = (monitor: Monitor | undefined | null) =>
    (monitor && summary(witnessOf(state, monitor))) ?? null
  return {
    phase,
    active: summaryOf(active),
    standbys: standbys(state).map((witness) => monitorSummary(witness, nowMs)),
    isPicked,
    aliveAtMs: phase === 'empty' ? null : aliveAtMs,
    rival: summaryOf(conflict?.q),
  }
}

function monitorSummary(witness: Witness, nowMs: number): MonitorSummary {
  const { monitor, driverName, claims, heardAtMs } = witness
  return { socket: monitor.socket, driverName, doing: doing(witness, nowMs), claims, heardAtMs }
}

function doing(witness: Witness, nowMs: number): Doing {
  if (witness.hasLeft) return 'gone'
  if (hasDrivenLately(witness, nowMs)) return 'driving'
  const { countedAtMs } = witness
  return countedAtMs !== null && nowMs - countedAtMs < RUNNING_WITHIN_MS ? 'running' : 'idle'
}
