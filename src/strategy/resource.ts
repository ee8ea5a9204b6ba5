import type { UsePerLap } from './use-per-lap.ts'

export type Resource = 'fuel' | 'virtual-energy'

/** One thing a stint ends on. */
export interface ResourceOutlook {
  /** Litres, or percent. */
  readonly level: number | null
  /** Litres the tank takes, or 100 percent. */
  readonly capacity: number | null
  /** level / capacity, 0-1. */
  readonly ratio: number | null
  readonly usePerLap: UsePerLap | null
  /** level / use per lap, never below 0. */
  readonly lapsLeft: number | null
}

export function resourceOutlook(
  level: number | null,
  capacity: number | null,
  usePerLap: UsePerLap | null,
): ResourceOutlook {
  const ratio =
    level === null || capacity === null || capacity <= 0
      ? null
      : Math.min(1, Math.max(0, level / capacity))
  const lapsLeft =
    level === null || usePerLap === null || usePerLap.amount <= 0
      ? null
      : Math.max(0, level) / usePerLap.amount
  return { level, capacity, ratio, usePerLap, lapsLeft }
}

/** min(C/f, 100/e): laps that a whole fill lasts; null: not known. */
export function fillLaps(fuel: ResourceOutlook, energy: ResourceOutlook | null): number | null {
  const of = ({ capacity, usePerLap }: ResourceOutlook) =>
    capacity === null || capacity <= 0 || usePerLap === null ? null : capacity / usePerLap.amount
  const byFuel = of(fuel)
  const byEnergy = energy === null ? null : of(energy)
  if (byFuel === null || byEnergy === null) return byFuel ?? byEnergy
  return Math.min(byFuel, byEnergy)
}
