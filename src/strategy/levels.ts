import type { Session } from '../race/session.ts'
import type { Telemetry } from '../race/telemetry.ts'
import { type EnergyLeft, energyLeft } from './entered-energy.ts'
import type { LapAverages } from './lap-averages.ts'
import { type ResourceOutlook, resourceOutlook } from './resource.ts'
import type { SetupFacts } from './setup-facts.ts'
import { type UsePerLap, useByFuel, useFromElsewhere } from './use-per-lap.ts'
import type { Whereabouts } from './whereabouts.ts'

/** What is in the car, what a lap takes of it, and how many laps it lasts. */
export interface Levels {
  readonly fuel: ResourceOutlook
  /** null: the car has no virtual energy, or the monitor cannot send it and nobody has said. */
  readonly energy: ResourceOutlook | null
  /** Virtual energy is by what the engineer read out; null: as sent, or there is none. */
  readonly entered: EnergyEntry | null
}

/** `ask`: why the level has to be read out again; null: it is counted down. */
export type EnergyEntry = Pick<EnergyLeft, 'ask'>

export function levels(
  session: Session,
  facts: SetupFacts,
  averages: LapAverages,
  place: Whereabouts,
): Levels {
  const { telemetry } = session
  const { unseenLaps } = place
  const fuelUse = averages.fuelLiters ?? useFromElsewhere(facts.fuelLitersPerLap, 'setup')
  const liters = driven(telemetry?.fuelLiters ?? null, fuelUse, unseenLaps)
  const fuel = resourceOutlook(liters, usableLiters(telemetry, facts), fuelUse)
  const sent = session.chapter?.hasEnergy === true
  const entered = sent ? null : enteredEnergy(session, facts, fuel, place)
  if (entered !== null) return { fuel, ...entered }
  if (!sent && !hasEnergyBySetup(telemetry, facts)) return { fuel, energy: null, entered: null }
  const use = averages.energyPercent ?? useFromElsewhere(facts.energyPercentPerLap, 'setup')
  const level = driven(percent(telemetry?.virtualEnergyRatio ?? null), use, unseenLaps)
  return { fuel, energy: resourceOutlook(level, 100, use), entered: null }
}

/** What is left after so many laps; never below 0. */
const driven = (level: number | null, use: UsePerLap | null, laps: number): number | null =>
  level === null || laps <= 0 || use === null ? level : Math.max(0, level - laps * use.amount)

function enteredEnergy(
  session: Session,
  facts: SetupFacts,
  fuel: ResourceOutlook,
  { lap, part }: Whereabouts,
): Pick<Levels, 'energy' | 'entered'> | null {
  const { inputs, chapter, stops, lapInProgress } = session
  const { energy } = inputs
  if (energy === null) return null
  const rest = lapInProgress?.rest ?? null
  const { percent, percentPerLap, ask } = energyLeft(energy, {
    chapter: chapter?.number ?? 0,
    lapsDone: lap - 1 + part,
    isFilledSince:
      (stops.at(-1)?.atMs ?? -Infinity) > energy.atMs ||
      (rest?.isStop === true && rest.sinceMs > energy.atMs),
    fuelLiters: fuel.level,
    fuelLitersPerLap: fuel.usePerLap?.amount ?? null,
    percentPerLiter: percentPerLiter(facts),
  })
  const use =
    energy.percentPerLap !== null || fuel.usePerLap === null || percentPerLap === null
      ? useFromElsewhere(percentPerLap, 'engineer')
      : useByFuel(fuel.usePerLap, percentPerLap)
  return { energy: resourceOutlook(percent, 100, use), entered: { ask } }
}

function percentPerLiter({ litersPerPercent, energyPercentPerLap, fuelLitersPerLap }: SetupFacts) {
  if (litersPerPercent !== null) return 1 / litersPerPercent
  if (energyPercentPerLap === null || fuelLitersPerLap === null) return null
  return energyPercentPerLap / fuelLitersPerLap
}

/** What fits is the fill that the setup allows, not the tank; more than that in it, and it is the tank after all. */
function usableLiters(telemetry: Telemetry | null, { fuelFillLiters }: SetupFacts): number | null {
  const tank = telemetry?.fuelCapacityLiters ?? null
  if (fuelFillLiters === null || (telemetry?.fuelLiters ?? 0) > fuelFillLiters) return tank
  return fuelFillLiters
}

/**
 * Cars without virtual energy send 0: never above 0 in a chapter is "has none". A monitor that sends nothing says
 * nothing, and then the setup tells whether the car has any.
 */
const hasEnergyBySetup = (telemetry: Telemetry | null, facts: SetupFacts): boolean =>
  (telemetry?.virtualEnergyRatio ?? null) === null && facts.energyPercentPerLap !== null

const percent = (ratio: number | null) => (ratio === null ? null : ratio * 100)
