import type { DrivingRules } from '../../race/inputs/driving-rules.ts'
import type { Stint } from '../../race/stint.ts'
import { type DrivingTime, drivingTimes } from '../driving-time.ts'
import {
  HORIZON_MS,
  nextDriver,
  type PlanGround,
  type PlannedTurn,
  plannedTurns,
} from './planned-turns.ts'
import { type Interval, mostInWindow } from './rolling-window.ts'
import { type RuleBreak, ruleBreak } from './rule-break.ts'

/** One of those who share the car: what is driven, and what is to come. */
export interface DriverOutlook extends DrivingTime {
  readonly isDriving: boolean
  /** He gets in with the next stop. */
  readonly isNext: boolean
  /** Most in any window of the rule, ms; null: there is no such rule. */
  readonly windowMs: number | null
  /** Until he gets in, ms; null: he drives, or it is not planned. */
  readonly upInMs: number | null
  /** The first rule that breaks if he, who drives, stays in to the flag; null: none, or he does not drive. */
  readonly ifStays: RuleBreak | null
  /** The first rule that breaks by the order of the roster; null: none. */
  readonly asPlanned: RuleBreak | null
  /** What he will be short of the least time at the flag as planned, ms; null: nothing, or no such rule. */
  readonly missingMs: number | null
}

export interface DriversGround extends PlanGround {
  readonly rules: DrivingRules
}

/** Those of the roster, in its order, then whoever else has driven. */
export function driverOutlooks(
  stints: readonly Stint[],
  ground: DriversGround,
): readonly DriverOutlook[] {
  const { nowMs, roster } = ground
  const times = drivingTimes(stints, nowMs)
  const plan = plannedTurns(ground)
  const isOther = ({ driverName }: DrivingTime) =>
    driverName === null || !roster.includes(driverName)
  const all = [
    ...roster.map((name) => times.find((time) => time.driverName === name) ?? notYet(name)),
    ...times.filter(isOther),
  ]
  return all.map((time) =>
    outlookOf(time, intervalsOf(stints, time.driverName, nowMs), plan, ground),
  )
}

const notYet = (driverName: string): DrivingTime => ({
  ...{ driverName, stints: 0, totalMs: 0, longestMs: 0, currentMs: null, restMs: null },
})

function outlookOf(
  time: DrivingTime,
  driven: readonly Interval[],
  plan: readonly PlannedTurn[],
  ground: DriversGround,
): DriverOutlook {
  const { rules, nowMs, driverName } = ground
  const isDriving = time.currentMs !== null && time.driverName === driverName
  const own = plan.filter((turn) => turn.driverName === time.driverName)
  return {
    ...time,
    isDriving,
    isNext: time.driverName !== null && time.driverName === nextDriver(ground),
    windowMs: rules.window && mostInWindow(driven, rules.window.lengthMs),
    upInMs: isDriving || own[0] === undefined ? null : Math.max(0, own[0].fromMs - nowMs),
    ifStays: isDriving ? breakIfStays(time, driven, ground) : null,
    asPlanned: breakAsPlanned(time, driven, own, rules),
    missingMs: missing(time, own, ground),
  }
}

const intervalsOf = (stints: readonly Stint[], name: string | null, nowMs: number): Interval[] =>
  stints
    .filter((stint) => stint.driverName === name)
    .map(({ startedAtMs: fromMs, endedAtMs }) => ({
      fromMs,
      toMs: Math.max(fromMs, endedAtMs ?? nowMs),
    }))

function breakIfStays(time: DrivingTime, driven: readonly Interval[], ground: DriversGround) {
  const { nowMs, untilFlagMs, rules } = ground
  const untilMs = nowMs + Math.min(untilFlagMs ?? HORIZON_MS, HORIZON_MS)
  return ruleBreak({ fromMs: nowMs, untilMs, unbrokenMs: time.currentMs ?? 0, driven }, rules)
}

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

/** Where the flag is not known nobody knows what he will have driven by then. */
function missing(time: DrivingTime, own: readonly PlannedTurn[], ground: DriversGround) {
  const { minMs } = ground.rules
  if (minMs === null || ground.untilFlagMs === null) return null
  const plannedMs = own.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
  const missingMs = minMs - time.totalMs - plannedMs
  return missingMs > 0 ? missingMs : null
}
