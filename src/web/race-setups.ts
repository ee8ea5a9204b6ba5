import type { Session } from '../race/session.ts'
import type { StintSetup } from '../race/setup.ts'

/** The last setup of each stint that had one, oldest first. */
export type SetupsOf = (session: Session) => readonly StintSetup[]

const isSameStint = (a: StintSetup, b: StintSetup) => a.chapter === b.chapter && a.stint === b.stint

/**
 * The setups of a session, read from disk when there is a new one and not with every page. The newest two are the
 * session's own, which may not have been saved yet.
 */
export function rememberedSetups(setupsOf: SetupsOf): SetupsOf {
  const known = new WeakMap<StintSetup, readonly StintSetup[]>()
  return (session) => {
    const { setup, setupBefore } = session
    if (setup === null) return none
    const own = setupBefore === null ? [setup] : [setupBefore, setup]
    const isOwn = (each: StintSetup) => own.some((other) => isSameStint(each, other))
    const setups = known.get(setup) ?? [...setupsOf(session).filter((each) => !isOwn(each)), ...own]
    known.set(setup, setups)
    return setups
  }
}

const none: readonly StintSetup[] = []
