import type { ResourceOutlook } from './resource.ts'

/** What still has to go into the car to see the flag; below 0 it is what will be left. */
export interface ToFinish {
  readonly fuelLiters: number | null
  /** Percent; above 100 is more than one fill. */
  readonly energyPercent: number | null
}

/** (N + reserve)·f − F, and the same for energy. @param laps the upper N */
export function toFinish(
  laps: number,
  reserveLaps: number,
  fuel: ResourceOutlook,
  energy: ResourceOutlook | null,
): ToFinish {
  const missing = ({ level, usePerLap }: ResourceOutlook) =>
    level === null || usePerLap === null ? null : (laps + reserveLaps) * usePerLap.amount - level
  return { fuelLiters: missing(fuel), energyPercent: energy && missing(energy) }
}
