import type { Result } from '../race/result.ts'
import type { CarId, SessionId } from '../race/session.ts'
import type { Doorkeeper } from '../sessions/doorkeeper.ts'
import type { Log } from '../sessions/log.ts'
import type { Problem } from '../sessions/problem.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { RequestSessionId } from '../wire/messages.ts'
import type { SessionIdAssigned } from '../wire/server-messages.ts'
import type { Link, Origin } from './link.ts'
import { assigned, assignedNew } from './session-answer.ts'
import type { Tally } from './tally.ts'

export interface PassDeps {
  readonly sessions: SessionManager
  readonly door: Doorkeeper
  readonly log: Log
  readonly connections: { readonly tally: Tally }
}

/** Which car one connection may publish to. */
export class Pass {
  readonly #deps: PassDeps
  readonly #origin: Origin
  readonly #transport: Link['transport']
  /** It has shown a key for this one (or has begun its session itself, over the typed transport). */
  #car: CarId | null = null

  constructor(deps: PassDeps, origin: Origin, transport: Link['transport']) {
    this.#deps = deps
    this.#origin = origin
    this.#transport = transport
  }

  /** Of a connection that has shown a key; null: frames tell. */
  get car(): CarId | null {
    return this.#car
  }

  present(key: string): Result<CarId, Problem> {
    const presented = this.#deps.door.presentKey(key)
    if (presented.ok) this.#car = presented.value
    return presented
  }

  request({
    publish_key,
    session_id: asked,
  }: RequestSessionId): Result<SessionIdAssigned, Problem> {
    const key = publish_key ?? this.#origin.key
    if (key !== null) return this.#resume(key, asked)
    return asked === undefined ? this.#begin() : { ok: false, problem: 'key-required' }
  }

  /** Asked for each frame and setup: what was right a moment ago need not be any more. */
  admission(sessionId: string | undefined): Result<CarId, Problem> {
    if (this.#origin.isBrowser) return { ok: false, problem: 'browser' }
    if (this.#car !== null) {
      // A keyed connection publishes to its own session, whatever the body says.
      if (sessionId !== undefined && sessionId.toLowerCase() !== this.#idOf(this.#car)) {
        this.#deps.connections.tally.add('other_session_ids')
      }
      return this.#deps.door.admit(this.#car)
    }
    if (this.#transport === 'typed') return { ok: false, problem: 'no-session-requested' }
    return this.#deps.door.admitKeyless(sessionId, this.#origin.address)
  }

  #resume(key: string, asked: string | undefined): Result<SessionIdAssigned, Problem> {
    const presented = this.present(key)
    if (!presented.ok) return presented
    const car = presented.value
    const id = this.#idOf(car)
    if (id === undefined) return { ok: false, problem: 'unknown-session' }
    if (asked !== undefined && this.#deps.sessions.get(asked)?.car !== car) {
      return { ok: false, problem: 'wrong-key' }
    }
    return { ok: true, value: assigned(this.#origin, id) }
  }

  #begin(): Result<SessionIdAssigned, Problem> {
    const mode = this.#transport === 'typed' ? 'keyed' : 'bound'
    const { address } = this.#origin
    const created = this.#deps.door.create(mode, address)
    if (!created.ok) return created
    const { car, id } = created.value
    if (mode === 'keyed') this.#car = car
    this.#deps.log.info('session begun', { session: id, mode, address })
    return { ok: true, value: assignedNew(this.#origin, created.value) }
  }

  #idOf(car: CarId): SessionId | undefined {
    return this.#deps.sessions.ofCar(car)?.id
  }
}
