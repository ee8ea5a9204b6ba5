import { type ComingIn, type ComingInQuestion, comingIn } from './coming-in.ts'
import { type PitVerdict, pitVerdict } from './pit-verdict.ts'
import { type PitWindow, pitWindow, type WindowQuestion } from './pit-window.ts'

/** When the car comes in next. */
export interface PitOutlook {
  /** By what is in the car, whatever has been called. */
  readonly verdict: PitVerdict
  /** 1-based number of the last lap that can safely end in the pits; null: no stop needed, or the pit is out of reach. */
  readonly lastSafeLap: number | null
  /** Laps on which coming in costs no stop more; null: no stop needed, or the pit is out of reach. */
  readonly window: PitWindow | null
  /** null: no stop needed, and none called. */
  readonly comingIn: ComingIn | null
  /** Until the car turns in for it, ms, 0 in the pits; null: it does not, or no lap time is known. */
  readonly inMs: number | null
}

export type PitGround = WindowQuestion & ComingInQuestion

/** @param lapMs L, ms; null: not known */
export function pitOutlook(question: PitGround, lapMs: number | null): PitOutlook {
  const verdict = pitVerdict(question)
  const next = comingIn(question)
  const isNeeded = verdict.kind !== 'no-stop-needed'
  if (!isNeeded && next.basis === 'limit') {
    return { verdict, lastSafeLap: null, window: null, comingIn: null, inMs: null }
  }
  const window = isNeeded && verdict.kind !== 'cannot-reach' ? pitWindow(question) : null
  return {
    ...{ verdict, lastSafeLap: window?.closesLap ?? null, window, comingIn: next },
    inMs: lapMs === null ? null : lapsUntil(next, question) * lapMs,
  }
}

/** To the pit entry of that lap. */
function lapsUntil({ basis, lap }: ComingIn, { pitEntryRatio, part, lap: now }: PitGround): number {
  return basis === 'in-pits' ? 0 : Math.max(0, lap - now + pitEntryRatio - part)
}
