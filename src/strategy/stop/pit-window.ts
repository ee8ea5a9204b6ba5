import { ceilOf } from '../allowance.ts'
import { lapsBeforeBox, lapsToPitEntry, type PitQuestion } from './pit-verdict.ts'

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

/** null: no stop needed, or the pit is out of reach. */
export function pitWindow(question: WindowQuestion): PitWindow | null {
  const { lap, part, pitEntryRatio, lapsLeft } = question
  const before = lapsBeforeBox(question)
  if (before < 0 && lapsLeft < lapsToPitEntry(question)) return null
  // Past the entry of this lap the next chance is at the end of the next one.
  const nextBoxLap = part < pitEntryRatio ? lap : lap + 1
  const closesLap = nextBoxLap + Math.max(0, before)
  return { opensLap: Math.min(closesLap, opensLap(question, nextBoxLap)), closesLap }
}

/** The flag must be within reach of the fills that are left, each but the last with the margin kept back. */
function opensLap(question: WindowQuestion, nextBoxLap: number): number {
  const { lap, part, lapsToFlag, reserveLaps, marginLaps, stopsLeft, fillLaps } = question
  if (lapsToFlag === null || fillLaps === null || stopsLeft === null || stopsLeft < 1) {
    return nextBoxLap
  }
  const reach = fillLaps - reserveLaps + (stopsLeft - 1) * Math.floor(fillLaps - marginLaps)
  // Crossings of the line from here until the stop: at the end of this lap it is the first.
  const crossings = ceilOf(lapsToFlag + part - reach)
  return Math.max(nextBoxLap, lap + crossings - 1)
}
