import type { Result } from '../race/result.ts'
import type { CarId, Session, SessionId } from '../race/session.ts'
import type { SessionEvent } from '../race/session-event.ts'
import type {
  AuditEntry,
  SessionAccess,
  SessionStore,
  StoreProblem,
} from '../store/session-store.ts'
import { keyHash, newKey } from './access.ts'
import type { Clock } from './clock.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import {
  KEYS_MOST,
  liveKey,
  liveKeys,
  type NewKey,
  withKeyLabelled,
  withNewKey,
  withoutKey,
} from './publish-keys.ts'
import type { SessionManager } from './session-manager.ts'

export interface EngineersDeskDeps {
  readonly sessions: SessionManager
  readonly door: Doorkeeper
  readonly store: Pick<SessionStore, 'audit'>
  readonly clock: Clock
}

export type DeskProblem = StoreProblem | 'unknown-session' | 'no-such-key' | 'too-many-keys'

interface Change {
  readonly event?: SessionEvent
  readonly access?: SessionAccess
  readonly about?: string | null
}

/**
 * What an engineer may do with his car: keys, link, name, end. `by` is the address it came from; whoever calls has made
 * sure that it is the engineer.
 */
export class EngineersDesk {
  readonly #deps: EngineersDeskDeps

  constructor(deps: EngineersDeskDeps) {
    this.#deps = deps
  }

  addKey(car: CarId, by: string, label: string): Result<NewKey, DeskProblem> {
    const access = this.#accessOf(car)
    if (access === null) return no('unknown-session')
    if (liveKeys(access).length >= KEYS_MOST) return no('too-many-keys')
    const { access: after, made } = withNewKey(access, label, this.#nowMs())
    const changed = this.#change(car, by, 'key-added', { access: after, about: label })
    return changed.ok ? { ok: true, value: made } : changed
  }

  /** The same driver's, and another key. */
  replaceKey(car: CarId, by: string, number: number): Result<NewKey, DeskProblem> {
    const access = this.#accessOf(car)
    const old = access && liveKey(access, number)
    if (access === null || old === null) return no('no-such-key')
    const shut = withoutKey(access, number, this.#nowMs())
    const { access: after, made } = withNewKey(shut, old.label, this.#nowMs())
    const about = old.label ?? String(number)
    const changed = this.#change(car, by, 'key-replaced', { access: after, about })
    return changed.ok ? { ok: true, value: made } : changed
  }

  revokeKey(car: CarId, by: string, number: number): Result<Session, DeskProblem> {
    const access = this.#accessOf(car)
    const old = access && liveKey(access, number)
    if (access === null || old === null) return no('no-such-key')
    const after = withoutKey(access, number, this.#nowMs())
    const about = old.label ?? String(number)
    return this.#change(car, by, 'key-revoked', { access: after, about })
  }

  /** The first key is made before anybody knows whose it will be. */
  labelKey(car: CarId, by: string, number: number, label: string): Result<Session, DeskProblem> {
    const access = this.#accessOf(car)
    if (access === null || liveKey(access, number) === null) return no('no-such-key')
    const after = withKeyLabelled(access, number, label)
    return this.#change(car, by, 'key-labelled', { access: after, about: label })
  }

  replaceEngineerKey(car: CarId, by: string): Result<string, DeskProblem> {
    const access = this.#accessOf(car)
    if (access === null) return no('unknown-session')
    const key = newKey()
    const after = { ...access, engineerKeyHash: keyHash(key) }
    const changed = this.#change(car, by, 'engineer-key-replaced', { access: after })
    return changed.ok ? { ok: true, value: key } : changed
  }

  changeLink(car: CarId, by: string): Result<SessionId, DeskProblem> {
    const id = crypto.randomUUID() as SessionId
    const event = { type: 'link-changed', atMs: this.#nowMs(), id } as const
    const changed = this.#change(car, by, 'link-changed', { event })
    return changed.ok ? { ok: true, value: id } : changed
  }

  end(car: CarId, by: string): Result<Session, DeskProblem> {
    const session = this.#deps.sessions.ofCar(car)
    if (session?.over?.by === 'engineer') return { ok: true, value: session }
    const event = { type: 'ended', atMs: this.#nowMs(), by: 'engineer' } as const
    return this.#change(car, by, 'ended', { event })
  }

  reopen(car: CarId, by: string): Result<Session, DeskProblem> {
    const session = this.#deps.sessions.ofCar(car)
    if (session?.over === null) return { ok: true, value: session }
    return this.#change(car, by, 'reopened', { event: { type: 'reopened', atMs: this.#nowMs() } })
  }

  name(car: CarId, by: string, name: string): Result<Session, DeskProblem> {
    const event = { type: 'named', atMs: this.#nowMs(), name } as const
    return this.#change(car, by, 'named', { event, about: name })
  }

  /** A choice between PCs that was made: nothing of the car's own has changed. */
  picked(car: CarId, by: string, driverName: string | null): Result<Session, DeskProblem> {
    return this.#change(car, by, 'picked', { about: driverName })
  }

  /** Newest first. */
  audit(car: CarId): readonly AuditEntry[] {
    return this.#deps.store.audit(car)
  }

  #change(
    car: CarId,
    by: string,
    act: string,
    { event, access, about = null }: Change,
  ): Result<Session, DeskProblem> {
    const before = this.#accessOf(car)
    if (before === null) return no('unknown-session')
    const entry = { atMs: event?.atMs ?? this.#nowMs(), act, by, about }
    return this.#deps.door.change(car, event ?? null, access ?? before, entry)
  }

  #accessOf(car: CarId): SessionAccess | null {
    return this.#deps.sessions.accessOf(car)
  }

  #nowMs(): number {
    return this.#deps.clock.nowMs()
  }
}

const no = (problem: DeskProblem): { readonly ok: false; readonly problem: DeskProblem } => ({
  ok: false,
  problem,
})
