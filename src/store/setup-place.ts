import type { StintSetup } from '../race/setup.ts'

/** The stint that a setup is the last one of. */
export type SetupPlace = Pick<StintSetup, 'chapter' | 'stint'>

export const placeOf = (setup: StintSetup | null): SetupPlace | null =>
  setup && { chapter: setup.chapter, stint: setup.stint }

/** A chapter may go on after the next one: numbers do not tell what came first. */
export const oldestFirst = (setups: readonly StintSetup[]): readonly StintSetup[] =>
  [...setups].sort(
    (a, b) => a.receivedAtMs - b.receivedAtMs || a.chapter - b.chapter || a.stint - b.stint,
  )
