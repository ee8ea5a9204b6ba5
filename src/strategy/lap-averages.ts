import { type Lap, medianOf } from '../race/lap.ts'
import { isValidLap, type UsePerLap, usePerLap } from './use-per-lap.ts'

/** What the laps so far tell about the next one. */
export interface LapAverages {
  readonly fuelLiters: UsePerLap | null
  readonly energyPercent: UsePerLap | null
  readonly lapTimeMs: number | null
}

/** Laps change once a lap, frames come twice a second: the averages are worked out once per table of laps. */
const remembered = new WeakMap<
  readonly Lap[],
  { stint: number; driverName: string | null; averages: LapAverages }
>()

export function lapAverages(
  laps: readonly Lap[],
  stint: number,
  driverName: string | null,
): LapAverages {
  const known = remembered.get(laps)
  if (known?.stint === stint && known.driverName === driverName) return known.averages
  const averages = {
    fuelLiters: usePerLap(laps, stint, driverName, (lap) => lap.fuelUsedLiters),
    energyPercent: usePerLap(laps, stint, driverName, (lap) =>
      lap.energyUsedRatio === null ? null : lap.energyUsedRatio * 100,
    ),
    lapTimeMs: recentLapTimeMs(laps),
  }
  remembered.set(laps, { stint, driverName, averages })
  return averages
}

/** A stint's end is estimated from the pace of now, not of the whole race. */
const LAPS_OF_PACE = 5

function recentLapTimeMs(laps: readonly Lap[]): number | null {
  const times = laps.filter(isValidLap).flatMap((lap) => lap.timeMs ?? [])
  return medianOf(times.slice(-LAPS_OF_PACE))
}
