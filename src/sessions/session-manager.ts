import type { Result } from '../race/result.ts'
import type { CarId, Session } from '../race/session.ts'
import type { SessionEvent } from '../race/session-event.ts'
import type { FrameLog } from '../store/frame-log.ts'
import type {
  AuditEntry,
  SessionAccess,
  StoredSession,
  StoreProblem,
} from '../store/session-store.ts'
import type { Monitor } from './arbitration/monitor.ts'
import type { ArbitrationSummary } from './arbitration/summary.ts'
import { BLIND_EVERY_MS, BlindCars } from './blind-cars.ts'
import { Books, type BooksDeps } from './books.ts'
import { Feeder } from './feeder.ts'
import { FrameBuffer } from './frame-buffer.ts'
import type { Publication, Published } from './published.ts'
import { RateLimit } from './rate-limit.ts'

/** Time is an event of arbitration; one transaction a second is what any disk can do, and a power cut may cost. */
const EVERY_MS = 1_000
const RETIRE_EVERY_MS = 3600_000
/** Saves beside those: setups of a whole grid at the start, but no flood of them. Guessed. */
const SAVES_AT_ONCE = { perSecond: 2, burst: 20 }

export interface SessionManagerDeps extends BooksDeps {
  /** Raw frames, for replay and exports; null: they are not kept. */
  readonly frames?: FrameLog | null
  /** Hears why raw frames cannot be kept, and null when they can be again. */
  readonly onFrames?: (trouble: string | null) => void
}

type Forgotten = (car: CarId, access: SessionAccess) => void

/** The only writer of sessions: what monitors say, what people change, and the time that passes. */
export class SessionManager {
  readonly #deps: SessionManagerDeps
  readonly #books: Books
  readonly #feeder: Feeder
  readonly #blind: BlindCars
  readonly #frames: FrameBuffer | null
  readonly #onForgotten = new Set<Forgotten>()
  readonly #savesAtOnce: RateLimit
  readonly #stops: readonly (() => void)[]
  #isEnding = false

