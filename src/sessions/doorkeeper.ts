import type { Result } from '../race/result.ts'
import { type CarId, newSession, type SessionId, type SessionMode } from '../race/session.ts'
import type { SessionAccess } from '../store/session-store.ts'
import { readSessionId } from './access.ts'
import { keylessAdmission } from './admission.ts'
import type { Clock } from './clock.ts'
import { CreationLimit } from './creation-limit.ts'
import { KeyRing } from './key-ring.ts'
import { newAccess } from './new-access.ts'
import type { Problem } from './problem.ts'
import type { SessionManager } from './session-manager.ts'

export interface DoorkeeperDeps {
  readonly sessions: SessionManager
  readonly clock: Clock
  /** Whether monitors without keys are served at all. */
  readonly legacyMonitors: boolean
}

/** A session and the secrets that are told once, now. */
export interface CreatedSession {
  readonly car: CarId
  readonly id: SessionId
  readonly publishKey: string
  readonly engineerKey: string | null
}

/** Who may publish to which car, and who may change it. */
export class Doorkeeper {
  readonly #deps: DoorkeeperDeps
  readonly #keys = new KeyRing()
  readonly #creations: CreationLimit

  constructor(deps: DoorkeeperDeps) {
    this.#deps = deps
    this.#creations = new CreationLimit(deps.clock)
    const { sessions } = deps
    for (const car of sessions.cars()) {
      const access = sessions.accessOf(car)
      if (access !== null) this.#keys.add(car, access)
    }
    sessions.onForgotten((_, access) => this.#keys.delete(access))
  }

  /** A new session for a monitor: `keyed`, or `bound` to the address of one that cannot present keys. */
  create(mode: 'keyed' | 'bound', address: string): Result<CreatedSession, Problem> {
    if (mode === 'bound' && !this.#deps.legacyMonitors) return no('legacy-monitors-off')
    const { access, publishKey, engineerKey } = newAccess(mode, address, this.#deps.clock.nowMs())
    const id = crypto.randomUUID() as SessionId
    const created = this.#created(id, mode, access, address)
    return created.ok
      ? { ok: true, value: { car: created.value, id, publishKey, engineerKey } }
      : created
  }

  /** The car that this key publishes to; from now on it takes keys only. */
  presentKey(key: string): Result<CarId, Problem> {
    const car = this.#keys.publishersCar(key)
    if (car === null) return no('wrong-key')
    const admitted = this.admit(car)
    if (admitted.ok)
      this.#deps.sessions.apply(car, { type: 'key-presented', atMs: this.#deps.clock.nowMs() })
    return admitted
  }

  /** Asked for each frame and setup of a connection that has presented a key. */
  admit(car: CarId): Result<CarId, Problem> {
    const session = this.#deps.sessions.ofCar(car)
    if (session === null) return no('unknown-session')
    return session.over?.by === 'engineer' ? no('session-ended') : { ok: true, value: car }
  }

  /** The session whose engineer holds this key; null: nobody's. */
  engineersSession(key: string): SessionId | null {
    const car = this.#keys.engineersCar(key)
    return car === null ? null : (this.#deps.sessions.ofCar(car)?.id ?? null)
  }

  /** Where a frame without a key goes. An id nobody has ever used begins an `open` session. */
  admitKeyless(sessionId: unknown, address: string): Result<CarId, Problem> {
    const id = readSessionId(sessionId)
    if (id === null) return no('not-a-session-id')
    const { sessions, legacyMonitors } = this.#deps
    const session = sessions.get(id)
    const access = session && sessions.accessOf(session.car)
    if (session !== null && access !== null) {
      const admitted = keylessAdmission(session.mode, access, address, legacyMonitors)
      return admitted.ok ? this.admit(session.car) : admitted
    }
    if (!legacyMonitors || sessions.isRetired(id)) return no('unknown-session')
    const nobodys = { publishKeys: [], engineerKeyHash: null, boundAddress: null }
    return this.#created(id as SessionId, 'open', nobodys, address)
  }

  #created(
    id: SessionId,
    mode: SessionMode,
    access: SessionAccess,
    address: string,
  ): Result<CarId, Problem> {
    const { sessions, clock } = this.#deps
    if (!this.#creations.take(address, sessions.count)) return no('too-many-sessions')
    const car = crypto.randomUUID() as CarId
    const session = newSession({ car, id, mode }, clock.nowMs())
    const added = sessions.add({ session, access, notes: null })
    if (!added.ok) return added
    this.#keys.add(car, access)
    return { ok: true, value: car }
  }
}

const no = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
})
