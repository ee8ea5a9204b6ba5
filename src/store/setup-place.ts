import type { Session } from '../race/session.ts'
import type { StintSetup } from '../race/setup.ts'

/** The stint that a setup is the last one of. */
export type SetupPlace = Pick<StintSetup, 'chapter' | 'stint'>

export type Setups = Pick<Session, 'setup' | 'setupBefore'>

export const placeOf = (setup: StintSetup | null): SetupPlace | null =>
  setup && { chapter: setup.chapter, stint: setup.stint }

/** What has to be written so that a table which knows of `before` knows of `now`. */
export function setupChanges(before: Setups | null, now: Setups) {
  const known = [before?.setup, before?.setupBefore]
  const put = [now.setupBefore, now.setup].flatMap((setup) =>
    setup === null || known.includes(setup) ? [] : [setup],
  )
  const last = before?.setup ?? null
  // Sent before anybody believed that another chapter had begun: it was never that of the stint before.
  const isMoved = put.some(
    (setup) => setup.receivedAtMs === last?.receivedAtMs && !isSamePlace(setup, last),
  )
  return { removed: isMoved ? placeOf(last) : null, put }
}

const isSamePlace = (a: SetupPlace, b: SetupPlace) => a.chapter === b.chapter && a.stint === b.stint

/** A chapter may go on after the next one: numbers do not tell what came first. */
export const oldestFirst = (setups: readonly StintSetup[]): readonly StintSetup[] =>
  [...setups].sort(
    (a, b) => a.receivedAtMs - b.receivedAtMs || a.chapter - b.chapter || a.stint - b.stint,
  )
