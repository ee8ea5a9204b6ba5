import type { Result } from '../race/result.ts'
import type { Session } from '../race/session.ts'
import type { SessionManager } from './session-manager.ts'

/** The session behind the id in a link, or why there is none. */
export function sessionAt(
  sessions: Pick<SessionManager, 'get' | 'isRetired'>,
  id: unknown,
): Result<Session, 'unknown-session' | 'link-revoked'> {
  const session = sessions.get(id)
  if (session !== null) return { ok: true, value: session }
  return { ok: false, problem: sessions.isRetired(id) ? 'link-revoked' : 'unknown-session' }
}
