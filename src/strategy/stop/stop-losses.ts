import type { Lap } from '../../race/lap.ts'
import { medianOf } from '../../race/lap.ts'
import type { Stop } from '../../race/stop.ts'
import { isValidLap } from '../use-per-lap.ts'

/** What this car's own stops have cost. */
export interface StopLosses {
  /** Of a whole stop against two laps at pace, ms; null: none can be told. */
  readonly wholeMs: number | null
  /** Of that, what was not spent standing: the lane, ms. */
  readonly laneMs: number | null
  /** Stops they are the medians of. */
  readonly stops: number
}

/**
 * Median of in-lap + out-lap − two laps of the drivers' own pace, with and without the time the car stood. Stops under
 * yellow, for a penalty, or that nobody watched tell nothing.
 */
export function stopLosses(stops: readonly Stop[], laps: readonly Lap[]): StopLosses {
  if (stops.length === 0) return { wholeMs: null, laneMs: null, stops: 0 }
  const byNumber = new Map(laps.map((lap) => [lap.number, lap]))
  const paces = new Map<string | null, number | null>()
  const paceOf = (driverName: string | null) => {
    if (!paces.has(driverName)) paces.set(driverName, ownPaceMs(laps, driverName))
    return paces.get(driverName) ?? null
  }
  const told = stops.flatMap((stop) => {
    const [inLap, outLap] = [byNumber.get(stop.lap), byNumber.get(stop.lap + 1)]
    if (stop.isPenalty === true || stop.standingMs === null || !inLap || !outLap) return []
    if (isUntold(inLap) || isUntold(outLap)) return []
    const [inPace, outPace] = [paceOf(inLap.driverName), paceOf(outLap.driverName)]
    if (inPace === null || outPace === null) return []
    const wholeMs = (inLap.timeMs ?? 0) + (outLap.timeMs ?? 0) - inPace - outPace
    return [{ wholeMs, laneMs: wholeMs - stop.standingMs }]
  })
  return {
    wholeMs: medianOf(told.map(({ wholeMs }) => wholeMs)),
    laneMs: medianOf(told.map(({ laneMs }) => laneMs)),
    stops: told.length,
  }
}

const isUntold = ({ timeMs, flags, underYellow }: Lap) =>
  timeMs === null || flags.includes('gap') || underYellow === true

/** A driver's own pace, ms: the median of his valid laps. */
function ownPaceMs(laps: readonly Lap[], driverName: string | null): number | null {
  const own = laps.filter((lap) => lap.driverName === driverName && isValidLap(lap))
  return medianOf(own.flatMap((lap) => lap.timeMs ?? []))
}
