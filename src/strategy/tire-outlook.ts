import { type Lap, medianOf } from '../race/lap.ts'
import { eachWheel, type WheelName, type Wheels, wheelNames } from '../race/wheels.ts'

/** What a lap takes of the tyres. */
export interface TireWear {
  /** Of a new tyre's tread, 0-1 a lap; null: no lap has shown it. */
  readonly wearPerLap: Wheels<number | null>
  /** Laps the wear is the median of. */
  readonly lapsCounted: number
  /** This stint's laps, else the car's last ones; null: no lap has shown any. */
  readonly basis: 'stint' | 'car' | null
}

/** How long the tyres last. */
export interface TireOutlook extends TireWear {
  /** Laps until the least tread, never below 0; null: not known. */
  readonly lapsLeft: Wheels<number | null>
  /** The one that ends first; null: none is known. */
  readonly worst: { readonly wheel: WheelName; readonly laps: number } | null
}

/** Wear follows the driver and the fuel: the last laps tell more than the stint. */
const LAPS_OF_WEAR = 5
/** On an in-lap, slow or not, a tyre wears as it does; what was not seen from line to line has no wear. */
const tells = ({ flags, wearUsedRatio }: Lap) =>
  !flags.includes('excluded') &&
  !flags.includes('gap') &&
  wheelNames.some((wheel) => wearUsedRatio[wheel] !== null)

/** Median wear of the last laps, per wheel. @param laps oldest first */
export function tireWear(laps: readonly Lap[], stint: number): TireWear {
  const recent: Lap[] = []
  for (let i = laps.length - 1; i >= 0 && recent.length < LAPS_OF_WEAR; i--) {
    const lap = laps[i]
    const isBorrowed = lap !== undefined && lap.stint !== stint
    // A lap of before is worth something only while this stint has shown none.
    if (isBorrowed && recent[0]?.stint === stint) break
    if (lap !== undefined && tells(lap)) recent.push(lap)
  }
  const wear = (wheel: WheelName) => recent.flatMap((lap) => lap.wearUsedRatio[wheel] ?? [])
  const [newest] = recent
  return {
    wearPerLap: eachWheel((wheel) => medianOf(wear(wheel))),
    lapsCounted: recent.length,
    basis: newest === undefined ? null : newest.stint === stint ? 'stint' : 'car',
  }
}

/**
 * Laps of tyre = (remaining − least) / wear per lap.
 * @param leftRatio tread left now, 0-1; null: not known
 * @param minRatio tread at which a tyre is done, 0-0.9
 */
export function tireOutlook(
  leftRatio: Wheels<number | null> | null,
  wear: TireWear,
  minRatio: number,
): TireOutlook {
  const lapsLeft = eachWheel((wheel) =>
    lapsOf(leftRatio?.[wheel] ?? null, wear.wearPerLap[wheel], minRatio),
  )
  let worst: TireOutlook['worst'] = null
  for (const wheel of wheelNames) {
    const laps = lapsLeft[wheel]
    if (laps !== null && (worst === null || laps < worst.laps)) worst = { wheel, laps }
  }
  return { ...wear, lapsLeft, worst }
}

const lapsOf = (left: number | null, wear: number | null, least: number): number | null =>
  left === null || wear === null || wear <= 0 ? null : Math.max(0, (left - least) / wear)
