import type { Inputs } from '../../race/inputs/inputs.ts'
import type { StopLosses } from '../stop/stop-losses.ts'
import { stopTime } from '../stop/stop-time.ts'
import type { Whereabouts } from '../whereabouts.ts'
import { lapsAFill, type WalkGround } from './stop-walk.ts'

interface Known extends Pick<WalkGround, 'lapsLeft' | 'fillLaps'> {
  readonly paceMs: number
  readonly place: Pick<Whereabouts, 'part'>
  readonly losses: Pick<StopLosses, 'wholeMs' | 'laneMs'>
}

/** What the walk goes by; `stintMs`: how long a whole fill and its stop take, null: not known. */
export function walkGround(
  { stop, marginLaps, reserveLaps }: Inputs,
  { lapsLeft, fillLaps, paceMs, place, losses }: Known,
): WalkGround & { readonly stintMs: number | null } {
  const whole = stopTime(stop, WHOLE_FILL_PERCENT, losses.laneMs)
  const stopLossMs = Math.max(0, losses.wholeMs ?? whole.totalMs)
  return {
    ...{ lapMs: paceMs, part: place.part, lapsLeft, fillLaps, marginLaps, reserveLaps },
    ...{ stopLossMs, refuelMs: Math.min(whole.refuelMs, stopLossMs) },
    stintMs: fillLaps === null ? null : lapsAFill(fillLaps, marginLaps) * paceMs + stopLossMs,
  }
}

const WHOLE_FILL_PERCENT = 100
