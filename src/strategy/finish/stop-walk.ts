import { ceilOf, floorOf, reaches } from '../allowance.ts'

/** What the walk to the flag goes by. Laps are laps of use as they are driven now. */
export interface WalkGround {
  /** L, ms, above 0. */
  readonly lapMs: number
  /** p, the part of the lap that is done, 0-1. */
  readonly part: number
  /** Laps left with what is in the car; null: not known, and then no stop is. */
  readonly lapsLeft: number | null
  /** min(C/f, 100/e), laps a whole fill lasts; null: not known. */
  readonly fillLaps: number | null
  /** m. */
  readonly marginLaps: number
  readonly reserveLaps: number
  /** D, what a stop with a whole fill costs, ms, at least 0. */
  readonly stopLossMs: number
  /** Of that, the refuelling of a whole fill, ms. */
  readonly refuelMs: number
}

export interface Walk {
  /** J: crossings of the line from here to the flag, this lap's included. At least 1; N = J − p. */
  readonly crossings: number
  /** S. */
  readonly stops: number
  /** The crossing with which the last stop's lap ends; 0: no stop. */
  readonly lastStopAt: number
  /** False: no number of stops reaches the flag, or nobody knows what a fill lasts. */
  readonly isReached: boolean
}

/**
 * From stop to stop until the flag is reached: every stop takes time, and so laps, away. The first number of stops that
 * reaches it counts; then once more, because the last fill need not be a whole one, and its stop is shorter.
 * @param flagMs T_f, ms from now
 */
export function walkToFlag(flagMs: number, ground: WalkGround): Walk {
  const { lapMs, part, lapsLeft, fillLaps, reserveLaps, stopLossMs } = ground
  const crossingsIn = (drivenMs: number) => Math.max(1, ceilOf(drivenMs / lapMs + part))
  const straight = { crossings: crossingsIn(flagMs), stops: 0, lastStopAt: 0 }
  if (lapsLeft === null) return { ...straight, isReached: true }
  if (reaches(lapsLeft - reserveLaps, straight.crossings - part)) {
    return { ...straight, isReached: true }
  }
  // A fill that does not last a lap and the reserve reaches nothing, however often it is filled in.
  if (fillLaps === null || !reaches(fillLaps, 1 + reserveLaps)) {
    return { ...straight, isReached: false }
  }
  const first = fewestStops(flagMs, ground, fillLaps)
  for (let stops = first; stops < first + TRIED; stops++) {
    const lastStopAt = stopAt(stops, lapsLeft, fillLaps, ground)
    const crossingsAfter = (spareMs: number) =>
      Math.max(lastStopAt + 1, crossingsIn(flagMs - stops * stopLossMs + spareMs))
    const crossings = crossingsAfter(0)
    const filledFor = crossings - lastStopAt + reserveLaps
    if (!reaches(fillLaps, filledFor)) continue
    const again = crossingsAfter((1 - filledFor / fillLaps) * ground.refuelMs)
    const isWithin = reaches(fillLaps, again - lastStopAt + reserveLaps)
    return { crossings: isWithin ? again : crossings, stops, lastStopAt, isReached: true }
  }
  return { ...straight, isReached: false }
}

/** The crossing with which the lap of the n-th stop ends: c₀ + (n − 1)·K. */
function stopAt(stops: number, lapsLeft: number, fillLaps: number, ground: WalkGround): number {
  const { part, marginLaps } = ground
  const first = Math.max(1, floorOf(lapsLeft - marginLaps + part))
  return first + (stops - 1) * lapsAFill(fillLaps, marginLaps)
}

/** K: a stint of less than a lap is none. */
export const lapsAFill = (fillLaps: number, marginLaps: number): number =>
  Math.max(1, floorOf(fillLaps - marginLaps))

/** Beyond the fewest: whole laps decide, not parts of them. */
const TRIED = 4

/**
 * Fewer stops than this cannot reach the flag: what the fills hold is not the way, parts of laps and all. Counted, not
 * tried one after the other: at the beginning of a long race there are dozens.
 */
function fewestStops(flagMs: number, ground: WalkGround, fillLaps: number): number {
  const { lapMs, part, lapsLeft, marginLaps, reserveLaps, stopLossMs } = ground
  const beforeLast = stopAt(1, lapsLeft ?? 0, fillLaps, ground)
  const missing = flagMs / lapMs + part - (beforeLast + fillLaps - reserveLaps)
  const lapsAStop = lapsAFill(fillLaps, marginLaps) + stopLossMs / lapMs
  return Math.max(1, 1 + ceilOf((missing - stopLossMs / lapMs) / lapsAStop))
}

/** Of a race counted in laps: they are as many as they are, whatever a stop takes. */
export const timeless = (ground: WalkGround): WalkGround => ({
  ...ground,
  ...{ stopLossMs: 0, refuelMs: 0 },
})
