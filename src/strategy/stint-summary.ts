import type { Lap, LapTemperatures } from '../race/lap.ts'
import { eachWheel, type Wheels } from '../race/wheels.ts'
import { meanOf } from './mean.ts'
import { isValidLap } from './use-per-lap.ts'

/** What the laps of one stint say together. Unknown is null. */
export interface StintSummary {
  readonly laps: number
  /** Means of the valid laps. */
  readonly lapTimeMs: number | null
  /** Whether the time of any of them is. */
  readonly lapTimeEstimated: boolean
  readonly fuelPerLapLiters: number | null
  readonly energyPerLapRatio: number | null
  /** As the car crossed the line for the last time in this stint. */
  readonly endFuelLiters: number | null
  readonly endEnergyRatio: number | null
  readonly endWearRatio: Wheels<number | null>
  /** Means of all its laps. */
  readonly temperatures: LapTemperatures
}

/** Laps change once a lap; a page is asked for by everybody who joins. */
const remembered = new WeakMap<readonly Lap[], ReadonlyMap<number, StintSummary>>()

/** By the number of the stint; a stint without a lap has none. */
export function stintSummaries(laps: readonly Lap[]): ReadonlyMap<number, StintSummary> {
  const known = remembered.get(laps) ?? summaries(laps)
  remembered.set(laps, known)
  return known
}

function summaries(laps: readonly Lap[]): ReadonlyMap<number, StintSummary> {
  const byStint = new Map<number, Lap[]>()
  for (const lap of laps) {
    const ofStint = byStint.get(lap.stint)
    if (ofStint === undefined) byStint.set(lap.stint, [lap])
    else ofStint.push(lap)
  }
  return new Map([...byStint].map(([stint, ofStint]) => [stint, summaryOf(ofStint)]))
}

function summaryOf(laps: readonly Lap[]): StintSummary {
  const valid = laps.filter(isValidLap)
  const mean = (of: (lap: Lap) => number | null) => meanOf(laps.map(of))
  const temperature = (name: 'waterTempC' | 'oilTempC' | 'trackTempC' | 'ambientTempC') =>
    mean((lap) => lap.temperatures[name])
  const last = laps.at(-1)
  return {
    laps: laps.length,
    lapTimeMs: meanOf(valid.map((lap) => lap.timeMs)),
    lapTimeEstimated: valid.some((lap) => lap.timeEstimated && lap.timeMs !== null),
    fuelPerLapLiters: meanOf(valid.map((lap) => lap.fuelUsedLiters)),
    energyPerLapRatio: meanOf(valid.map((lap) => lap.energyUsedRatio)),
    endFuelLiters: last?.fuelLiters ?? null,
    endEnergyRatio: last?.energyRatio ?? null,
    endWearRatio: eachWheel((wheel) => last?.wearRatio[wheel] ?? null),
    temperatures: {
      tireTempC: eachWheel((wheel) => mean((lap) => lap.temperatures.tireTempC[wheel])),
      brakeTempC: eachWheel((wheel) => mean((lap) => lap.temperatures.brakeTempC[wheel])),
      waterTempC: temperature('waterTempC'),
      oilTempC: temperature('oilTempC'),
      trackTempC: temperature('trackTempC'),
      ambientTempC: temperature('ambientTempC'),
    },
  }
}
