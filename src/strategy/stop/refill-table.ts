import { ceilOf } from '../allowance.ts'
import { type LapUse, type Refill, type RefillGround, refillFor } from './refill.ts'

export interface RefillRow {
  /** Laps of the next stint, whole. */
  readonly laps: number
  /** `plan`: even stints to the flag; `flag`: all the way. A row may be both. */
  readonly isPlan: boolean
  readonly isToFlag: boolean
  readonly push: Refill
  readonly average: Refill
  readonly save: Refill
}

export interface RefillQuestion extends RefillGround {
  /** Laps from the stop to the flag by the upper bound, whole; of a whole fill where the flag is not known. */
  readonly lapsAfterStop: number
  readonly isFlagKnown: boolean
  /** Stops that are left, this one included, from 1. */
  readonly stopsLeft: number
  readonly push: LapUse
  readonly average: LapUse
  readonly save: LapUse
}

/** Two laps fewer and more than planned: traffic, rain, a yellow. */
const AROUND_PLAN = [-2, 0, 2] as const

/** Rows for stints around the plan, and to the flag. */
export function refillTable(question: RefillQuestion): readonly RefillRow[] {
  const { lapsAfterStop, stopsLeft, isFlagKnown } = question
  const plan = Math.max(1, ceilOf(lapsAfterStop / Math.max(1, stopsLeft)))
  const laps = new Set<number>()
  for (const aside of AROUND_PLAN) {
    if (plan + aside >= 1 && plan + aside <= lapsAfterStop) laps.add(plan + aside)
  }
  laps.add(Math.max(1, lapsAfterStop))
  return [...laps]
    .sort((a, b) => a - b)
    .map((each) => ({
      laps: each,
      isPlan: each === plan,
      isToFlag: isFlagKnown && each === lapsAfterStop,
      push: refillFor(each, question.push, question),
      average: refillFor(each, question.average, question),
      save: refillFor(each, question.save, question),
    }))
}
