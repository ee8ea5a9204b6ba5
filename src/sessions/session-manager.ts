import { advance } from '../race/advance.ts'
import type { Result } from '../race/result.ts'
import { newSession, type Session, type SessionId, type SessionMode } from '../race/session.ts'
import { type SessionEvent, unitsJudged } from '../race/session-event.ts'
import type { SessionAccess, SessionStore } from '../store/session-store.ts'
import { ABANDONED_KEPT, isAbandoned } from './abandoned.ts'
import { readSessionId } from './access.ts'
import { keylessAdmission } from './admission.ts'
import { claimOf, type Feed, feedAfter, isSameProgram, type Monitor } from './arbiter.ts'
import type { Clock } from './clock.ts'
import { CreationLimit } from './creation-limit.ts'
import { KeyRing } from './key-ring.ts'
import { LastSeqs } from './last-seqs.ts'
import { Listeners } from './listeners.ts'
import { newAccess } from './new-access.ts'
import type { Problem } from './problem.ts'
import type { Published } from './published.ts'
import { RateLimit } from './rate-limit.ts'
import { Saving, type SavingDeps } from './saving.ts'

/** One transaction a second is what any disk can do, and what a power cut may cost. */
const SAVE_EVERY_MS = 1_000
const RETIRE_EVERY_MS = 3600_000
/** Saves beside those: setups of a whole grid at the start, but no flood of them. Guessed. */
const SAVES_AT_ONCE = { perSecond: 2, burst: 20 }

export interface SessionManagerDeps extends SavingDeps {
  readonly store: SessionStore
  readonly clock: Clock
  /** Whether monitors without keys are served at all. */
  readonly legacyMonitors: boolean
}

/** A session and the secrets that are told once, now. */
export interface CreatedSession {
  readonly id: SessionId
  readonly publishKey: string
  readonly engineerKey: string | null
}

interface Entry {
  session: Session
  access: SessionAccess
  feed: Feed | null
  readonly seqs: LastSeqs
}

/** The only writer of sessions: every change is one event of the fold, kept, told and saved. */
export class SessionManager {
  readonly #deps: SessionManagerDeps
  readonly #entries = new Map<string, Entry>()
  readonly #keys = new KeyRing()
  readonly #listeners = new Listeners()
  readonly #saving: Saving
  readonly #creations: CreationLimit
  readonly #savesAtOnce: RateLimit
  /** Abandoned ids: nobody may adopt them again. */
  readonly #retired = new Set<string>()
  readonly #stops: readonly (() => void)[]
  #isEnding = false

  constructor(deps: SessionManagerDeps) {
    this.#deps = deps
    this.#creations = new CreationLimit(deps.clock)
    this.#saving = new Saving(deps, (id) => this.#entries.get(id)?.session ?? null)
    const { perSecond, burst } = SAVES_AT_ONCE
    this.#savesAtOnce = new RateLimit(perSecond, burst, deps.clock.nowMs())
    for (const { session, access } of deps.store.all()) this.#keep(session, access)
    const atMs = deps.clock.nowMs()
    for (const { session } of this.#entries.values()) {
      // Its socket died with the server before this one.
      if (session.monitor.status === 'online')
        this.#apply(session.id, { type: 'server-restarted', atMs })
    }
    this.#retireAbandoned()
    this.#stops = [
      deps.clock.every(SAVE_EVERY_MS, () => this.flush()),
      deps.clock.every(RETIRE_EVERY_MS, () => this.#retireAbandoned()),
    ]
  }

  get(id: unknown): Session | null {
    return this.#entry(id)?.session ?? null
  }

  get count(): number {
    return this.#entries.size
  }

  /** The number of the last frame of this start of a monitor, on the wall or not. */
  lastSeq(id: SessionId, bootId: string): number | null {
    return this.#entries.get(id)?.seqs.of(bootId) ?? null
  }

  /** Hears of every change of a session, after it. Returns the way to stop hearing. */
  onChange(id: SessionId, listener: (session: Session) => void): () => void {
    return this.#listeners.add(id, listener)
  }

  onAnyChange(listener: (session: Session) => void): () => void {
    return this.#listeners.addToAll(listener)
  }

