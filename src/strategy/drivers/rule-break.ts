import type { DrivingRules } from '../../race/inputs/driving-rules.ts'
import { type Interval, windowBrokenAtMs } from './rolling-window.ts'

/** Which rule will be broken, and when, ms of the server's clock. */
export interface RuleBreak {
  readonly rule: 'max' | 'stint-max' | 'window'
  readonly atMs: number
}

/** What somebody has driven before a turn at the wheel that goes on, or is to come. */
export interface TurnAhead {
  readonly fromMs: number
  readonly untilMs: number
  /** Of his unbroken time, what has been driven before `fromMs`. */
  readonly unbrokenMs: number
  /** All he has driven before `fromMs`. */
  readonly driven: readonly Interval[]
}

/** The first rule that breaks if he drives all of it; null: none does. */
export function ruleBreak(turn: TurnAhead, rules: DrivingRules): RuleBreak | null {
  const { fromMs, untilMs, unbrokenMs, driven } = turn
  const totalMs = driven.reduce((sum, each) => sum + each.toMs - each.fromMs, 0)
  const { maxMs, stintMaxMs, window } = rules
  const breaks: (RuleBreak | null)[] = [
    maxMs === null ? null : { rule: 'max', atMs: fromMs + maxMs - totalMs },
    stintMaxMs === null ? null : { rule: 'stint-max', atMs: fromMs + stintMaxMs - unbrokenMs },
    window === null ? null : windowBreak(windowBrokenAtMs(driven, fromMs, untilMs, window)),
  ]
  let first: RuleBreak | null = null
  for (const each of breaks) {
    if (each === null || each.atMs >= untilMs) continue
    const atMs = Math.max(fromMs, each.atMs)
    if (first === null || atMs < first.atMs) first = { ...each, atMs }
  }
  return first
}

const windowBreak = (atMs: number | null): RuleBreak | null =>
  atMs === null ? null : { rule: 'window', atMs }
