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

/** The first rule that breaks if he drives all of it, not before `fromMs`; null: none does. */
export function ruleBreak(turn: TurnAhead, rules: DrivingRules): RuleBreak | null {
  const { fromMs, untilMs, unbrokenMs, driven } = turn
  const { maxMs, stintMaxMs, window } = rules
  const totalMs = driven.reduce((sum, each) => sum + each.toMs - each.fromMs, 0)
  const breaks: readonly (readonly [RuleBreak['rule'], atMs: number | null])[] = [
    ['max', maxMs === null ? null : fromMs + maxMs - totalMs],
    ['stint-max', stintMaxMs === null ? null : fromMs + stintMaxMs - unbrokenMs],
    ['window', window === null ? null : windowBrokenAtMs(driven, fromMs, untilMs, window)],
  ]
  let first: RuleBreak | null = null
  for (const [rule, atMs] of breaks) {
    // Just as much as is allowed breaks nothing.
    if (atMs === null || atMs >= untilMs) continue
    if (first === null || atMs < first.atMs) first = { rule, atMs: Math.max(fromMs, atMs) }
  }
  return first
}
