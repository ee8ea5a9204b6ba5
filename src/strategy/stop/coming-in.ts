import type { Call } from '../../race/call.ts'
import { lapsBeforeBox, type PitQuestion } from './pit-verdict.ts'

/** The next time the car comes in, as things are. */
export interface ComingIn {
  /** It is in the pits; the engineer has called it in; or it drives as far as it safely can. */
  readonly basis: 'in-pits' | 'call' | 'limit'
  /** 1-based lap that ends, or begins, with the stop. */
  readonly lap: number
  /** Crossings of the line from here to the end of that lap; 0: the stop is at the beginning of this one. */
  readonly crossings: number
}

export interface ComingInQuestion extends PitQuestion {
  /** 1-based lap that is being driven. */
  readonly lap: number
  readonly isInPits: boolean
  readonly call: Pick<Call, 'when' | 'inLaps' | 'lap'> | null
}

/** Past that part of a lap the pit lane is that before the line, not that behind it. */
const BEFORE_THE_LINE = 0.5

export function comingIn(question: ComingInQuestion): ComingIn {
  const { lap, part, pitEntryRatio, isInPits } = question
  const byLap = (basis: ComingIn['basis'], of: number) => ({
    basis,
    lap: of,
    crossings: of - lap + 1,
  })
  if (isInPits) return byLap('in-pits', part < BEFORE_THE_LINE ? lap - 1 : lap)
  // Past the entry of this lap the next chance is at the end of the next one.
  const nextChance = part < pitEntryRatio ? lap : lap + 1
  const called = calledLap(question)
  if (called !== null) return byLap('call', Math.max(nextChance, called))
  return byLap('limit', nextChance + Math.max(0, lapsBeforeBox(question)))
}

function calledLap({ call, lap }: ComingInQuestion): number | null {
  if (call === null) return null
  const setOn = call.lap ?? lap
  if (call.when === 'this-lap') return setOn
  return call.when === 'in-laps' && call.inLaps !== null ? setOn + call.inLaps : null
}
