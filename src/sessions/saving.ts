import type { Session, SessionId } from '../race/session.ts'
import type { SessionStore } from '../store/session-store.ts'

export interface SavingDeps {
  readonly store: Pick<SessionStore, 'save'>
  /** Hears when the store goes wrong, and when it is well again. */
  readonly onStore?: (isWell: boolean) => void
  /** Hears of a session that a bug keeps from being saved, once. */
  readonly onUnsaved?: (id: SessionId, reason: unknown) => void
}

/** What has changed and is not on disk yet. */
export class Saving {
  readonly #deps: SavingDeps
  readonly #sessionOf: (id: SessionId) => Session | null
  readonly #unsaved = new Set<SessionId>()
  /** Sessions that cannot be saved, and why. They must not take all others with them. */
  readonly #culprits = new Map<SessionId, unknown>()
  #storeIsWell = true

  constructor(deps: SavingDeps, sessionOf: (id: SessionId) => Session | null) {
    this.#deps = deps
    this.#sessionOf = sessionOf
  }

  changed(id: SessionId): void {
    this.#unsaved.add(id)
  }

  get isWell(): boolean {
    return this.#storeIsWell && this.#culprits.size === 0
  }

  /** Writes what has changed. What cannot be written now stays to be written the next time. */
  flush(): void {
    if (this.#unsaved.size === 0) return
    const together = [...this.#unsaved].filter((id) => !this.#culprits.has(id))
    try {
      this.#save(together)
    } catch {
      for (const id of together) this.#saveAlone(id)
    }
    for (const id of this.#culprits.keys()) if (this.#unsaved.has(id)) this.#saveAlone(id)
  }

  storeWas(isWell: boolean): void {
    if (isWell === this.#storeIsWell) return
    this.#storeIsWell = isWell
    this.#deps.onStore?.(isWell)
  }

  /** Throws what keeps a session from being saved: nobody shall believe that all is on disk. */
  end(): void {
    this.flush()
    for (const reason of this.#culprits.values()) throw reason
  }

  #save(ids: readonly SessionId[]): void {
    if (ids.length === 0) return
    const saved = this.#deps.store.save(ids.flatMap((id) => this.#sessionOf(id) ?? []))
    if (saved.ok) for (const id of ids) this.#unsaved.delete(id)
    this.storeWas(saved.ok)
  }

  #saveAlone(id: SessionId): void {
    try {
      this.#save([id])
      if (!this.#unsaved.has(id)) this.#culprits.delete(id)
    } catch (reason) {
      if (!this.#culprits.has(id)) this.#deps.onUnsaved?.(id, reason)
      this.#culprits.set(id, reason)
    }
  }
}
