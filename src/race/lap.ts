import type { Wheels } from './wheels.ts'

/** Why a lap is left out of averages, or worth a word in the table. */
export type LapFlag =
  | 'out'
  | 'in'
  | 'refuel'
  | 'slow'
  | 'gap'
  | 'invalid'
  | 'first'
  /** By the engineer. */
  | 'excluded'

/** °C, each the mean over a lap. */
export interface LapTemperatures {
  readonly tireTempC: Wheels<number | null>
  readonly brakeTempC: Wheels<number | null>
  readonly waterTempC: number | null
  readonly oilTempC: number | null
  readonly trackTempC: number | null
  readonly ambientTempC: number | null
}

/** A completed lap. What was not seen from line to line is null. */
export interface Lap {
  /** 1-based. */
  readonly number: number
  readonly stint: number
  readonly driverName: string | null
  readonly timeMs: number | null
  /** Derived from two crossings, not the simulator's own lap time: shown with "≈". */
  readonly timeEstimated: boolean
  readonly fuelUsedLiters: number | null
  readonly energyUsedRatio: number | null
  readonly wearUsedRatio: Wheels<number | null>
  /** What the car had as it crossed the line. */
  readonly fuelLiters: number | null
  readonly energyRatio: number | null
  readonly wearRatio: Wheels<number | null>
  /** Means over what was seen of the lap. */
  readonly temperatures: LapTemperatures
  readonly flags: readonly LapFlag[]
  /** Some of it under a yellow, a full-course yellow or a red flag. Not told: none of it, or it was not noted then. */
  readonly underYellow?: boolean
  readonly completedAtMs: number
}

/** More than any race has; a monitor that counts nonsense must not fill the memory. */
export const LAPS_KEPT = 3_000
/** Hours without a frame; a longer jump of the lap counter is nonsense, and only its last laps are noted. */
export const GAP_LAPS_NOTED = 100

/** Slower than this share of the recent median is not racing pace. */
const SLOW_RATIO = 1.07
const RECENT_LAPS = 10

export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  const lower = sorted[middle - 1]
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}

/** Nothing but the track and the driver made this lap as slow as it was. */
const isAtPace = (lap: Lap) => lap.flags.every((flag) => flag === 'slow')

/** Median time of the chapter's last ten laps with no flag but `slow`, so that rain gets in; null before there is one. */
export function recentMedianTimeMs(laps: readonly Lap[]): number | null {
  const times: number[] = []
  for (let i = laps.length - 1; i >= 0 && times.length < RECENT_LAPS; i--) {
    const lap = laps[i]
    if (lap !== undefined && isAtPace(lap) && lap.timeMs !== null) times.push(lap.timeMs)
  }
  return medianOf(times)
}

/** The lap with the flag `slow` set or removed, as its time compares with the laps before it. */
export function judgedForPace(lap: Lap, before: readonly Lap[]): Lap {
  const flags = lap.flags.filter((flag) => flag !== 'slow')
  const median = recentMedianTimeMs(before)
  const slow = median !== null && lap.timeMs !== null && lap.timeMs > median * SLOW_RATIO
  return { ...lap, flags: slow ? [...flags, 'slow'] : flags }
}
