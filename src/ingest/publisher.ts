import type { Result } from '../race/result.ts'
import type { SessionId } from '../race/session.ts'
import type { SessionEvent } from '../race/session-event.ts'
import type { Monitor } from '../sessions/arbiter.ts'
import type { Clock } from '../sessions/clock.ts'
import type { Log } from '../sessions/log.ts'
import type { Problem } from '../sessions/problem.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { RequestSessionId, SetupData, TelemetryUpdate } from '../wire/messages.ts'
import type { SessionIdAssigned, Welcome } from '../wire/server-messages.ts'
import { telemetryTaken } from './frame.ts'
import type { Link, Origin } from './link.ts'
import { assigned, assignedNew, welcome } from './session-answer.ts'
import type { Tally } from './tally.ts'

export interface PublisherDeps {
  readonly sessions: SessionManager
  readonly clock: Clock
  readonly log: Log
  readonly connections: {
    readonly tally: Tally
    /** Ends the connection whose program has come back on another one. */
    replace(socket: number): void
  }
}

let sockets = 0

/** What one connection may publish, where to, and what it last did. */
export class Publisher {
  readonly #deps: PublisherDeps
  readonly #origin: Origin
  readonly #transport: Link['transport']
  /** Stands for a boot id that the monitor does not tell. Kept with its frames, so no restart may give it again. */
  readonly #connection: string = crypto.randomUUID()
  #monitor: Monitor
  /** The session this connection has shown a key for (or has begun itself, over the typed transport). */
  #keyed: SessionId | null = null
  /** The session it last published to. */
  #feeds: SessionId | null = null
  /** Of a monitor that does not feed the wall: shown when it does. */
  #setupWaiting: SessionEvent | null = null

  constructor(deps: PublisherDeps, origin: Origin, transport: Link['transport']) {
    this.#deps = deps
    this.#origin = origin
    this.#transport = transport
    this.#monitor = { socket: ++sockets, pc: origin.address, bootId: null, keyed: false }
  }

  get socket(): number {
    return this.#monitor.socket
  }

  present(key: string): Result<SessionId, Problem> {
    const presented = this.#deps.sessions.presentKey(key)
    if (presented.ok) this.#becomesKeyed(presented.value)
    return presented
  }

  request(request: RequestSessionId): Result<SessionIdAssigned, Problem> {
    const { boot_id: bootId = null, session_id: asked } = request
    this.#monitor = { ...this.#monitor, bootId }
    const key = request.publish_key ?? this.#origin.key
    if (key !== null) return this.#resume(key, asked)
    return asked === undefined ? this.#begin() : { ok: false, problem: 'key-required' }
  }

  welcome(): Welcome {
    const { bootId } = this.#monitor
    const id = this.#keyed
    const isKnown = bootId !== null && id !== null
    return welcome(isKnown ? this.#deps.sessions.lastSeq(id, bootId) : null)
  }

  /** The keys of the frame that had to be left out of it. */
  frame({ session_id, telemetry: frame }: TelemetryUpdate): Result<readonly string[], Problem> {
    const admitted = this.#admission(session_id)
    if (!admitted.ok) return admitted
    const session = this.#deps.sessions.get(admitted.value)
    if (session === null) return { ok: false, problem: 'unknown-session' }
    const atMs = this.#deps.clock.nowMs()
    const { taken, bootId, refused } = telemetryTaken(
      session,
      frame,
      this.#monitor,
      this.#connection,
      atMs,
    )
    this.#monitor = { ...this.#monitor, bootId }
    const feedsWall = this.#publish(session.id, taken)
    const setup = this.#setupWaiting
    if (feedsWall && setup !== null) {
      this.#setupWaiting = null
      this.#publish(session.id, setup)
    }
    return { ok: true, value: refused }
  }

  setup({ session_id, setup: tree, timestamp }: SetupData): Result<void, Problem> {
    const admitted = this.#admission(session_id)
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

  #resume(key: string, asked: string | undefined): Result<SessionIdAssigned, Problem> {
    const presented = this.present(key)
    if (!presented.ok) return presented
    const id = presented.value
    if (asked !== undefined && this.#deps.sessions.get(asked)?.id !== id) {
      return { ok: false, problem: 'wrong-key' }
    }
    return { ok: true, value: assigned(this.#origin, id) }
  }

  #begin(): Result<SessionIdAssigned, Problem> {
    const mode = this.#transport === 'typed' ? 'keyed' : 'bound'
    const { address } = this.#origin
    const created = this.#deps.sessions.create(mode, address)
    if (!created.ok) return created
    const { id } = created.value
    if (mode === 'keyed') this.#becomesKeyed(id)
    this.#deps.log.info('session begun', { session: id, mode, address })
    return { ok: true, value: assignedNew(this.#origin, created.value) }
  }

  #becomesKeyed(id: SessionId): void {
    this.#keyed = id
    this.#monitor = { ...this.#monitor, keyed: true }
  }

  #admission(sessionId: string | undefined): Result<SessionId, Problem> {
    if (this.#origin.isBrowser) return { ok: false, problem: 'browser' }
    if (this.#keyed !== null) {
      // A keyed connection publishes to its own session, whatever the body says.
      const isOther = sessionId !== undefined && sessionId.toLowerCase() !== this.#keyed
      if (isOther) this.#deps.connections.tally.add('other_session_ids')
      return { ok: true, value: this.#keyed }
    }
    if (this.#transport === 'typed') return { ok: false, problem: 'no-session-requested' }
    return this.#deps.sessions.admitKeyless(sessionId, this.#origin.address)
  }

  #publish(id: SessionId, event: SessionEvent): boolean {
    if (this.#feeds !== id) this.left()
    this.#feeds = id
    const { onWall, isOld, replaced } = this.#deps.sessions.publish(id, this.#monitor, event)
    if (isOld) this.#deps.connections.tally.add('old_frames')
    if (replaced !== null) this.#deps.connections.replace(replaced)
    return onWall
  }
}
