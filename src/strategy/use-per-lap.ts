import { type Lap, medianOf } from '../race/lap.ts'
import { scatterOf } from './scatter.ts'

/** By the number of the stint's own valid laps: below 3, below 10, more. */
export type Confidence = 'low' | 'medium' | 'high'

/**
 * What an amount rests on: this stint's laps, else this driver's, else the car's, else the setup's strings. `engineer`:
 * he said so; `fuel`: energy that nobody can see, by the fuel that goes with it.
 */
export type UseBasis = 'stint' | 'driver' | 'car' | 'setup' | 'engineer' | 'fuel'

/** The same amount seen otherwise; null where no lap tells it. */
export interface UseVariants {
  readonly last: number | null
  /** Median of the last ten valid laps, whoever drove them. */
  readonly lastTen: number | null
  readonly stint: number | null
  readonly race: number | null
  /** Most and least of the last ten valid laps. */
  readonly push: number | null
  readonly save: number | null
}

/** How much one lap takes, and what that rests on. */
export interface UsePerLap {
  /** Litres of fuel, or percent of virtual energy. Above 0. */
  readonly amount: number
  readonly basis: UseBasis
  readonly lapsCounted: number
  /** Valid laps of the stint the median is made of at most. */
  readonly window: number
  readonly confidence: Confidence
  readonly variants: UseVariants
  /** Relative scatter of one lap; null: not known yet. */
  readonly scatterRatio: number | null
}

const MEDIUM_FROM_LAPS = 3
const HIGH_FROM_LAPS = 10
const LAPS_OF_EXTREMES = 10

/** A lap whose use says something about the next one. The fold has flagged all that does not. */
export const isValidLap = (lap: Lap) => lap.flags.length === 0

const confidenceFrom = (laps: number): Confidence =>
  laps < MEDIUM_FROM_LAPS ? 'low' : laps < HIGH_FROM_LAPS ? 'medium' : 'high'

type UseOf = (lap: Lap) => number | null

interface Use {
  readonly lap: Lap
  readonly used: number
}

/**
 * Median use of the last valid laps of the stint; without any, the driver's median in this chapter, else the car's. null
 * when no lap tells anything. (race.md: no filter on the use itself, or saving shows too late.)
 * @param window laps of the stint in the median
 */
export function usePerLap(
  laps: readonly Lap[],
  stint: number,
  driverName: string | null,
  window: number,
  useOf: UseOf,
): UsePerLap | null {
  const telling = laps.flatMap((lap): readonly Use[] => {
    const used = isValidLap(lap) ? (useOf(lap) ?? 0) : 0
    return used > 0 ? [{ lap, used }] : []
  })
  const ofStint = telling.filter(({ lap }) => lap.stint === stint)
  const recent = ofStint.slice(-window)
  const ofDriver = telling.filter(({ lap }) => lap.driverName === driverName)
  const counted = [recent, ofDriver, telling].find((uses) => uses.length > 0)
  const amount = counted === undefined ? null : median(counted)
  if (counted === undefined || amount === null) return null
  return {
    amount,
    basis: counted === recent ? 'stint' : counted === ofDriver ? 'driver' : 'car',
    lapsCounted: counted.length,
    window,
    // Borrowed averages are of low confidence, whatever their number.
    confidence: counted === recent ? confidenceFrom(ofStint.length) : 'low',
    variants: variantsOf(telling, ofStint),
    scatterRatio: scatterOf(telling.map(({ used }) => used)),
  }
}

const median = (uses: readonly Use[]) => medianOf(uses.map(({ used }) => used))

function variantsOf(telling: readonly Use[], ofStint: readonly Use[]): UseVariants {
  const lastTen = telling.slice(-LAPS_OF_EXTREMES)
  const extreme = (of: (...values: number[]) => number) =>
    lastTen.length === 0 ? null : of(...lastTen.map(({ used }) => used))
  return {
    last: telling.at(-1)?.used ?? null,
    lastTen: median(lastTen),
    stint: median(ofStint),
    race: median(telling),
    push: extreme(Math.max),
    save: extreme(Math.min),
  }
}

const noVariants: UseVariants = {
  ...{ last: null, lastTen: null, stint: null },
  ...{ race: null, push: null, save: null },
}

/** An amount that somebody says, and no lap has shown. */
export const useFromElsewhere = (
  amount: number | null,
  basis: 'setup' | 'engineer',
): UsePerLap | null =>
  amount === null || !(amount > 0)
    ? null
    : {
        ...{ amount, basis, lapsCounted: 0, window: 0, confidence: 'low' },
        ...{ variants: noVariants, scatterRatio: null },
      }

/** Energy that nobody can see, by the fuel that goes with it: as sure as that is. @param amount percent a lap */
export function useByFuel(fuel: UsePerLap, amount: number): UsePerLap {
  const percentPerLiter = amount / fuel.amount
  const asEnergy = (liters: number | null) => (liters === null ? null : liters * percentPerLiter)
  const { last, lastTen, stint, race, push, save } = fuel.variants
  return {
    ...fuel,
    ...{ amount, basis: 'fuel' },
    variants: {
      ...{ last: asEnergy(last), lastTen: asEnergy(lastTen), stint: asEnergy(stint) },
      ...{ race: asEnergy(race), push: asEnergy(push), save: asEnergy(save) },
    },
  }
}
