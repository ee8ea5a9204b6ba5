import { floorOf, reaches } from '../allowance.ts'

/** When the car has to come in, by what is in it. */
export type PitVerdict =
  | { readonly kind: 'no-stop-needed' }
  /** Passes of the pit entry that can still be let go by, from 1. */
  | { readonly kind: 'box-in'; readonly laps: number }
  | { readonly kind: 'box-this-lap' }
  /** It still reaches the pit, on what was kept back. */
  | { readonly kind: 'box-now' }
  | { readonly kind: 'cannot-reach' }

export interface PitQuestion {
  readonly lapsLeft: number
  /** p, the part of the lap that is done, 0-1. */
  readonly part: number
  /** π, where the pit entry is, as a part of the lap. */
  readonly pitEntryRatio: number
  /** m, kept back, laps. */
  readonly marginLaps: number
  readonly reserveLaps: number
  /** Upper laps to the flag; null: not known, and then a stop is never ruled out. */
  readonly lapsToFlag: number | null
}

/** d: laps to the next pass of the pit entry. */
export const lapsToPitEntry = ({
  part,
  pitEntryRatio,
}: Pick<PitQuestion, 'part' | 'pitEntryRatio'>) =>
  part < pitEntryRatio ? pitEntryRatio - part : 1 + pitEntryRatio - part

/** n of race.md: whole laps that can be driven before the one that has to end in the pits; below 0 none can. */
export const lapsBeforeBox = (question: PitQuestion): number =>
  floorOf(question.lapsLeft - question.marginLaps - lapsToPitEntry(question))

export function pitVerdict(question: PitQuestion): PitVerdict {
  const { lapsLeft, lapsToFlag, reserveLaps } = question
  if (lapsToFlag !== null && reaches(lapsLeft, lapsToFlag + reserveLaps)) {
    return { kind: 'no-stop-needed' }
  }
  const laps = lapsBeforeBox(question)
  if (laps >= 1) return { kind: 'box-in', laps }
  if (laps === 0) return { kind: 'box-this-lap' }
  return { kind: reaches(lapsLeft, lapsToPitEntry(question)) ? 'box-now' : 'cannot-reach' }
}
