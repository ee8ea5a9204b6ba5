import type { Result } from '../race/result.ts'
import type { CarId } from '../race/session.ts'
import type { Connection } from '../sessions/arbitration/connection.ts'
import type { Monitor } from '../sessions/arbitration/monitor.ts'
import type { Clock } from '../sessions/clock.ts'
import type { Problem } from '../sessions/problem.ts'
import type { Publication, Published, SetupTaken } from '../sessions/published.ts'
import type { RequestSessionId, SetupData, TelemetryUpdate } from '../wire/messages.ts'
import type { SessionIdAssigned, Welcome } from '../wire/server-messages.ts'
import { telemetryTaken } from './frame.ts'
import type { Link, Origin } from './link.ts'
import { Pass, type PassDeps } from './pass.ts'
import { welcome } from './session-answer.ts'

export interface PublisherDeps extends PassDeps {
  readonly clock: Clock
  readonly connections: PassDeps['connections'] & {
    /** Ends the connection whose program has come back on another one. */
    replace(socket: number): void
  }
}

let sockets = 0

/** What one connection publishes, where to, and what it last did. */
export class Publisher {
  readonly #deps: PublisherDeps
  readonly #pass: Pass
  /** Stands for a boot id that the monitor does not tell. Kept with its frames, so no restart may give it again. */
  readonly #name: string = crypto.randomUUID()
  #road: Connection | null = null
  #monitor: Monitor
  /** The car it has been admitted to, or last published to. */
  #feeds: CarId | null = null
  /** Of a monitor that does not feed the wall: shown when it does. */
  #setupWaiting: SetupTaken | null = null

  constructor(deps: PublisherDeps, origin: Origin, transport: Link['transport']) {
    this.#deps = deps
    this.#pass = new Pass(deps, origin, transport)
    this.#monitor = { socket: ++sockets, pc: origin.address, bootId: null, keyed: false }
  }

  get socket(): number {
    return this.#monitor.socket
  }

  present(key: string): Result<CarId, Problem> {
    const presented = this.#pass.present(key)
    this.#keyShown()
    return presented
  }

  request(request: RequestSessionId): Result<SessionIdAssigned, Problem> {
    this.#monitor = { ...this.#monitor, bootId: request.boot_id ?? null }
    const assigned = this.#pass.request(request)
    this.#keyShown()
    return assigned
  }

  /** Why it may not go on publishing to this car; null: it may, or does not. */
  problemAt(car: CarId): Problem | null {
    return this.#pass.car === car ? this.#pass.problem : null
  }

  welcome(): Welcome {
    const { bootId } = this.#monitor
    const { car } = this.#pass
    const isKnown = bootId !== null && car !== null
    return welcome(isKnown ? this.#deps.sessions.lastSeq(car, bootId) : null)
  }

  /** The keys of the frame that had to be left out of it. */
  frame({ session_id, telemetry: frame }: TelemetryUpdate): Result<readonly string[], Problem> {
    const admitted = this.#pass.admission(session_id)
    if (!admitted.ok) return admitted
    const session = this.#deps.sessions.ofCar(admitted.value)
    if (session === null) return { ok: false, problem: 'unknown-session' }
    const atMs = this.#deps.clock.nowMs()
    const source = { monitor: this.#monitor, name: this.#name, road: this.#road }
    const { taken, bootId, road, refused } = telemetryTaken(session, frame, source, atMs)
    this.#monitor = { ...this.#monitor, bootId }
    this.#road = road
    const feedsWall = this.#publish(session.car, taken)
    const setup = this.#setupWaiting
    if (feedsWall && setup !== null) {
      this.#setupWaiting = null
      this.#publish(session.car, setup)
    }
    return { ok: true, value: refused }
  }

  setup({ session_id, setup: tree, timestamp }: SetupData): Result<void, Problem> {
    const admitted = this.#pass.admission(session_id)
    if (!admitted.ok) return admitted
    const atMs = this.#deps.clock.nowMs()
    // Longer than any ISO 8601 moment, short enough for a log.
    const setup = { receivedAtMs: atMs, sentAt: timestamp?.slice(0, 40) ?? null, tree }
    const event = { type: 'setup', atMs, setup } as const
    this.#setupWaiting = this.#publish(admitted.value, event) ? null : event
    return { ok: true, value: undefined }
  }

  left(): void {
    if (this.#feeds !== null) this.#deps.sessions.left(this.#feeds, this.#monitor)
    this.#feeds = null
  }

  /** Who has shown a key is known to be there, before the first frame. */
  #keyShown(): void {
    const { car } = this.#pass
    if (car === null) return
    this.#monitor = { ...this.#monitor, keyed: true }
    this.#turnTo(car)
    this.#closeReplaced(this.#deps.sessions.joined(car, this.#monitor))
  }

  #publish(car: CarId, event: Publication): boolean {
    this.#turnTo(car)
    const published = this.#deps.sessions.publish(car, this.#monitor, event)
    if (published.isOld) this.#deps.connections.tally.add('old_frames')
    this.#closeReplaced(published)
    return published.onWall
  }

  #turnTo(car: CarId): void {
    if (this.#feeds !== car) this.left()
    this.#feeds = car
  }

  #closeReplaced({ replaced }: Pick<Published, 'replaced'>): void {
    if (replaced !== null) this.#deps.connections.replace(replaced)
  }
}
