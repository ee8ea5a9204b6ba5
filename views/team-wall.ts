import type { Session } from '../src/race/session.ts'
import type { Outlook } from '../src/strategy/outlook.ts'
import { type FreshnessState, freshnessState } from './freshness-state.ts'
import { sessionPulse } from './session-pulse.ts'

/** One car among others. */
export interface TeamCar {
  readonly session: Session
  readonly outlook: Outlook
  readonly state: FreshnessState
  readonly ageMs: number | null
  /** What is wrong with it, the worst first. */
  readonly troubles: readonly Trouble[]
}

export type Trouble = 'offline' | 'conflict' | 'stale' | 'low' | 'unsaved' | 'delayed'

/** Several cars, worst news first. */
export interface TeamWall {
  readonly name: string
  readonly cars: readonly TeamCar[]
  readonly nowMs: number
}

/** As on the dashboard. Guessed. */
const LOW_LAPS = 3
/** The page is told once a second. */
const INTERVAL_MS = 1_000

const worstFirst: readonly Trouble[] = ['offline', 'conflict', 'stale', 'low', 'unsaved', 'delayed']
const restful: readonly FreshnessState[] = ['live', 'paused', 'garage', 'waiting', 'ended']

export function teamWall(
  name: string,
  cars: readonly { readonly session: Session; readonly outlook: Outlook }[],
  nowMs: number,
): TeamWall {
  const judged = cars.map((car) => teamCar(car.session, car.outlook, nowMs))
  return { name, cars: judged.toSorted(byNews), nowMs }
}

function teamCar(session: Session, outlook: Outlook, nowMs: number): TeamCar {
  const pulse = sessionPulse(session, nowMs, '')
  const state = freshnessState(pulse, INTERVAL_MS)
  const has: Readonly<Record<Trouble, boolean>> = {
    offline: state === 'offline',
    conflict: (session.feed?.conflict ?? null) !== null,
    stale: state === 'stale',
    low: outlook.lapsLeft !== null && outlook.lapsLeft.laps < LOW_LAPS,
    unsaved: session.unsavedSinceMs !== null,
    delayed: state === 'delayed',
  }
  const troubles = state === 'ended' ? [] : worstFirst.filter((trouble) => has[trouble])
  return { session, outlook, state, ageMs: pulse.ageMs, troubles }
}

function byNews(one: TeamCar, other: TeamCar): number {
  const byRank = rank(one) - rank(other)
  if (byRank !== 0) return byRank
  const byLaps = lapsLeft(one) - lapsLeft(other)
  // Two cars with nothing known are as good as each other: they stay in the team's own order.
  return Number.isNaN(byLaps) ? 0 : Math.sign(Math.round(byLaps))
}

function rank({ troubles: [worst], state }: TeamCar): number {
  return worst === undefined
    ? worstFirst.length + Math.max(0, restful.indexOf(state))
    : worstFirst.indexOf(worst)
}

/** Infinity − Infinity is NaN: not known, both of them. */
const lapsLeft = ({ outlook }: TeamCar) => outlook.lapsLeft?.laps ?? Number.POSITIVE_INFINITY
