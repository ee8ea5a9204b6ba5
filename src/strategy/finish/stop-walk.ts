import { ceilOf, floorOf, reaches } from '../allowance.ts'

/** What the walk to the flag goes by. Laps are laps of use as they are driven now. */
export interface WalkGround {
  /** L, ms. */
  readonly lapMs: number
  /** p, the part of the lap that is done, 0-1. */
  readonly part: number
  /** Laps left with what is in the car; null: not known, and then no stop is. */
  readonly lapsLeft: number | null
  /** Laps a whole fill lasts; null: not known. */
  readonly fillLaps: number | null
  readonly marginLaps: number
  readonly reserveLaps: number
  /** D, what a stop with a whole fill costs, ms. */
  readonly stopLossMs: number
  /** Of that, the refuelling of a whole fill, ms. */
  readonly refuelMs: number
}

export interface Walk {
  /** J: crossings of the line from here to the flag, this lap's included. */
  readonly crossings: number
  readonly stops: number
  /** The crossing with which the last stop's lap ends; 0: no stop. */
  readonly lastStopAt: number
  /** False: not even this many stops reach the flag. */
  readonly isReached: boolean
}

/** More stops than that in one race is no strategy. */
const STOPS_MOST = 200

/**
 * Walks from stop to stop until the flag is reached: every stop takes time, and so laps, away. The first number of stops
 * that reaches it counts; then once more, because the last fill need not be a whole one.
 * @param flagMs when the leader takes the flag, ms from now
 */
export function walkToFlag(flagMs: number, ground: WalkGround): Walk {
  const { lapMs, part, lapsLeft, fillLaps, marginLaps, reserveLaps, stopLossMs } = ground
  const crossingsIn = (drivenMs: number) => Math.max(1, ceilOf(drivenMs / lapMs + part))
  const straight = { crossings: crossingsIn(flagMs), stops: 0, lastStopAt: 0 }
  if (lapsLeft === null) return { ...straight, isReached: true }
  if (reaches(lapsLeft - reserveLaps, straight.crossings - part))
    return { ...straight, isReached: true }
  if (fillLaps === null) return { ...straight, isReached: false }
  const firstStopAt = Math.max(1, floorOf(lapsLeft - marginLaps + part))
  const lapsAFill = Math.max(1, floorOf(fillLaps - marginLaps))
  for (let stops = 1; stops <= STOPS_MOST; stops++) {
    const lastStopAt = firstStopAt + (stops - 1) * lapsAFill
    const atLeast = lastStopAt + 1
    const crossings = Math.max(atLeast, crossingsIn(flagMs - stops * stopLossMs))
    const toDrive = crossings - lastStopAt + reserveLaps
    if (!reaches(fillLaps, toDrive)) continue
    const spareMs = (1 - Math.min(1, toDrive / fillLaps)) * ground.refuelMs
    const again = Math.max(atLeast, crossingsIn(flagMs - stops * stopLossMs + spareMs))
    const isWithin = reaches(fillLaps, again - lastStopAt + reserveLaps)
    return { crossings: isWithin ? again : crossings, stops, lastStopAt, isReached: true }
  }
  return { ...straight, isReached: false }
}
