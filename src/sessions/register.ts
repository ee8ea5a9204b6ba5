import type { CarId, Session } from '../race/session.ts'
import type { SessionAccess } from '../store/session-store.ts'
import { readSessionId } from './access.ts'
import type { LastSeqs } from './last-seqs.ts'

/** One car, and all that the server knows about it. */
export interface Entry {
  session: Session
  access: SessionAccess
  readonly seqs: LastSeqs
}

/** The cars that are known, by themselves and by the id in today's link; and the ids that nobody may use again. */
export class Register<E extends Entry> {
  readonly #cars = new Map<CarId, E>()
  readonly #byId = new Map<string, E>()
  readonly #retired: Set<string>

  constructor(retiredIds: readonly string[]) {
    this.#retired = new Set(retiredIds)
  }

  get size(): number {
    return this.#cars.size
  }

  entries(): IterableIterator<E> {
    return this.#cars.values()
  }

  ofCar(car: CarId): E | null {
    return this.#cars.get(car) ?? null
  }

  /** As people write ids: any case, spaces around. */
  ofId(id: unknown): E | null {
    const written = readSessionId(id)
    return written === null ? null : (this.#byId.get(written) ?? null)
  }

  add(entry: E): void {
    this.#cars.set(entry.session.car, entry)
    this.#byId.set(entry.session.id, entry)
  }

  /** What the session is now. An id that its link has no more is nobody's. */
  keep(entry: E, session: Session): void {
    const { id } = entry.session
    entry.session = session
    if (session.id === id) return
    this.#byId.delete(id)
    this.#retired.add(id)
    this.#byId.set(session.id, entry)
  }

  forget({ session }: E): void {
    this.#cars.delete(session.car)
    this.#byId.delete(session.id)
    this.#retired.add(session.id)
  }

  isRetired(id: unknown): boolean {
    const written = readSessionId(id)
    return written !== null && this.#retired.has(written)
  }
}
