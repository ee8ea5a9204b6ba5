import { type Lap, medianOf } from '../race/lap.ts'

export type Confidence = 'low' | 'medium' | 'high'

/** How much one lap takes, and what that rests on. */
export interface UsePerLap {
  /** Litres of fuel, or percent of virtual energy. */
  readonly amount: number
  /** This stint's laps, else this driver's, else the car's, else the setup's strings. */
  readonly basis: 'stint' | 'driver' | 'car' | 'setup'
  readonly lapsCounted: number
  readonly confidence: Confidence
}

/** Enough to even out traffic, few enough to follow a driver who begins to save. */
const LAPS_IN_AVERAGE = 5
const MEDIUM_FROM_LAPS = 3
const HIGH_FROM_LAPS = 10

/** A lap whose use says something about the next one. The fold has flagged all that does not. */
export const isValidLap = (lap: Lap) => lap.flags.length === 0

const confidenceFrom = (laps: number): Confidence =>
  laps < MEDIUM_FROM_LAPS ? 'low' : laps < HIGH_FROM_LAPS ? 'medium' : 'high'

type UseOf = (lap: Lap) => number | null

/**
 * Median use of the last five valid laps of the stint; without any, the driver's median in this chapter, else
 * the car's. null when no lap tells anything. (race.md: no filter on the use itself, or saving shows too late.)
 */
export function usePerLap(
  laps: readonly Lap[],
  stint: number,
  driverName: string | null,
  useOf: UseOf,
): UsePerLap | null {
  const telling = laps.filter((lap) => isValidLap(lap) && (useOf(lap) ?? 0) > 0)
  const ofStint = telling.filter((lap) => lap.stint === stint)
  if (ofStint.length > 0) {
    const used = medianUse(ofStint.slice(-LAPS_IN_AVERAGE), 'stint', useOf)
    return used && { ...used, confidence: confidenceFrom(ofStint.length) }
  }
  const ofDriver = telling.filter((lap) => lap.driverName === driverName)
  return medianUse(ofDriver, 'driver', useOf) ?? medianUse(telling, 'car', useOf)
}

/** Borrowed averages are of low confidence, whatever their number. */
function medianUse(laps: readonly Lap[], basis: UsePerLap['basis'], useOf: UseOf) {
  const amount = medianOf(laps.flatMap((lap) => useOf(lap) ?? []))
  if (amount === null) return null
  return { amount, basis, lapsCounted: laps.length, confidence: 'low' as Confidence }
}

export const useFromSetup = (amount: number | null): UsePerLap | null =>
  amount === null ? null : { amount, basis: 'setup', lapsCounted: 0, confidence: 'low' }
