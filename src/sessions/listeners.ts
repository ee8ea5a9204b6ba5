import type { CarId, Session } from '../race/session.ts'

type Listener = (session: Session) => void

/** Who hears of changes: of one session, or of all. */
export class Listeners {
  readonly #ofAll = new Set<Listener>()
  readonly #ofOne = new Map<CarId, Set<Listener>>()

  addToAll(listener: Listener): () => void {
    this.#ofAll.add(listener)
    return () => void this.#ofAll.delete(listener)
  }

  add(car: CarId, listener: Listener): () => void {
    const listeners = this.#ofOne.get(car) ?? new Set<Listener>()
    this.#ofOne.set(car, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#ofOne.get(car) === listeners) this.#ofOne.delete(car)
    }
  }

  tell(session: Session): void {
    for (const listener of this.#ofAll) listener(session)
    for (const listener of this.#ofOne.get(session.car) ?? []) listener(session)
  }
}
