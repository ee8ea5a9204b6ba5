import type { CarId } from '../race/session.ts'
import type { SavedSession, SessionStore } from '../store/session-store.ts'

export interface SavingDeps {
  readonly store: Pick<SessionStore, 'save'>
  /** Hears when the store goes wrong, and when it is well again. */
  readonly onStore?: (isWell: boolean) => void
  /** Hears of a session that a bug keeps from being saved, once. */
  readonly onUnsaved?: (car: CarId, reason: unknown) => void
}

/** What has changed and is not on disk yet. */
export class Saving {
  readonly #deps: SavingDeps
  readonly #sessionOf: (car: CarId) => SavedSession | null
  readonly #unsaved = new Set<CarId>()
  /** Sessions that cannot be saved, and why. They must not take all others with them. */
  readonly #culprits = new Map<CarId, unknown>()
  #storeIsWell = true

  constructor(deps: SavingDeps, sessionOf: (car: CarId) => SavedSession | null) {
    this.#deps = deps
    this.#sessionOf = sessionOf
  }

  changed(car: CarId): void {
    this.#unsaved.add(car)
  }

  /** The store takes what it is given: what a bug keeps from being saved is another matter. */
  get reachesDisk(): boolean {
    return this.#storeIsWell
  }

  get isWell(): boolean {
    return this.#storeIsWell && this.#culprits.size === 0
  }

  /** Writes what has changed. What cannot be written now stays to be written the next time. */
  flush(): void {
    if (this.#unsaved.size === 0) return
    const together = [...this.#unsaved].filter((car) => !this.#culprits.has(car))
    try {
      this.#save(together)
    } catch {
      for (const car of together) this.#saveAlone(car)
    }
    for (const car of this.#culprits.keys()) if (this.#unsaved.has(car)) this.#saveAlone(car)
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

  #save(cars: readonly CarId[]): void {
    if (cars.length === 0) return
    const saved = this.#deps.store.save(cars.flatMap((car) => this.#sessionOf(car) ?? []))
    if (saved.ok) for (const car of cars) this.#unsaved.delete(car)
    this.storeWas(saved.ok)
  }

  #saveAlone(car: CarId): void {
    try {
      this.#save([car])
      if (!this.#unsaved.has(car)) this.#culprits.delete(car)
    } catch (reason) {
      if (!this.#culprits.has(car)) this.#deps.onUnsaved?.(car, reason)
      this.#culprits.set(car, reason)
    }
  }
}
