import type { Result } from '../race/result.ts'
import type { Session } from '../race/session.ts'

/** What authorises publishing to a session. Keys are kept as SHA-256 (hex) only. */
export interface SessionAccess {
  readonly publishKeyHash: string | null
  readonly engineerKeyHash: string | null
  /** The only address that may publish without a key, in mode `bound`. */
  readonly boundAddress: string | null
}

export interface StoredSession {
  readonly session: Session
  readonly access: SessionAccess
}

/** `store-unavailable`: nothing was written; the same call may be tried again later. */
export type StoreProblem = 'store-unavailable'

/**
 * Where sessions outlive the process.
 *
 * An adapter MUST have a session on disk, safe from `kill -9`, before `create` returns: its id and keys are told to
 * a monitor after that. `save` MUST write all given sessions or none. No call may block longer than a write takes:
 * a lock held by somebody else is a problem to report, not to wait for. Every id ever created MUST stay in `all`.
 */
export interface SessionStore {
  create(stored: StoredSession): Result<void, StoreProblem>
  save(sessions: readonly Session[]): Result<void, StoreProblem>
  all(): readonly StoredSession[]
  close(): void
}
