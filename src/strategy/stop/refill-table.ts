import { type LapUse, type Refill, type RefillGround, refillFor } from './refill.ts'

/** What to set for a stint of so many laps, as it may be driven. */
export interface RefillRow {
  /** k, laps of the next stint, whole, from 1. */
  readonly laps: number
  /** As the way to the flag was worked out: whole fills, and what is left with the last stop. */
  readonly isPlan: boolean
  /** All the way. A row may be both. */
  readonly isToFlag: boolean
  /** At the most that was used lately; at the median of now or of the stint, whichever is more; and at the least. */
  readonly push: Refill
  readonly average: Refill
  readonly save: Refill
}

export interface RefillQuestion extends RefillGround {
  /** Laps from the stop to the flag by the upper bound, whole; null: the flag is not known. */
  readonly lapsToFlag: number | null
  /** K, laps of a whole fill but for the margin; null: not known. */
  readonly lapsAFill: number | null
  /** Stops that are left after this one; null: not known. */
  readonly stopsAfter: number | null
  readonly push: LapUse
  readonly average: LapUse
  readonly save: LapUse
}

/** A lap or two fewer and more than planned: for traffic, for rain, for whoever wants to come in earlier. */
const AROUND_PLAN = [-2, -1, 0, 1, 2] as const

/** Rows for stints around the plan, and to the flag. Shortest first; none where neither is known. */
export function refillTable(question: RefillQuestion): readonly RefillRow[] {
  const { lapsToFlag, push, average, save } = question
  const plan = plannedLaps(question)
  if (plan === null) return []
  const around = AROUND_PLAN.map((aside) => plan + aside)
  const laps = around.filter((each) => each >= 1 && each <= (lapsToFlag ?? Infinity))
  const all = new Set(lapsToFlag === null ? laps : [...laps, Math.max(1, lapsToFlag)])
  return [...all]
    .sort((a, b) => a - b)
    .map((each) => ({
      laps: each,
      isPlan: each === plan,
      isToFlag: each === lapsToFlag,
      push: refillFor(each, push, question),
      average: refillFor(each, average, question),
      save: refillFor(each, save, question),
    }))
}

function plannedLaps({ lapsToFlag, lapsAFill, stopsAfter }: RefillQuestion): number | null {
  const isLast = lapsToFlag !== null && (stopsAfter === null || stopsAfter < 1)
  if (isLast || lapsAFill === null) return lapsToFlag === null ? null : Math.max(1, lapsToFlag)
  return Math.max(1, Math.min(lapsAFill, lapsToFlag ?? lapsAFill))
}
