import type { EnergyEntered } from '../race/inputs/energy-entered.ts'

/** What is left of virtual energy that somebody read out and nobody can see. */
export interface EnergyLeft {
  /** Percent, 0-100; null: the car has been filled since, or nobody knows what a lap takes. */
  readonly percent: number | null
  /** Percent a lap; null: not known. */
  readonly percentPerLap: number | null
  /** Why there is no level. */
  readonly ask: 'filled-since' | 'use-unknown' | null
}

export interface CountdownGround {
  readonly chapter: number
  /** Laps done and the part of the next. */
  readonly lapsDone: number
  /** Whether fuel has been filled in since it was read. */
  readonly isFilledSince: boolean
  readonly fuelLitersPerLap: number | null
  /** Percent of energy that go with a litre, by the setup; null: it does not say. */
  readonly percentPerLiter: number | null
}

/** Before anything tells what a lap takes, the reading stands for a lap or two and no longer. */
const STANDS_FOR_LAPS = 2

/** Counted down by measured use from where it was read: never a level that rises by itself, never below 0. */
export function energyLeft(entered: EnergyEntered, ground: CountdownGround): EnergyLeft {
  const { fuelLitersPerLap, percentPerLiter } = ground
  const byFuel =
    fuelLitersPerLap === null || percentPerLiter === null
      ? null
      : fuelLitersPerLap * percentPerLiter
  const percentPerLap = entered.percentPerLap ?? byFuel
  if (ground.isFilledSince || ground.chapter !== entered.chapter) {
    return { percent: null, percentPerLap, ask: 'filled-since' }
  }
  const laps = Math.max(0, ground.lapsDone - entered.lapsDone)
  if (percentPerLap === null) {
    return laps <= STANDS_FOR_LAPS
      ? { percent: entered.percent, percentPerLap, ask: null }
      : { percent: null, percentPerLap, ask: 'use-unknown' }
  }
  return {
    percent: Math.max(0, entered.percent - laps * percentPerLap),
    percentPerLap,
    ask: null,
  }
}
