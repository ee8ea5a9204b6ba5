import type { EnergyEntered } from '../race/inputs/energy-entered.ts'

/** What is left of virtual energy that somebody read out and nobody can see. */
export interface EnergyLeft {
  /** Percent, 0-100; null: see `ask`. */
  readonly percent: number | null
  /** Percent a lap; null: not known. */
  readonly percentPerLap: number | null
  /** Why there is no level, and it has to be read out again; null: there is one. */
  readonly ask: 'filled-since' | 'use-unknown' | null
}

export interface CountdownGround {
  readonly chapter: number
  /** Laps done, and the part of the next. */
  readonly lapsDone: number
  /** Whether the car has been filled since it was read. */
  readonly isFilledSince: boolean
  /** Level now; null: not known. */
  readonly fuelLiters: number | null
  readonly fuelLitersPerLap: number | null
  /** Percent of energy that go with a litre, by the setup; null: it does not say. */
  readonly percentPerLiter: number | null
}

/** Before anything tells what a lap takes, the reading stands for a lap or two and no longer. */
const STANDS_FOR_LAPS = 2

/**
 * Counted down by measured use from where it was read: by laps where the engineer knows what one takes, else by the fuel
 * that was used since, as the setup relates them. Never a level that rises by itself, never below 0.
 */
export function energyLeft(entered: EnergyEntered, ground: CountdownGround): EnergyLeft {
  const { fuelLitersPerLap, percentPerLiter } = ground
  const asEnergy = (liters: number | null) =>
    liters === null || percentPerLiter === null ? null : liters * percentPerLiter
  const percentPerLap = entered.percentPerLap ?? asEnergy(fuelLitersPerLap)
  if (ground.isFilledSince || ground.chapter !== entered.chapter) {
    return { percent: null, percentPerLap, ask: 'filled-since' }
  }
  const laps = Math.max(0, ground.lapsDone - entered.lapsDone)
  const byLaps = percentPerLap === null ? null : laps * percentPerLap
  const byFuel = entered.percentPerLap === null ? asEnergy(litersSince(entered, ground)) : null
  const used = byFuel ?? byLaps
  if (used === null && laps > STANDS_FOR_LAPS) {
    return { percent: null, percentPerLap, ask: 'use-unknown' }
  }
  const percent = Math.min(100, Math.max(0, entered.percent - (used ?? 0)))
  return { percent, percentPerLap, ask: null }
}

function litersSince({ fuelLiters: then }: EnergyEntered, { fuelLiters: now }: CountdownGround) {
  return then === null || now === null ? null : Math.max(0, then - now)
}
