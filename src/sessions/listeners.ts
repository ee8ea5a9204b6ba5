import type { Session, SessionId } from '../race/session.ts'

type Listener = (session: Session) => void

/** Who hears of changes: of one session, or of all. */
export class Listeners {
  readonly #ofAll = new Set<Listener>()
  readonly #ofOne = new Map<SessionId, Set<Listener>>()

  addToAll(listener: Listener): () => void {
    this.#ofAll.add(listener)
    return () => void this.#ofAll.delete(listener)
  }

  add(id: SessionId, listener: Listener): () => void {
    const listeners = this.#ofOne.get(id) ?? new Set<Listener>()
    this.#ofOne.set(id, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#ofOne.get(id) === listeners) this.#ofOne.delete(id)
    }
  }

  tell(session: Session): void {
    for (const listener of this.#ofAll) listener(session)
    for (const listener of this.#ofOne.get(session.id) ?? []) listener(session)
  }
}
