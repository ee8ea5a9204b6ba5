import type { Session, SessionId } from '../race/session.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

/** Sessions for as long as the process lives: for tests, and to look at the wall without a disk. */
export function memorySessionStore(): SessionStore {
  const stored = new Map<SessionId, StoredSession>()
  return {
    create(created) {
      if (stored.has(created.session.id)) throw new Error('a session is created only once')
      stored.set(created.session.id, created)
      return { ok: true, value: undefined }
    },
    save(sessions: readonly Session[]) {
      for (const session of sessions) {
        const known = stored.get(session.id)
        if (known) stored.set(session.id, { ...known, session })
      }
      return { ok: true, value: undefined }
    },
    all: () => [...stored.values()],
    close: () => stored.clear(),
  }
}
