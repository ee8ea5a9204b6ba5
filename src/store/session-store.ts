import type { Result } from '../race/result.ts'
import type { CarId, Session } from '../race/session.ts'
import type { StintSetup } from '../race/setup.ts'

/** One driver's. Keys are kept as SHA-256 (hex) only. */
export interface PublishKey {
  /** 1-based within the car: what people point at it with. */
  readonly number: number
  readonly hash: string
  /** Whose it is, as the engineer wrote it; null: the first one, told to a monitor. Foreign text. */
  readonly label: string | null
  readonly issuedAtMs: number
  /** null: it opens the car. */
  readonly revokedAtMs: number | null
  /** A web page has shown it: somebody may have read it over a shoulder, or in a history. */
  readonly seenInBrowserAtMs: number | null
}

/** What authorises publishing to a car, and changing it. */
export interface SessionAccess {
  readonly publishKeys: readonly PublishKey[]
  readonly engineerKeyHash: string | null
  /** The only address that may publish without a key, in mode `bound`. */
  readonly boundAddress: string | null
}

/** What the writer wants back after a restart beside the session itself: opaque JSON, small. */
export type WriterNotes = string | null

export interface StoredSession {
  readonly session: Session
  readonly access: SessionAccess
  readonly notes: WriterNotes
}

export type SavedSession = Omit<StoredSession, 'access'>

/** Who has done what with keys and links. */
export interface AuditEntry {
  readonly atMs: number
  /** A word of ours. */
  readonly act: string
  /** Where from: an address. */
  readonly by: string
  /** What the word needs: a number of a key, a label. Foreign text is still foreign here. */
  readonly about: string | null
}

/** Several cars on one page. */
export interface Team {
  readonly id: string
  readonly name: string
  readonly keyHash: string
  readonly cars: readonly CarId[]
}

/** `store-unavailable`: nothing was written; the same call may be tried again later. */
export type StoreProblem = 'store-unavailable'

/**
 * Where sessions outlive the process.
 *
 * An adapter MUST have a session on disk, safe from `kill -9`, before `create` returns: its id and keys are told to
 * a monitor after that; the same holds for `change` and `saveTeam`, whose outcome is told to a person. `save` MUST
 * write all given sessions or none. No call may block longer than a write takes: a lock held by somebody else is a
 * problem to report, not to wait for. Every car ever created MUST stay in `all`, and every id that ever was in a link
 * and is no more in `retiredIds`.
 */
export interface SessionStore {
  create(stored: StoredSession): Result<void, StoreProblem>
  save(sessions: readonly SavedSession[]): Result<void, StoreProblem>
  /** Keys, link, name or end of a car have been changed by a person: all of it, and who did it, or nothing. */
  change(stored: StoredSession, entry: AuditEntry): Result<void, StoreProblem>
  /** The writer has given this car up: nothing of it need stay in memory. On disk it stays. */
  forget(car: CarId): void
  all(): readonly StoredSession[]
  /** With the car that each led to. */
  retiredIds(): ReadonlyMap<string, CarId>
  /** Newest first. */
  audit(car: CarId): readonly AuditEntry[]
  /** The last setup of each stint that had one, oldest first. */
  setups(car: CarId): readonly StintSetup[]
  /** A new team, or the same one (by its id) with other cars. */
  saveTeam(team: Team): Result<void, StoreProblem>
  teams(): readonly Team[]
  close(): void
}
