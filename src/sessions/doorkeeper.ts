import type { Result } from '../race/result.ts'
import {
  type CarId,
  newSession,
  type Session,
  type SessionId,
  type SessionIdentity,
} from '../race/session.ts'
import type { SessionEvent } from '../race/session-event.ts'
import type { AuditEntry, PublishKey, SessionAccess, StoreProblem } from '../store/session-store.ts'
import { readSessionId } from './access.ts'
import { keylessAdmission } from './admission.ts'
import type { Clock } from './clock.ts'
import { CreationLimit } from './creation-limit.ts'
import { KeyRing, type KeyShown } from './key-ring.ts'
import { newAccess } from './new-access.ts'
import type { Problem } from './problem.ts'
import { liveKeys, withKeySeen } from './publish-keys.ts'
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

export type CreationProblem = StoreProblem | 'too-many-sessions'

/** Who may publish to which car, and who may change it. */
export class Doorkeeper {
  readonly #deps: DoorkeeperDeps
  readonly #keys = new KeyRing()
  readonly #creations: CreationLimit
  readonly #onShut = new Set<(car: CarId) => void>()
  /** When something was last let in, of cars that have been heard since the start. */
  readonly #heardAtMs = new Map<CarId, number>()

  constructor(deps: DoorkeeperDeps) {
    this.#deps = deps
    this.#creations = new CreationLimit(deps.clock)
    const { sessions } = deps
    for (const car of sessions.cars()) {
      const access = sessions.accessOf(car)
      if (access !== null) this.#keys.add(car, access)
    }
    sessions.onForgotten((car, access) => {
      this.#keys.delete(access)
      this.#heardAtMs.delete(car)
    })
  }

  /** A new session: `keyed`, or `bound` to the address of a monitor that cannot present keys. */
  create(
    mode: 'keyed',
    address: string,
    name?: string | null,
  ): Result<CreatedSession, CreationProblem>
  create(mode: 'keyed' | 'bound', address: string): Result<CreatedSession, Problem>
  create(
    mode: 'keyed' | 'bound',
    address: string,
    name: string | null = null,
  ): Result<CreatedSession, Problem> {
    if (mode === 'bound' && !this.#deps.legacyMonitors) return no('legacy-monitors-off')
    const { access, publishKey, engineerKey } = newAccess(mode, address, this.#deps.clock.nowMs())
    const id = crypto.randomUUID() as SessionId
    const created = this.#created({ id, mode, name }, access, address)
    return created.ok
      ? { ok: true, value: { car: created.value, id, publishKey, engineerKey } }
      : created
  }

  /** Whether this address may have one thing more kept for ever; counted as if it did. */
  takesRoom(address: string): boolean {
    return this.#creations.take(address, this.#deps.sessions.count)
  }

  /** The car that this key publishes to; from now on it takes keys only. */
  presentKey(key: string): Result<KeyShown, Problem> {
    const shown = this.#keys.publishersCar(key)
    if (shown === null) return no('wrong-key')
    const { car } = shown
    const { sessions, clock } = this.#deps
    if (sessions.ofCar(car)?.over?.by === 'engineer') return no('session-ended')
    // From now on no frame without a key is let in, not even after a power cut.
    if (sessions.apply(car, { type: 'key-presented', atMs: clock.nowMs() })) sessions.flush()
    return { ok: true, value: shown }
  }

  /** Asked for each frame and setup of a connection that has shown a key. */
  admit(shown: KeyShown): Result<CarId, Problem> {
    return this.#keys.stillOpens(shown) ? this.#letIn(shown.car) : no('wrong-key')
  }

  /** Nobody has shown it: only whether it would open a car. */
  isPublishKey(key: string): boolean {
    return this.#keys.publishersCar(key) !== null
  }

  /** Why a connection that has shown this key has to end; null: it may stay. */
  problemWith(shown: KeyShown): Problem | null {
    if (!this.#keys.stillOpens(shown)) return 'wrong-key'
    return this.#deps.sessions.ofCar(shown.car)?.over?.by === 'engineer' ? 'session-ended' : null
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
      return admitted.ok ? this.#letIn(session.car) : admitted
    }
    if (!legacyMonitors || sessions.isRetired(id)) return no('unknown-session')
    const nobodys = { publishKeys: [], engineerKeyHash: null, boundAddress: null }
    return this.#created({ id: id as SessionId, mode: 'open', name: null }, nobodys, address)
  }

  /** The car whose engineer holds this key; null: nobody's. */
  engineersCar(key: string): CarId | null {
    return this.#keys.engineersCar(key)
  }

  /** `open` and `bound` cars have none: nobody was ever given a key to them. */
  hasEngineer(car: CarId): boolean {
    return (this.#deps.sessions.accessOf(car)?.engineerKeyHash ?? null) !== null
  }

  /** A browser has opened a monitor's address, publish key and all. The car it opens; null: none. */
  seenInBrowser(key: string, address: string): Session | null {
    const shown = this.#keys.publishersCar(key)
    if (shown === null) return null
    const { sessions, clock } = this.#deps
    const access = sessions.accessOf(shown.car)
    const kept = access?.publishKeys.find(({ hash }) => hash === shown.keyHash)
    if (access && kept?.seenInBrowserAtMs === null) {
      const atMs = clock.nowMs()
      const about = kept.label ?? String(kept.number)
      const entry = { atMs, act: 'key-seen', by: address, about }
      this.change(shown.car, null, withKeySeen(access, kept.number, atMs), entry)
    }
    return sessions.ofCar(shown.car)
  }

  /** As the manager does, with the keys that follow from it. */
  change(
    car: CarId,
    event: SessionEvent | null,
    access: SessionAccess,
    entry: AuditEntry,
  ): Result<Session, StoreProblem> {
    const { sessions } = this.#deps
    const before = sessions.accessOf(car)
    const changed = sessions.change(car, event, access, entry)
    if (!changed.ok) return changed
    if (before !== null) this.#keys.delete(before)
    this.#keys.add(car, access)
    const isOut = ({ hash }: PublishKey) => !this.#keys.stillOpens({ car, keyHash: hash })
    const isRevoked = before !== null && liveKeys(before).some(isOut)
    if (isRevoked || event?.type === 'ended') for (const tell of this.#onShut) tell(car)
    return changed
  }

  /** Hears of cars some of whose connections have nothing to look for there any more. */
  onShut(listener: (car: CarId) => void): () => void {
    this.#onShut.add(listener)
    return () => void this.#onShut.delete(listener)
  }

  /** null: not since the start of the server. */
  heardAtMs(car: CarId): number | null {
    return this.#heardAtMs.get(car) ?? null
  }

  #letIn(car: CarId): Result<CarId, Problem> {
    const { sessions, clock } = this.#deps
    const over = sessions.ofCar(car)?.over ?? null
    if (over?.by === 'engineer') return no('session-ended')
    const atMs = clock.nowMs()
    this.#heardAtMs.set(car, atMs)
    // What only time has ended goes on by itself.
    if (over !== null) sessions.apply(car, { type: 'reopened', atMs })
    return { ok: true, value: car }
  }

  #created(
    identity: Omit<SessionIdentity, 'car'>,
    access: SessionAccess,
    address: string,
  ): Result<CarId, Problem> {
    const { sessions, clock } = this.#deps
    if (!this.takesRoom(address)) return no('too-many-sessions')
    const car = crypto.randomUUID() as CarId
    const session = newSession({ car, ...identity }, clock.nowMs())
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
