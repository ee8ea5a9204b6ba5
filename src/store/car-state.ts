import { type CarId, newSession, type Session, type SessionId } from '../race/session.ts'
import type { Ledger } from './ledger-table.ts'
import { placeOf, type SetupPlace, type Setups } from './setup-place.ts'

/** What may change every second. What grows, what is long and what a car is known by have places of their own. */
type State = Omit<Session, keyof Ledger | keyof Setups | 'car' | 'id'> & {
  readonly setupAt: SetupPlace | null
  readonly setupBeforeAt: SetupPlace | null
}

export function stateOf(session: Session): string {
  const { car: _car, id: _id, setup, setupBefore, ...whole } = session
  const {
    laps: _laps,
    stints: _stints,
    stops: _stops,
    events: _events,
    past: _past,
    inputChanges: _inputChanges,
    notes: _notes,
    ...kept
  } = whole
  const state: State = { ...kept, setupAt: placeOf(setup), setupBeforeAt: placeOf(setupBefore) }
  return JSON.stringify(state)
}

interface OtherPlaces {
  /** `chapter`: the one that goes on; null before the first. */
  ledger(chapter: number | null): Ledger
  setup(place: SetupPlace | null): Session['setup']
}

/** Our own writing: read back as it was written, with what newer versions have added. */
export function sessionFrom(car: CarId, id: SessionId, text: string, from: OtherPlaces): Session {
  const { setupAt, setupBeforeAt, ...state } = JSON.parse(text) as State
  const begun = newSession({ car, id, mode: state.mode }, state.createdAtMs)
  return {
    ...begun,
    ...state,
    inputs: { ...begun.inputs, ...state.inputs },
    ...from.ledger(state.chapter?.number ?? null),
    setup: from.setup(setupAt),
    setupBefore: from.setup(setupBeforeAt),
  }
}
