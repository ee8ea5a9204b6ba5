import type { Blind } from '../race/blind.ts'
import type { Session } from '../race/session.ts'
import type { LapAverages } from './lap-averages.ts'
import type { ResourceOutlook } from './resource.ts'

/** What was made up while nobody saw the car. */
export interface BlindEstimate {
  /** `going-on`: levels are estimates now. `compared`: the car is back, and this is what it was held against. */
  readonly kind: 'going-on' | 'compared'
  /** Since when, and until when it was not seen, by the server's clock. */
  readonly fromMs: number
  readonly untilMs: number
  /** Estimated, and, once it is back, what it really was; null: not known. */
  readonly fuelLiters: Compared
  readonly energyPercent: Compared
}

interface Compared {
  readonly estimated: number | null
  readonly real: number | null
}

interface Known {
  readonly averages: LapAverages
  readonly fuel: ResourceOutlook
  readonly energy: ResourceOutlook | null
}

/** How long the comparison stays: long enough to be read between two other things. Guessed. */
const COMPARED_FOR_MS = 120_000

/** F − f·Δt/L, and the same for energy; only of a car that moved when it was last seen. */
export function blindEstimate(session: Session, known: Known): BlindEstimate | null {
  const { passedAtMs, takenAtMs, blind } = session
  if (passedAtMs !== null && takenAtMs !== null) {
    return {
      ...{ kind: 'going-on', fromMs: takenAtMs, untilMs: passedAtMs },
      fuelLiters: { estimated: known.fuel.level, real: null },
      energyPercent: { estimated: known.energy?.level ?? null, real: null },
    }
  }
  const isFresh =
    blind !== null && takenAtMs !== null && takenAtMs - blind.untilMs < COMPARED_FOR_MS
  return isFresh ? compared(session, blind, known) : null
}

function compared(
  session: Session,
  blind: Blind,
  { averages, fuel, energy }: Known,
): BlindEstimate | null {
  const { fromMs, untilMs } = blind
  // Filled meanwhile: then there is nothing to hold it against.
  if (session.stops.some(({ atMs }) => atMs >= fromMs - 1_000)) return null
  const lapMs = averages.lapTimeMs
  const laps = lapMs === null || lapMs <= 0 ? null : (untilMs - fromMs) / lapMs
  const estimated = (level: number | null, { usePerLap }: ResourceOutlook) =>
    level === null || laps === null || usePerLap === null
      ? null
      : Math.max(0, level - laps * usePerLap.amount)
  const percent = blind.energyRatio === null ? null : blind.energyRatio * 100
  return {
    ...{ kind: 'compared', fromMs, untilMs },
    fuelLiters: { estimated: estimated(blind.fuelLiters, fuel), real: blind.fuelThen },
    energyPercent: {
      estimated: energy && estimated(percent, energy),
      real: blind.energyThen === null ? null : blind.energyThen * 100,
    },
  }
}
