import type { DrivingRules } from '../../race/inputs/driving-rules.ts'
import type { Stint } from '../../race/stint.ts'
import { type DrivingTime, drivingTimes } from '../driving-time.ts'
import { type PlanGround, type PlannedTurn, plannedTurns } from './planned-turns.ts'
import { type Interval, mostInWindow } from './rolling-window.ts'
import { type RuleBreak, ruleBreak } from './rule-break.ts'

/** One of those who share the car: what is driven, and what is to come. */
export interface DriverOutlook extends DrivingTime {
  readonly isDriving: boolean
  /** Most in any window of the rule, ms; null: there is no such rule. */
  readonly windowMs: number | null
  /** Until he gets in, ms; null: not planned. */
  readonly upInMs: number | null
  /** The first rule that breaks if he, who drives, stays in to the flag; null: none, or he does not drive. */
  readonly ifStays: RuleBreak | null
  /** The first rule that breaks by the order of the roster. */
  readonly asPlanned: RuleBreak | null
  /** What he will be short of the least time at the flag, ms; null: nothing, or no such rule. */
  readonly missingMs: number | null
}

export interface DriversGround extends PlanGround {
  readonly rules: DrivingRules
}

/** The roster's first, in its order, then whoever else has driven. */
export function driverOutlooks(
  stints: readonly Stint[],
  ground: DriversGround,
): readonly DriverOutlook[] {
  const { nowMs, roster, driverName } = ground
  const times = drivingTimes(stints, nowMs)
  const plan = plannedTurns(ground)
  const known = [
    ...roster.map((name) => times.find((time) => time.driverName === name) ?? notYet(name)),
    ...times.filter((time) => time.driverName === null || !roster.includes(time.driverName)),
  ]
  return known.map((time) => {
    const isDriving = time.currentMs !== null && time.driverName === driverName
    const driven = intervalsOf(stints, time.driverName, nowMs)
    const own = plan.filter((turn) => turn.driverName === time.driverName)
    return {
      ...time,
      isDriving,
      windowMs: ground.rules.window && mostInWindow(driven, ground.rules.window.lengthMs),
      upInMs: isDriving ? null : upIn(own, nowMs),
      ifStays: isDriving ? breakIfStays(time, driven, ground) : null,
      asPlanned: breakAsPlanned(time, driven, own, ground.rules),
      missingMs: missing(time, own, ground),
    }
  })
}

const notYet = (driverName: string): DrivingTime => ({
  ...{ driverName, stints: 0, totalMs: 0, longestMs: 0, currentMs: null, restMs: null },
})

const upIn = (own: readonly PlannedTurn[], nowMs: number) => {
  const [first] = own
  return first === undefined ? null : Math.max(0, first.fromMs - nowMs)
}

const intervalsOf = (stints: readonly Stint[], name: string | null, nowMs: number): Interval[] =>
  stints
    .filter((stint) => stint.driverName === name)
    .map(({ startedAtMs, endedAtMs }) => ({ fromMs: startedAtMs, toMs: endedAtMs ?? nowMs }))

function breakIfStays(time: DrivingTime, driven: readonly Interval[], ground: DriversGround) {
  const { nowMs, untilFlagMs, rules } = ground
  const untilMs = untilFlagMs === null ? Infinity : nowMs + untilFlagMs
  const horizonMs = Math.min(untilMs, nowMs + HORIZON_MS)
  const turn = { fromMs: nowMs, untilMs: horizonMs, unbrokenMs: time.currentMs ?? 0, driven }
  return ruleBreak(turn, rules)
}

/** Where the flag is not known nobody looks further ahead than a day. */
const HORIZON_MS = 24 * 3600_000

function breakAsPlanned(
  time: DrivingTime,
  driven: readonly Interval[],
  own: readonly PlannedTurn[],
  rules: DrivingRules,
): RuleBreak | null {
  const soFar = [...driven]
  for (const [turn, { fromMs, toMs }] of own.entries()) {
    const unbrokenMs = turn === 0 ? (time.currentMs ?? 0) : 0
    const broken = ruleBreak({ fromMs, untilMs: toMs, unbrokenMs, driven: soFar }, rules)
    if (broken !== null) return broken
    soFar.push({ fromMs, toMs })
  }
  return null
}

function missing(time: DrivingTime, own: readonly PlannedTurn[], ground: DriversGround) {
  const { minMs } = ground.rules
  if (minMs === null) return null
  const plannedMs = own.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
  const missingMs = minMs - time.totalMs - plannedMs
  return missingMs > 0 ? missingMs : null
}