  /** A new session for a monitor: `keyed`, or `bound` to the address of one that cannot present keys. */
  create(mode: 'keyed' | 'bound', address: string): Result<CreatedSession, Problem> {
    if (mode === 'bound' && !this.#deps.legacyMonitors) return no('legacy-monitors-off')
    const { access, publishKey, engineerKey } = newAccess(mode, address)
    const created = this.#created(crypto.randomUUID(), mode, access, address)
    return created.ok
      ? { ok: true, value: { id: created.value, publishKey, engineerKey } }
      : created
  }

  /** The session that this key publishes to; from now on it takes keys only. */
  presentKey(key: string): Result<SessionId, Problem> {
    const id = this.#keys.publishersSession(key)
    if (id === null) return no('wrong-key')
    this.#apply(id, { type: 'key-presented', atMs: this.#deps.clock.nowMs() })
    return { ok: true, value: id }
  }

  /** The session whose engineer holds this key; null: nobody's. */
  engineersSession(key: string): SessionId | null {
    return this.#keys.engineersSession(key)
  }

  /** Where a frame without a key goes. An id nobody has ever used begins an `open` session. */
  admitKeyless(sessionId: unknown, address: string): Result<SessionId, Problem> {
    const id = readSessionId(sessionId)
    if (id === null) return no('not-a-session-id')
    const entry = this.#entries.get(id)
    if (entry) {
      const { mode, id: known } = entry.session
      const admitted = keylessAdmission(mode, entry.access, address, this.#deps.legacyMonitors)
      return admitted.ok ? { ok: true, value: known } : admitted
    }
    if (!this.#deps.legacyMonitors || this.#retired.has(id)) return no('unknown-session')
    const access = { publishKeyHash: null, engineerKeyHash: null, boundAddress: null }
    return this.#created(id, 'open', access, address)
  }

  /** A frame or setup of a monitor that has been admitted. */
  publish(id: SessionId, monitor: Monitor, event: SessionEvent): Published {
    const entry = this.#entries.get(id)
    const before = entry?.feed ?? null
    const feed = entry ? feedAfter(before, monitor, event.atMs, claimOf(event)) : null
    if (event.type === 'telemetry') entry?.seqs.heard(event.telemetry)
    if (!entry || feed === null) {
      // Its numbers show at once when it takes the wall, instead of "units not yet known" for five seconds.
      if (event.type === 'telemetry') this.#apply(id, unitsJudged(event))
      return { onWall: false, isOld: false, replaced: null }
    }
    entry.feed = feed
    const { atMs } = event
    const { status } = entry.session.monitor
    if (status !== 'online') this.#apply(id, { type: 'monitor-joined', atMs })
    const isOld = !this.#apply(id, event)
    // A setup comes once: nobody would send it again after a power cut.
    if (event.type === 'setup' && this.#savesAtOnce.take(atMs)) this.flush()
    const isSame = before !== null && isSameProgram(before.active, monitor)
    return { onWall: true, isOld, replaced: isSame ? before.active.socket : null }
  }

  /** The socket of a monitor is gone. Nobody but the active one is missed. */
  left(id: SessionId, monitor: Monitor): void {
    const entry = this.#entries.get(id)
    if (this.#isEnding || entry?.feed?.active.socket !== monitor.socket) return
    entry.feed = null
    this.#apply(id, { type: 'monitor-left', atMs: this.#deps.clock.nowMs() })
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

  #entry(id: unknown): Entry | undefined {
    const sessionId = readSessionId(id)
    return sessionId === null ? undefined : this.#entries.get(sessionId)
  }

  #created(
    uuid: string,
    mode: SessionMode,
    access: SessionAccess,
    address: string,
  ): Result<SessionId, Problem> {
    if (!this.#creations.take(address, this.#entries.size)) return no('too-many-sessions')
    const session = newSession(uuid as SessionId, mode, this.#deps.clock.nowMs())
    // On disk first: an id that was told to a monitor must never be forgotten.
    const stored = this.#deps.store.create({ session, access })
    this.#saving.storeWas(stored.ok)
    if (!stored.ok) return no(stored.problem)
    this.#keep(session, access)
    return { ok: true, value: session.id }
  }

  #keep(session: Session, access: SessionAccess): void {
    this.#entries.set(session.id, { session, access, feed: null, seqs: new LastSeqs(session) })
    this.#keys.add(session.id, access)
  }

  /** Out of memory, and no longer counted; on disk they stay, and are passed over after each start. */
  #retireAbandoned(): void {
    const nowMs = this.#deps.clock.nowMs()
    if (this.#entries.size <= ABANDONED_KEPT) return
    for (const [id, { session, access }] of this.#entries) {
      if (!isAbandoned(session, nowMs)) continue
      this.#entries.delete(id)
      this.#keys.delete(access)
      this.#retired.add(id)
    }
  }

  /** Whether it made a difference. */
  #apply(id: SessionId, event: SessionEvent): boolean {
    const entry = this.#entries.get(id)
    if (!entry) return false
    const after = advance(entry.session, event)
    if (after === entry.session) return false
    entry.session = after
    this.#saving.changed(id)
    this.#listeners.tell(after)
    return true
  }
}

const no = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
})
