/** What still has to go into the car to see the flag; below 0 it is what will be left. */
export interface ToFinish {
  readonly fuelLiters: number | null
  /** Percent; above 100 is more than one fill. */
  readonly energyPercent: number | null
}

interface Known {
  readonly level: number | null
  readonly perLap: number | null
}

/** (N + reserve)·f − F, and the same for energy. @param laps the upper N */
export function toFinish(
  laps: number,
  reserveLaps: number,
  fuel: Known,
  energy: Known | null,
): ToFinish {
  const missing = (of: Known | null) =>
    of === null || of.level === null || of.perLap === null
      ? null
      : (laps + reserveLaps) * of.perLap - of.level
  return { fuelLiters: missing(fuel), energyPercent: missing(energy) }
}
