import { type Lap, medianOf } from '../race/lap.ts'
import { eachWheel, type WheelName, type Wheels, wheelNames } from '../race/wheels.ts'

/** How long the tyres last. */
export interface TireOutlook {
  /** Of a new tyre's tread, 0-1 a lap; null: no lap has shown it. */
  readonly wearPerLap: Wheels<number | null>
  /** Until the least tread; null: not known. */
  readonly lapsLeft: Wheels<number | null>
  /** The one that ends first; null: none is known. */
  readonly worst: { readonly wheel: WheelName; readonly laps: number } | null
  readonly lapsCounted: number
}

/** Wear follows the driver and the fuel: the last laps tell more than the stint. */
const LAPS_OF_WEAR = 5
/** On an in-lap, slow or not, a tyre wears as it does; what was not seen from line to line has no wear. */
const tells = ({ flags }: Lap) => !flags.includes('excluded') && !flags.includes('gap')

/** Median wear of the stint's last laps, per wheel. */
export function wearPerLap(
  laps: readonly Lap[],
  stint: number,
): Pick<TireOutlook, 'wearPerLap' | 'lapsCounted'> {
  const recent: Lap[] = []
  for (let i = laps.length - 1; i >= 0 && recent.length < LAPS_OF_WEAR; i--) {
    const lap = laps[i]
    if (lap === undefined || lap.stint !== stint) break
    if (tells(lap) && wheelNames.some((wheel) => lap.wearUsedRatio[wheel] !== null))
      recent.push(lap)
  }
  return {
    wearPerLap: eachWheel((wheel) =>
      medianOf(recent.flatMap((lap) => lap.wearUsedRatio[wheel] ?? [])),
    ),
    lapsCounted: recent.length,
  }
}

/**
 * @param leftRatio tread left now, 0-1
 * @param minRatio tread at which a tyre is done
 */
export function tireOutlook(
  leftRatio: Wheels<number | null>,
  wear: Pick<TireOutlook, 'wearPerLap' | 'lapsCounted'>,
  minRatio: number,
): TireOutlook {
  const lapsLeft = eachWheel((wheel) => lapsOf(leftRatio[wheel], wear.wearPerLap[wheel], minRatio))
  let worst: TireOutlook['worst'] = null
  for (const wheel of wheelNames) {
    const laps = lapsLeft[wheel]
    if (laps !== null && (worst === null || laps < worst.laps)) worst = { wheel, laps }
  }
  return { ...wear, lapsLeft, worst }
}

const lapsOf = (left: number | null, wear: number | null, least: number): number | null =>
  left === null || wear === null || wear <= 0 ? null : Math.max(0, (left - least) / wear)
