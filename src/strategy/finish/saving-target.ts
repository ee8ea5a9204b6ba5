import type { WalkGround } from './stop-walk.ts'
import { walkToFlag } from './stop-walk.ts'

/** Driving so much leaner saves one stop. */
export interface SavingTarget {
  /** Of the use per lap now, 0-0.12. */
  readonly savedRatio: number
  /** Litres a lap may take then; null: what it takes now is not known. */
  readonly fuelLitersPerLap: number | null
  /** Percent of virtual energy a lap may take then; null: there is none, or it is not known. */
  readonly energyPercentPerLap: number | null
  /** Stops that are left then: one fewer than as it is driven now. */
  readonly stopsLeft: number
}

/** What a lap takes now; null: not known. */
export interface UseNow {
  readonly fuelLiters: number | null
  readonly energyPercent: number | null
}

/** More than that nobody saves without being passed by everybody (race.md). */
const SAVED_MOST_RATIO = 0.12
/** The target is met by the median lap; half of the laps are worse. Without it 2 races in 100 still have to stop. */
const SAFETY_RATIO = 0.005
const STEPS = 12

/**
 * The smallest saving with which the walk needs one stop fewer, and a little more. null: no stop to save, or more than 12 % would have to be
 * saved.
 * @param flagMs when the leader takes the flag at the latest, ms from now
 */
export function savingTarget(flagMs: number, ground: WalkGround, use: UseNow): SavingTarget | null {
  const { lapsLeft, fillLaps } = ground
  if (lapsLeft === null || fillLaps === null) return null
  const now = walkToFlag(flagMs, ground)
  if (!now.isReached || now.stops < 1) return null
  const isSavedWith = (ratio: number) => {
    const leaner = { lapsLeft: lapsLeft / (1 - ratio), fillLaps: fillLaps / (1 - ratio) }
    const walk = walkToFlag(flagMs, { ...ground, ...leaner })
    return walk.isReached && walk.stops < now.stops
  }
  if (!isSavedWith(SAVED_MOST_RATIO)) return null
  let [low, high] = [0, SAVED_MOST_RATIO]
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (isSavedWith(middle)) high = middle
    else low = middle
  }
  const savedRatio = high + SAFETY_RATIO
  if (savedRatio > SAVED_MOST_RATIO) return null
  const leaner = (amount: number | null) => (amount === null ? null : amount * (1 - savedRatio))
  return {
    savedRatio,
    fuelLitersPerLap: leaner(use.fuelLiters),
    energyPercentPerLap: leaner(use.energyPercent),
    stopsLeft: now.stops - 1,
  }
}
