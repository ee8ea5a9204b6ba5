import type { Lap } from '../../race/lap.ts'
import type { Stop } from '../../race/stop.ts'

/** Where in the books the laps are that a stop has made longer. One lap both ways: the pit lane does not cross the line. */
export interface StopLaps {
  /** Indexes. */
  readonly inAt: number
  readonly outAt: number
}

/**
 * The pit box lies before the line or behind it: the lap on which the car stood is the one in, or the one out. null: one
 * of them is not in the books, or belongs to another stop as well.
 */
export function lapsOfStop(stop: Stop, laps: readonly Lap[]): StopLaps | null {
  const stoodAt = indexOfLap(laps, stop.lap)
  const stood = laps[stoodAt]
  if (stood === undefined) return null
  const flagged = (at: number, flag: 'in' | 'out') => laps[at]?.flags.includes(flag) === true
  const [isIn, isOut] = [flagged(stoodAt, 'in'), flagged(stoodAt, 'out')]
  if (isIn && isOut) {
    const isAlone = !flagged(stoodAt - 1, 'in') && !flagged(stoodAt + 1, 'out')
    return isAlone ? { inAt: stoodAt, outAt: stoodAt } : null
  }
  // Without a word of the pit lane, the stint that began early on a lap says that the box is behind the line.
  if (!isIn && !isOut && !stood.flags.includes('first')) return null
  const inAt = isIn ? stoodAt : stoodAt - 1
  const [inLap, outLap] = [laps[inAt], laps[inAt + 1]]
  if (inLap === undefined || outLap?.number !== inLap.number + 1) return null
  return flagged(inAt, 'out') || flagged(inAt + 1, 'in') ? null : { inAt, outAt: inAt + 1 }
}

/** −1: it is not in the books. Their numbers rise. */
function indexOfLap(laps: readonly Lap[], number: number): number {
  let [low, high] = [0, laps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((laps[middle]?.number ?? Infinity) < number) low = middle + 1
    else high = middle
  }
  return laps[low]?.number === number ? low : -1
}
