import { ceilOf } from '../allowance.ts'
import { lapsAFill } from '../finish/stop-walk.ts'
import { lapsBeforeBox, type PitQuestion } from './pit-verdict.ts'

/** On which laps the car may come in without a stop more than planned. Numbers of laps, 1-based. */
export interface PitWindow {
  /** Earlier than that, the stops that are left do not carry the car to the flag. */
  readonly opensLap: number
  /** The last safe lap: the one to come in at the end of. */
  readonly closesLap: number
}

export interface WindowQuestion extends PitQuestion {
  /** 1-based lap that is being driven. */
  readonly lap: number
  /** Stops that are left; null: not known. */
  readonly stopsLeft: number | null
  /** Laps a whole fill lasts; null: not known. */
  readonly fillLaps: number | null
}

/** Where the flag or the fill is not known, it is open. */
export function pitWindow(question: WindowQuestion): PitWindow {
  const { lap, part, pitEntryRatio } = question
  // Past the entry of this lap the next chance is at the end of the next one.
  const nextChance = part < pitEntryRatio ? lap : lap + 1
  const closesLap = nextChance + Math.max(0, lapsBeforeBox(question))
  return { opensLap: Math.min(closesLap, Math.max(nextChance, opensLap(question))), closesLap }
}

/** The flag must be within reach of the fills that are left, each but the last with the margin kept back. */
function opensLap(question: WindowQuestion): number {
  const { lap, part, lapsToFlag, reserveLaps, marginLaps, stopsLeft, fillLaps } = question
  if (lapsToFlag === null || fillLaps === null || stopsLeft === null || stopsLeft < 1) return lap
  const reach = fillLaps - reserveLaps + (stopsLeft - 1) * lapsAFill(fillLaps, marginLaps)
  // Crossings of the line from here until the stop: at the end of this lap it is the first.
  return lap + ceilOf(lapsToFlag + part - reach) - 1
}
