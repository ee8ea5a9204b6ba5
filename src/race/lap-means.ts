import type { LapTemperatures } from './lap.ts'
import type { Telemetry } from './telemetry.ts'
import { eachWheel, wheelNames } from './wheels.ts'

/** Sums over the samples of a lap, for its means. */
export interface LapMeans {
  readonly sums: readonly number[]
  readonly counts: readonly number[]
}

export const noMeans: LapMeans = { sums: [], counts: [] }

const WHEELS = wheelNames.length

const channels = (telemetry: Telemetry): readonly (number | null)[] => [
  ...wheelNames.map((wheel) => telemetry.tireTempC[wheel]),
  ...wheelNames.map((wheel) => telemetry.brakeTempC[wheel]),
  telemetry.waterTempC,
  telemetry.oilTempC,
  telemetry.trackTempC,
  telemetry.ambientTempC,
]

/** One sample further. Samples come evenly enough for each to weigh the same. */
export function meansAfter({ sums, counts }: LapMeans, telemetry: Telemetry): LapMeans {
  const values = channels(telemetry)
  return {
    sums: values.map((value, i) => (sums[i] ?? 0) + (value ?? 0)),
    counts: values.map((value, i) => (counts[i] ?? 0) + (value === null ? 0 : 1)),
  }
}

/** Never measured is null. */
export function temperaturesOf({ sums, counts }: LapMeans): LapTemperatures {
  const mean = (i: number) => {
    const [sum = 0, count = 0] = [sums[i], counts[i]]
    return count === 0 ? null : sum / count
  }
  const water = 2 * WHEELS
  return {
    tireTempC: eachWheel((wheel) => mean(wheelNames.indexOf(wheel))),
    brakeTempC: eachWheel((wheel) => mean(WHEELS + wheelNames.indexOf(wheel))),
    waterTempC: mean(water),
    oilTempC: mean(water + 1),
    trackTempC: mean(water + 2),
    ambientTempC: mean(water + 3),
  }
}
