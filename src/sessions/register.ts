import type { CarId, Session } from '../race/session.ts'
import type { SessionAccess, StoredSession, WriterNotes } from '../store/session-store.ts'
import { readSessionId } from './access.ts'

/** One car, and all that the server knows about it. */
export interface Entry {
  session: Session
  access: SessionAccess
  /** As they were when the session was read from the disk. */
  readonly notes: WriterNotes
}

/** The cars that are known, by themselves and by the id in today's link; and the ids that nobody may use again. */
export class Register {
  readonly #cars = new Map<CarId, Entry>()
  readonly #byId = new Map<string, Entry>()
  readonly #retired: Map<string, CarId>

  constructor(retiredIds: ReadonlyMap<string, CarId>) {
    this.#retired = new Map(retiredIds)
  }

  get size(): number {
    return this.#cars.size
  }

  entries(): IterableIterator<Entry> {
    return this.#cars.values()
  }

  ofCar(car: CarId): Entry | null {
    return this.#cars.get(car) ?? null
  }

  /** As people write ids: any case, spaces around. */
  ofId(id: unknown): Entry | null {
    const written = readSessionId(id)
    return written === null ? null : (this.#byId.get(written) ?? null)
  }

  add(stored: StoredSession): void {
    const entry = { ...stored }
    this.#cars.set(entry.session.car, entry)
    this.#byId.set(entry.session.id, entry)
  }

  /** What the session is now. An id that its link has no more is nobody's. */
  keep(entry: Entry, session: Session): void {
    const { id } = entry.session
    entry.session = session
    if (session.id === id) return
    this.#byId.delete(id)
    this.#retired.set(id, session.car)
    this.#byId.set(session.id, entry)
  }

  forget({ session }: Entry): void {
    this.#cars.delete(session.car)
    this.#byId.delete(session.id)
    this.#retired.set(session.id, session.car)
  }

  /** The car that a link led to which leads nowhere now. */
  carOfRetired(id: unknown): CarId | null {
    const written = readSessionId(id)
    return written === null ? null : (this.#retired.get(written) ?? null)
  }

  isRetired(id: unknown): boolean {
    return this.carOfRetired(id) !== null
  }
}
