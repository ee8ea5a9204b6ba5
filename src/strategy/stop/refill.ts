import { ceilOf } from '../allowance.ts'

/** What a lap takes of both, one way of driving. */
export interface LapUse {
  /** Litres. */
  readonly fuelLiters: number | null
  /** Percent; null: the car has no virtual energy, or nobody knows what a lap takes of it. */
  readonly energyPercent: number | null
}

export interface RefillGround {
  readonly reserveLaps: number
  /** Litres that fit; null: not known. */
  readonly fillLiters: number | null
  /** Litres that go with 1 % of energy, by the setup; null: it does not say. */
  readonly litersPerPercent: number | null
}

/** What to set in the MFD: levels after service, whole numbers. */
export interface Refill {
  /** Percent; null: no virtual energy. */
  readonly energyPercent: number | null
  readonly fuelLiters: number | null
  /** Litres that go with 1 % of energy at this use; null: one of them is not known. */
  readonly ratioLiters: number | null
  /** False: so many laps do not fit. */
  readonly fits: boolean
}

/**
 * The levels for k laps. Absolute, as Le Mans Ultimate takes them: what will be in the car, not what is added.
 * @param laps k, of use as given
 */
export function refillFor(laps: number, use: LapUse, ground: RefillGround): Refill {
  const { reserveLaps, fillLiters, litersPerPercent } = ground
  const driven = laps + reserveLaps
  const energy = use.energyPercent === null ? null : ceilOf(driven * use.energyPercent)
  const energyPercent = energy === null ? null : Math.min(100, energy)
  const forLaps = use.fuelLiters === null ? null : driven * use.fuelLiters
  const forEnergy = energyPercent === null ? 0 : (litersPerPercent ?? 0) * energyPercent
  const liters = forLaps === null ? null : ceilOf(Math.max(forLaps, forEnergy))
  return {
    energyPercent,
    // A fill that is no whole number of litres cannot be rounded up beyond what fits.
    fuelLiters: liters === null ? null : Math.min(liters, Math.floor(fillLiters ?? liters)),
    ratioLiters:
      use.fuelLiters === null || use.energyPercent === null || use.energyPercent <= 0
        ? null
        : use.fuelLiters / use.energyPercent,
    fits: (energy ?? 0) <= 100 && (forLaps ?? 0) <= (fillLiters ?? Infinity) + FITS_ALLOWED,
  }
}

/** Of a litre: sums of measured numbers. */
const FITS_ALLOWED = 1e-9
