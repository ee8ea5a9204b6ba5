import type { Session } from './session.ts'
import type { Telemetry } from './telemetry.ts'

/** A time in which the car drove and nobody saw it, once it has been seen again. */
export interface Blind {
  readonly fromMs: number
  readonly untilMs: number
  /** What it had when it was last seen; null: not known. */
  readonly fuelLiters: number | null
  readonly energyRatio: number | null
  /** And what it had when it was seen again. */
  readonly fuelThen: number | null
  readonly energyThen: number | null
}

/** Shorter than that, nothing that an estimate could be held against has been used. */
const BLIND_FROM_MS = 10_000
/** Slower than that the car stands. */
const MOVING_KPH = 5

/** Longer than a whole fill lasts in most cars: where the books know no longer stint. Guessed. */
const STINT_MS = 3600_000

/** Estimates go on for at most one stint, the longest that this car has driven: by then it has stopped somewhere. */
export const estimatedUntilMs = (takenAtMs: number, stints: Session['stints']): number =>
  takenAtMs +
  stints.reduce(
    (most, { startedAtMs, endedAtMs }) => Math.max(most, (endedAtMs ?? 0) - startedAtMs),
    STINT_MS,
  )

export const wasMoving = ({ speedKph }: Telemetry) => (speedKph ?? 0) > MOVING_KPH

/** What was not seen until this frame; what was before, while nothing new is told. */
export function blindUntil(session: Session, then: Telemetry, atMs: number): Blind | null {
  const { telemetry, takenAtMs, blind } = session
  if (telemetry === null || takenAtMs === null || atMs - takenAtMs < BLIND_FROM_MS) return blind
  if (!wasMoving(telemetry)) return null
  const { fuelLiters, virtualEnergyRatio: energyRatio } = telemetry
  return {
    ...{ fromMs: takenAtMs, untilMs: atMs, fuelLiters, energyRatio },
    ...{ fuelThen: then.fuelLiters, energyThen: then.virtualEnergyRatio },
  }
}
