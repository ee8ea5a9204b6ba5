import { advance } from '../race/advance.ts'
import type { Result } from '../race/result.ts'
import type { CarId, Session } from '../race/session.ts'
import { type SessionEvent, unitsJudged } from '../race/session-event.ts'
import type {
  AuditEntry,
  SessionAccess,
  SessionStore,
  StoredSession,
  StoreProblem,
} from '../store/session-store.ts'
import { ABANDONED_KEPT, isAbandoned } from './abandoned.ts'
import { claimOf, type Feed, feedAfter, isSameProgram } from './arbiter.ts'
import type { Monitor } from './arbitration/monitor.ts'
import type { Clock } from './clock.ts'
import { LastSeqs } from './last-seqs.ts'
import { Listeners } from './listeners.ts'
import type { Published } from './published.ts'
import { RateLimit } from './rate-limit.ts'
import { type Entry, Register } from './register.ts'
import { Saving, type SavingDeps } from './saving.ts'

/** One transaction a second is what any disk can do, and what a power cut may cost. */
const SAVE_EVERY_MS = 1_000
const RETIRE_EVERY_MS = 3600_000
/** Saves beside those: setups of a whole grid at the start, but no flood of them. Guessed. */
const SAVES_AT_ONCE = { perSecond: 2, burst: 20 }

export interface SessionManagerDeps extends SavingDeps {
  readonly store: SessionStore
  readonly clock: Clock
}

interface Fed extends Entry {
  feed: Feed | null
}

/** The only writer of sessions: every change is one event of the fold, kept, told and saved. */
export class SessionManager {
  readonly #deps: SessionManagerDeps
  readonly #register: Register<Fed>
  readonly #listeners = new Listeners()
  readonly #onForgotten = new Set<(car: CarId, access: SessionAccess) => void>()
  readonly #saving: Saving
  readonly #savesAtOnce: RateLimit
  readonly #stops: readonly (() => void)[]
  #isEnding = false

  constructor(deps: SessionManagerDeps) {
    this.#deps = deps
    this.#saving = new Saving(deps, (car) => this.#toBeSaved(car))
    const { perSecond, burst } = SAVES_AT_ONCE
    this.#savesAtOnce = new RateLimit(perSecond, burst, deps.clock.nowMs())
    this.#register = new Register(deps.store.retiredIds())
    for (const stored of deps.store.all()) this.#know(stored)
    const atMs = deps.clock.nowMs()
    for (const { session } of this.#register.entries()) {
      // Its socket died with the server before this one.
      if (session.monitor.status === 'online')
        this.apply(session.car, { type: 'server-restarted', atMs })
    }
    this.#retireAbandoned()
    this.#stops = [
      deps.clock.every(SAVE_EVERY_MS, () => this.flush()),
      deps.clock.every(RETIRE_EVERY_MS, () => this.#retireAbandoned()),
    ]
  }

  /** By the id in today's link, as people write it. */
  get(id: unknown): Session | null {
    return this.#register.ofId(id)?.session ?? null
  }

  ofCar(car: CarId): Session | null {
    return this.#register.ofCar(car)?.session ?? null
  }

  accessOf(car: CarId): SessionAccess | null {
    return this.#register.ofCar(car)?.access ?? null
  }

