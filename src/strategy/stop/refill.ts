import { ceilOf, reaches } from '../allowance.ts'

/** What a lap takes of both, one way of driving. */
export interface LapUse {
  /** Litres. */
  readonly fuelLiters: number | null
  /** Percent; null: the car has no virtual energy, or nobody knows what a lap takes of it. */
  readonly energyPercent: number | null
}

export interface RefillGround {
  readonly reserveLaps: number
  /** Usable fill, litres; null: not known. */
  readonly fillLiters: number | null
  /** r, litres that go with 1 % of energy, by the setup; null: it does not say. */
  readonly litersPerPercent: number | null
}

/** What to set in the MFD: levels after service. */
export interface Refill {
  /** VE, whole percents, 0-100; null: no virtual energy. */
  readonly energyPercent: number | null
  /** Whole litres, or the whole fill; null: not known. */
  readonly fuelLiters: number | null
  /** Litres needed for 1 % of energy at this use; null: one of them is not known. */
  readonly litersPerPercent: number | null
  /** False: so many laps are not in one fill. */
  readonly fits: boolean
}

/**
 * The levels for k laps. Absolute, as Le Mans Ultimate takes them: what will be in the car, not what is added.
 * VE = min(100, ⌈(k + reserve)·e⌉); litres = min(usable fill, ⌈max((k + reserve)·f, r·VE)⌉).
 * @param laps k, of use as given
 */
export function refillFor(laps: number, use: LapUse, ground: RefillGround): Refill {
  const { reserveLaps, fillLiters, litersPerPercent } = ground
  const { fuelLiters: f, energyPercent: e } = use
  const driven = laps + reserveLaps
  const energyNeeded = e === null ? null : driven * e
  const energyPercent = energyNeeded === null ? null : Math.min(100, ceilOf(energyNeeded))
  const litersNeeded = f === null ? null : driven * f
  const withEnergy = (litersPerPercent ?? 0) * (energyPercent ?? 0)
  const liters = litersNeeded === null ? null : ceilOf(Math.max(litersNeeded, withEnergy))
  return {
    energyPercent,
    fuelLiters: liters === null ? null : Math.min(fillLiters ?? liters, liters),
    litersPerPercent: f === null || e === null || e <= 0 ? null : f / e,
    fits: reaches(100, energyNeeded ?? 0) && reaches(fillLiters ?? Infinity, litersNeeded ?? 0),
  }
}
