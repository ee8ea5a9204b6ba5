import type { Session } from '../race/session.ts'
import type { Telemetry } from '../race/telemetry.ts'
import { lapAverages } from './lap-averages.ts'
import { type LapsLeft, lapsLeft } from './laps-left.ts'
import { type ResourceOutlook, resourceOutlook } from './resource.ts'
import { type SetupFacts, setupFacts } from './setup-facts.ts'
import { useFromSetup } from './use-per-lap.ts'

/** All that can be concluded from a session now. Unknown is null, never a guess. */
export interface Outlook {
  readonly fuel: ResourceOutlook
  /** null: the car has no virtual energy, or the monitor cannot send it. */
  readonly energy: ResourceOutlook | null
  readonly lapsLeft: LapsLeft | null
  /** Median of the last valid laps. */
  readonly lapTimeMs: number | null
  /** Laps left × lap time. */
  readonly stintLeftMs: number | null
}

/** A page, a stream and a program ask about the same moment: it is concluded once. */
const remembered = new WeakMap<Session, Outlook>()

export function outlook(session: Session): Outlook {
  const known = remembered.get(session) ?? concluded(session)
  remembered.set(session, known)
  return known
}

function concluded(session: Session): Outlook {
  const { telemetry, stint, setup } = session
  const facts = setupFacts(setup?.tree ?? null)
  const averages = lapAverages(session.laps, stint?.number ?? 1, telemetry?.driverName ?? null)
  const fuel = resourceOutlook(
    telemetry?.fuelLiters ?? null,
    usableLiters(telemetry, facts),
    averages.fuelLiters ?? useFromSetup(facts.fuelLitersPerLap),
  )
  const energy = hasEnergy(session, facts)
    ? resourceOutlook(
        percent(telemetry?.virtualEnergyRatio ?? null),
        100,
        averages.energyPercent ?? useFromSetup(facts.energyPercentPerLap),
      )
    : null
  const left = lapsLeft(fuel, energy)
  const { lapTimeMs } = averages
  const stintLeftMs = left === null || lapTimeMs === null ? null : left.laps * lapTimeMs
  return { fuel, energy, lapsLeft: left, lapTimeMs, stintLeftMs }
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
function hasEnergy({ chapter, telemetry }: Session, facts: SetupFacts): boolean {
  if (chapter?.hasEnergy === true) return true
  return (telemetry?.virtualEnergyRatio ?? null) === null && facts.energyPercentPerLap !== null
}

const percent = (ratio: number | null) => (ratio === null ? null : ratio * 100)