  *cars(): IterableIterator<CarId> {
    for (const { session } of this.#register.entries()) yield session.car
  }

  get count(): number {
    return this.#register.size
  }

  /** It was in a link once, or in that of a car that was given up: nobody may adopt it. */
  isRetired(id: unknown): boolean {
    return this.#register.isRetired(id)
  }

  /** The number of the last frame of this start of a monitor, on the wall or not. */
  lastSeq(car: CarId, bootId: string): number | null {
    return this.#register.ofCar(car)?.seqs.of(bootId) ?? null
  }

  /** Hears of every change of a session, after it. Returns the way to stop hearing. */
  onChange(car: CarId, listener: (session: Session) => void): () => void {
    return this.#listeners.add(car, listener)
  }

  onAnyChange(listener: (session: Session) => void): () => void {
    return this.#listeners.addToAll(listener)
  }

  /** Hears of cars that are given up: their keys open nothing any more. */
  onForgotten(listener: (car: CarId, access: SessionAccess) => void): () => void {
    this.#onForgotten.add(listener)
    return () => void this.#onForgotten.delete(listener)
  }

  /** On disk first: an id that was told to a monitor must never be forgotten. */
  add(stored: StoredSession): Result<void, StoreProblem> {
    const created = this.#deps.store.create(stored)
    this.#saving.storeWas(created.ok)
    if (created.ok) this.#know(stored)
    return created
  }

  /** What a person has changed, on disk before it counts and is told. If the disk refuses, nothing has changed. */
  change(
    car: CarId,
    event: SessionEvent | null,
    access: SessionAccess,
    audit: AuditEntry,
  ): Result<Session, StoreProblem> {
    const entry = this.#register.ofCar(car)
    if (entry === null) throw new Error('a car that nobody knows cannot be changed')
    const session = event === null ? entry.session : advance(entry.session, event)
    const changed = this.#deps.store.change({ session, access, notes: null }, audit)
    this.#saving.storeWas(changed.ok)
    if (!changed.ok) return changed
    entry.access = access
    if (session !== entry.session) this.#keep(entry, session)
    return { ok: true, value: session }
  }

  /** Whether it made a difference. */
  apply(car: CarId, event: SessionEvent): boolean {
    const entry = this.#register.ofCar(car)
    if (entry === null) return false
    const after = advance(entry.session, event)
    if (after === entry.session) return false
    this.#keep(entry, after)
    return true
  }

  /** A frame or setup of a monitor that has been admitted. */
  publish(car: CarId, monitor: Monitor, event: SessionEvent): Published {
    const entry = this.#register.ofCar(car)
    const before = entry?.feed ?? null
    const feed = entry ? feedAfter(before, monitor, event.atMs, claimOf(event)) : null
    if (event.type === 'telemetry') entry?.seqs.heard(event.telemetry)
    if (!entry || feed === null) {
      // Its numbers show at once when it takes the wall, instead of "units not yet known" for five seconds.
      if (event.type === 'telemetry') this.apply(car, unitsJudged(event))
      return { onWall: false, isOld: false, replaced: null }
    }
    entry.feed = feed
    const { atMs } = event
    const { status } = entry.session.monitor
    if (status !== 'online') this.apply(car, { type: 'monitor-joined', atMs })
    const isOld = !this.apply(car, event)
    // A setup comes once: nobody would send it again after a power cut.
    if (event.type === 'setup' && this.#savesAtOnce.take(atMs)) this.flush()
    const isSame = before !== null && isSameProgram(before.active, monitor)
    return { onWall: true, isOld, replaced: isSame ? before.active.socket : null }
  }

  /** The socket of a monitor is gone. Nobody but the active one is missed. */
  left(car: CarId, monitor: Monitor): void {
    const entry = this.#register.ofCar(car)
    if (this.#isEnding || entry?.feed?.active.socket !== monitor.socket) return
    entry.feed = null
    this.apply(car, { type: 'monitor-left', atMs: this.#deps.clock.nowMs() })
  }

  flush(): void {
    this.#saving.flush()
  }

  get storeIsWell(): boolean {
    return this.#saving.isWell
  }

  /** The server is about to go: all is saved, and the sockets that end from now on are no news about the race. */
  prepareToEnd(): void {
    this.#isEnding = true
    this.flush()
  }

  /** What came in until the last socket ended is saved too. Throws if something cannot be. */
  close(): void {
    for (const stop of this.#stops) stop()
    this.#saving.end()
  }

  #know({ session, access }: StoredSession): void {
    this.#register.add({ session, access, feed: null, seqs: new LastSeqs(session) })
  }

  #keep(entry: Fed, session: Session): void {
    this.#register.keep(entry, session)
    this.#saving.changed(session.car)
    this.#listeners.tell(session)
  }

  #toBeSaved(car: CarId) {
    const session = this.ofCar(car)
    return session && { session, notes: null }
  }

  /** Out of memory, and no longer counted; on disk they stay, and are passed over after each start. */
  #retireAbandoned(): void {
    const nowMs = this.#deps.clock.nowMs()
    if (this.#register.size <= ABANDONED_KEPT) return
    for (const entry of this.#register.entries()) {
      if (!isAbandoned(entry.session, nowMs)) continue
      this.#register.forget(entry)
      for (const tell of this.#onForgotten) tell(entry.session.car, entry.access)
    }
  }
}