  constructor(deps: SessionManagerDeps) {
    this.#deps = deps
    const { perSecond, burst } = SAVES_AT_ONCE
    this.#savesAtOnce = new RateLimit(perSecond, burst, this.#nowMs)
    this.#frames = deps.frames ? new FrameBuffer(deps.frames, deps.onFrames) : null
    this.#books = new Books(deps, (car) => this.#feeder.of(car)?.notes ?? null)
    this.#feeder = new Feeder(this.#books, this.#frames)
    this.#blind = new BlindCars(this.#books)
    this.#books.listeners.addToAll((session) => this.#blind.heard(session))
    for (const stored of this.#books.register.entries()) this.#restarted(stored)
    this.#retireAbandoned()
    this.#stops = [
      deps.clock.every(EVERY_MS, () => this.#everySecond()),
      deps.clock.every(BLIND_EVERY_MS, () => this.#everyBlindMoment()),
      deps.clock.every(RETIRE_EVERY_MS, () => this.#retireAbandoned()),
    ]
  }

  /** By the id in today's link, as people write it. */
  get(id: unknown): Session | null {
    return this.#books.register.ofId(id)?.session ?? null
  }

  ofCar(car: CarId): Session | null {
    return this.#books.ofCar(car)
  }

  accessOf(car: CarId): SessionAccess | null {
    return this.#books.register.ofCar(car)?.access ?? null
  }

  *cars(): IterableIterator<CarId> {
    for (const { session } of this.#books.register.entries()) yield session.car
  }

  get count(): number {
    return this.#books.register.size
  }

  /** It was in a link once, or in that of a car that was given up: nobody may adopt it. */
  isRetired(id: unknown): boolean {
    return this.#books.register.isRetired(id)
  }

  /** The car that this id led to before its link was changed; for its engineer, and for nobody else. */
  carOfRetired(id: unknown): CarId | null {
    return this.#books.register.carOfRetired(id)
  }

  /** Hears of every change of a session, after it. Returns the way to stop hearing. */
  onChange(car: CarId, listener: (session: Session) => void): () => void {
    return this.#books.listeners.add(car, listener)
  }

  onAnyChange(listener: (session: Session) => void): () => void {
    return this.#books.listeners.addToAll(listener)
  }

  /** Hears of cars that are given up: their keys open nothing any more. */
  onForgotten(listener: Forgotten): () => void {
    this.#onForgotten.add(listener)
    return () => void this.#onForgotten.delete(listener)
  }

  /** On disk first: an id that was told to a monitor must never be forgotten. */
  add(stored: StoredSession): Result<void, StoreProblem> {
    const added = this.#books.add(stored)
    if (added.ok) this.#feeder.begin(stored, this.#nowMs)
    return added
  }

  /** What a person has changed, on disk before it counts and is told. If the disk refuses, nothing has changed. */
  change(
    car: CarId,
    event: SessionEvent | null,
    access: SessionAccess,
    entry: AuditEntry,
  ): Result<Session, StoreProblem> {
    return this.#books.change(car, event, access, entry)
  }

  /** Whether it made a difference. */
  apply(car: CarId, event: SessionEvent): boolean {
    return this.#books.apply(car, event)
  }

  /** A monitor has been admitted. Says which older socket of its program is dead. */
  joined(car: CarId, monitor: Monitor): Pick<Published, 'replaced'> {
    const fed = this.#feeder.step(car, { type: 'joined', atMs: this.#nowMs, monitor })
    return { replaced: fed?.replaced ?? null }
  }

  /** The socket of a monitor is gone. */
  left(car: CarId, monitor: Monitor): void {
    if (!this.#isEnding) this.#feeder.left(car, monitor, this.#nowMs)
  }

  /** A frame or setup of a monitor that has been admitted. */
  publish(car: CarId, monitor: Monitor, event: Publication): Published {
    const published = this.#feeder.publish(car, monitor, event)
    this.#books.tellOfDisk(this.ofCar(car))
    // A setup comes once: nobody would send it again after a power cut.
    const isSetup = event.type === 'setup' && published.onWall
    if (isSetup && this.#savesAtOnce.take(event.atMs)) this.flush()
    return published
  }

  /** The number of the last frame of this start of a monitor, on the wall or not. */
  lastSeq(car: CarId, bootId: string): number | null {
    return this.#feeder.of(car)?.seqs.of(bootId) ?? null
  }

  /** Who feeds this car's wall, and who could. */
  monitors(car: CarId): ArbitrationSummary | null {
    return this.#feeder.of(car)?.summary ?? null
  }

  /** The engineer's choice of who feeds the wall. False: that one is not here. */
  pick(car: CarId, socket: number): boolean {
    const monitor = this.#feeder.of(car)?.monitor(socket) ?? null
    if (monitor === null) return false
    this.#feeder.step(car, { type: 'picked', atMs: this.#nowMs, monitor })
    return true
  }

  flush(): void {
    this.#books.flush()
    this.#frames?.flush()
  }

  get storeIsWell(): boolean {
    return this.#books.storeIsWell
  }

  /** The server is about to go: all is saved, and the sockets that end from now on are no news about the race. */
  prepareToEnd(): void {
    this.#isEnding = true
    this.flush()
  }

  /** What came in until the last socket ended is saved too. Throws if something cannot be. */
  close(): void {
    for (const stop of this.#stops) stop()
    this.#frames?.flush()
    this.#books.close()
  }

  get #nowMs(): number {
    return this.#deps.clock.nowMs()
  }

  #everySecond(): void {
    if (!this.#isEnding) this.#feeder.tick(this.#nowMs)
    this.flush()
  }

  #everyBlindMoment(): void {
    if (!this.#isEnding) this.#blind.tick(this.#nowMs)
  }

  /** The sockets of all monitors died with the server before this one. */
  #restarted(stored: Pick<StoredSession, 'session' | 'notes'>): void {
    const { session } = stored
    const { car, monitor } = session
    const atMs = this.#nowMs
    this.#feeder.begin(stored, atMs)
    if (monitor.status === 'online') this.apply(car, { type: 'server-restarted', atMs })
    this.#books.tellOfDisk(session)
    this.#feeder.step(car, { type: 'restarted', atMs })
    this.#blind.heard(this.ofCar(car) ?? session)
  }

  #retireAbandoned(): void {
    for (const { session, access } of this.#books.giveUpAbandoned()) {
      this.#feeder.forget(session.car)
      for (const tell of this.#onForgotten) tell(session.car, access)
    }
  }
}
