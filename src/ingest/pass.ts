import type { Result } from '../race/result.ts'
import type { CarId, SessionId } from '../race/session.ts'
import type { Doorkeeper } from '../sessions/doorkeeper.ts'
import type { KeyShown } from '../sessions/key-ring.ts'
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
  /** It has shown this key (or was given it with a session of its own, over the typed transport). */
  #shown: KeyShown | null = null

  constructor(deps: PassDeps, origin: Origin, transport: Link['transport']) {
    this.#deps = deps
    this.#origin = origin
    this.#transport = transport
  }

  /** Of a connection that has shown a key; null: frames tell. */
  get car(): CarId | null {
    return this.#shown?.car ?? null
  }

  /** Why it cannot stay, after keys or the session of its car have changed; null: it can. */
  get problem(): Problem | null {
    return this.#shown && this.#deps.door.problemWith(this.#shown)
  }

  present(key: string): Result<CarId, Problem> {
    const presented = this.#deps.door.presentKey(key)
    if (!presented.ok) return presented
    this.#shown = presented.value
    return { ok: true, value: presented.value.car }
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
    if (this.#shown !== null) {
      // A keyed connection publishes to its own session, whatever the body says.
      if (sessionId !== undefined && sessionId.toLowerCase() !== this.#idOf(this.#shown.car)) {
        this.#deps.connections.tally.add('other_session_ids')
      }
      return this.#deps.door.admit(this.#shown)
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
    // The id in a link of before does no harm: it is the key that counts.
    const { sessions } = this.#deps
    const isOther = sessions.get(asked)?.car !== car && !sessions.isRetired(asked)
    if (asked !== undefined && isOther) return { ok: false, problem: 'wrong-key' }
    return { ok: true, value: assigned(this.#origin, id) }
  }

  #begin(): Result<SessionIdAssigned, Problem> {
    const mode = this.#transport === 'typed' ? 'keyed' : 'bound'
    const { address } = this.#origin
    const created = this.#deps.door.create(mode, address)
    if (!created.ok) return created
    const { id, publishKey } = created.value
    if (mode === 'keyed') this.present(publishKey)
    this.#deps.log.info('session begun', { session: id, mode, address })
    return { ok: true, value: assignedNew(this.#origin, created.value) }
  }

  #idOf(car: CarId): SessionId | undefined {
    return this.#deps.sessions.ofCar(car)?.id
  }
}
