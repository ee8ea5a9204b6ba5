import { lapsBeforeBox, lapsToPitEntry, type PitVerdict, pitVerdict } from './pit-verdict.ts'
import { type PitWindow, pitWindow, type WindowQuestion } from './pit-window.ts'

/** When the car comes in next. */
export interface PitOutlook {
  readonly verdict: PitVerdict
  /** 1-based number of the last lap that can safely end in the pits; null: no stop needed, or the pit is out of reach. */
  readonly lastSafeLap: number | null
  /** Laps on which coming in costs no stop more; null: no stop needed, or the pit is out of reach. */
  readonly window: PitWindow | null
  /** Until the car turns in on the last safe lap, ms; null: no stop needed, or no lap time is known. */
  readonly inMs: number | null
}

/** @param lapMs L, ms; null: not known */
export function pitOutlook(question: WindowQuestion, lapMs: number | null): PitOutlook {
  const verdict = pitVerdict(question)
  if (verdict.kind === 'no-stop-needed') {
    return { verdict, lastSafeLap: null, window: null, inMs: null }
  }
  const entryIn = Math.max(0, lapsBeforeBox(question)) + lapsToPitEntry(question)
  const inMs = lapMs === null ? null : entryIn * lapMs
  const window = verdict.kind === 'cannot-reach' ? null : pitWindow(question)
  return { verdict, lastSafeLap: window?.closesLap ?? null, window, inMs }
}
