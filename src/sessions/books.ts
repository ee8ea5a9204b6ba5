import { advance } from '../race/advance.ts'
import type { Result } from '../race/result.ts'
import type { CarId, Session } from '../race/session.ts'
import type { SessionEvent } from '../race/session-event.ts'
import type {
  AuditEntry,
  SessionAccess,
  SessionStore,
  StoredSession,
  StoreProblem,
  WriterNotes,
} from '../store/session-store.ts'
import { ABANDONED_KEPT, isAbandoned } from './abandoned.ts'
import type { Clock } from './clock.ts'
import { diskNews } from './disk-news.ts'
import { Listeners } from './listeners.ts'
import { type Entry, Register } from './register.ts'
import { Saving, type SavingDeps } from './saving.ts'

export interface BooksDeps extends SavingDeps {
  readonly store: SessionStore
  readonly clock: Clock
}

/** Every car's session: each change is one event of the fold, kept, told and saved. */
export class Books {
  readonly register: Register
  readonly listeners = new Listeners()
  readonly #deps: BooksDeps
  readonly #notesOf: (car: CarId) => WriterNotes
  readonly #saving: Saving

  /** `notesOf`: what is kept on disk beside the session of a car. */
  constructor(deps: BooksDeps, notesOf: (car: CarId) => WriterNotes) {
    this.#deps = deps
    this.#notesOf = notesOf
    const heard = { ...deps, onStore: (isWell: boolean) => this.#storeIs(isWell) }
    this.#saving = new Saving(heard, (car) => {
      const session = this.ofCar(car)
      return session && { session, notes: notesOf(car) }
    })
    this.register = new Register(deps.store.retiredIds())
    for (const stored of deps.store.all()) this.register.add(stored)
  }

  ofCar(car: CarId): Session | null {
    return this.register.ofCar(car)?.session ?? null
  }

  /** On disk first: an id that was told to a monitor must never be forgotten. */
  add(stored: StoredSession): Result<void, StoreProblem> {
    const created = this.#deps.store.create(stored)
    this.#saving.storeWas(created.ok)
    if (created.ok) this.register.add(stored)
    return created
  }

  /** What a person has changed, on disk before it counts and is told. If the disk refuses, nothing has changed. */
  change(
    car: CarId,
    event: SessionEvent | null,
    access: SessionAccess,
    audit: AuditEntry,
  ): Result<Session, StoreProblem> {
    const entry = this.register.ofCar(car)
    if (entry === null) throw new Error('a car that nobody knows cannot be changed')
    const { session: before } = entry
    const session = event === null ? before : advance(before, event)
    const changed = this.#deps.store.change({ session, access, notes: this.#notesOf(car) }, audit)
    if (changed.ok) {
      entry.access = access
      if (session !== before) this.#keep(entry, session)
    }
    this.#saving.storeWas(changed.ok)
    return changed.ok ? { ok: true, value: session } : changed
  }

  /** Whether it made a difference. */
  apply(car: CarId, event: SessionEvent): boolean {
    const entry = this.register.ofCar(car)
    if (entry === null) return false
    const after = advance(entry.session, event)
    if (after === entry.session) return false
    this.#keep(entry, after)
    return true
  }

  /** Every viewer of a car that runs shall read that nothing is saved, and when it is again. */
  tellOfDisk(session: Session | null): void {
    const news = session && diskNews(session, this.#saving.reachesDisk, this.#deps.clock.nowMs())
    if (session && news) this.apply(session.car, news)
  }

  /** Out of memory, and no longer counted; on disk they stay, and are passed over after each start. */
  giveUpAbandoned(): readonly Entry[] {
    if (this.register.size <= ABANDONED_KEPT) return []
    const nowMs = this.#deps.clock.nowMs()
    const abandoned = [...this.register.entries()].filter(({ session }) =>
      isAbandoned(session, nowMs),
    )
    for (const entry of abandoned) {
      this.register.forget(entry)
      this.#deps.store.forget(entry.session.car)
    }
    return abandoned
  }

  flush(): void {
    this.#saving.flush()
  }

  get storeIsWell(): boolean {
    return this.#saving.isWell
  }

  /** Throws if something cannot be saved. */
  close(): void {
    this.#saving.end()
  }

  #keep(entry: Entry, session: Session): void {
    this.register.keep(entry, session)
    this.#saving.changed(session.car)
    this.listeners.tell(session)
  }

  #storeIs(isWell: boolean): void {
    this.#deps.onStore?.(isWell)
    for (const { session } of this.register.entries()) this.tellOfDisk(session)
  }
}
