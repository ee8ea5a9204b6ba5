import { type Lap, medianOf } from '../race/lap.ts'
import { isSteady, LAPS_OF_PACE as LAPS_OF_RACE_PACE, paceMs } from './pace.ts'
import { type TireWear, tireWear } from './tire-outlook.ts'
import { isValidLap, type UsePerLap, usePerLap } from './use-per-lap.ts'

/** What the laps so far tell about the next one. */
export interface LapAverages {
  readonly fuelLiters: UsePerLap | null
  readonly energyPercent: UsePerLap | null
  /** Pace of now, for the end of the stint. */
  readonly lapTimeMs: number | null
  /** Pace for the rest of the race. */
  readonly paceMs: number | null
  /** He drives at that pace now: no rain has just come or gone. */
  readonly isSteady: boolean
  readonly wear: TireWear
}

interface Asked {
  readonly stint: number
  readonly driverName: string | null
  /** Laps in the average. */
  readonly window: number
}

/** Laps change once a lap, frames come twice a second: the averages are worked out once per table of laps. */
const remembered = new WeakMap<readonly Lap[], Asked & { averages: LapAverages }>()

export function lapAverages(
  laps: readonly Lap[],
  { stint, driverName, window }: Asked,
): LapAverages {
  const known = remembered.get(laps)
  if (known?.stint === stint && known.driverName === driverName && known.window === window) {
    return known.averages
  }
  const ofRace = paceMs(laps, LAPS_OF_RACE_PACE)
  const averages = {
    fuelLiters: usePerLap(laps, stint, driverName, window, (lap) => lap.fuelUsedLiters),
    energyPercent: usePerLap(laps, stint, driverName, window, (lap) =>
      lap.energyUsedRatio === null ? null : lap.energyUsedRatio * 100,
    ),
    lapTimeMs: recentLapTimeMs(laps),
    paceMs: ofRace,
    isSteady: isSteady(laps, ofRace),
    wear: tireWear(laps, stint),
  }
  remembered.set(laps, { stint, driverName, window, averages })
  return averages
}

/** A stint's end is estimated from the pace of now, not of the whole race. */
const LAPS_OF_PACE = 5

function recentLapTimeMs(laps: readonly Lap[]): number | null {
  const times: number[] = []
  for (let i = laps.length - 1; i >= 0 && times.length < LAPS_OF_PACE; i--) {
    const lap = laps[i]
    if (lap !== undefined && isValidLap(lap) && lap.timeMs !== null) times.push(lap.timeMs)
  }
  return medianOf(times)
}
