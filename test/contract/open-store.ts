import { expect } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CarId, newSession, type Session, type SessionId } from '../../src/race/session.ts'
import { memorySessionStore } from '../../src/store/memory-session-store.ts'
import type { PublishKey, SessionAccess, SessionStore } from '../../src/store/session-store.ts'
import { sqliteSessionStore } from '../../src/store/sqlite-session-store.ts'
import type { Drive } from '../fixtures/race.ts'

/** Stores that outlive the process are closed and opened again before their sessions are read. */
export interface OpenStore {
  readonly store: SessionStore
  reopened(): SessionStore
  end(): void
}

export const openStores: Readonly<Record<string, () => OpenStore>> = {
  memory() {
    const store = memorySessionStore()
    return { store, reopened: () => store, end: () => store.close() }
  },
  sqlite() {
    const folder = mkdtempSync(join(tmpdir(), 'store-'))
    const path = join(folder, 'sessions.sqlite')
    let store = sqliteSessionStore(path)
    return {
      store,
      reopened() {
        store.close()
        store = sqliteSessionStore(path)
        return store
      },
      end() {
        store.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

export const done = { ok: true, value: undefined } as const
export const refused = { ok: false, problem: 'store-unavailable' } as const

export const aKey: PublishKey = {
  number: 1,
  hash: 'a'.repeat(64),
  label: null,
  issuedAtMs: 1_000.5,
  revokedAtMs: null,
  seenInBrowserAtMs: null,
}

export const keyed: SessionAccess = {
  publishKeys: [aKey],
  engineerKeyHash: 'b'.repeat(64),
  boundAddress: null,
}

export const keyless: SessionAccess = { publishKeys: [], engineerKeyHash: null, boundAddress: null }

export const anId = () => crypto.randomUUID() as SessionId

export const aSession = (mode: Session['mode'] = 'keyed') =>
  newSession({ car: crypto.randomUUID() as CarId, id: anId(), mode }, 1_000.5)

export const saved = (session: Session, notes: string | null = null) => ({ session, notes })

/** The same car, raced further. */
export const raced = (
  { car, id, createdAtMs }: Session,
  { session }: Pick<Drive, 'session'>,
): Session => ({ ...session, car, id, createdAtMs })

export function begun(store: SessionStore, session = aSession(), access = keyed): Session {
  expect(store.create({ session, access, notes: null })).toEqual(done)
  return session
}

export const sessionsOf = (store: SessionStore) => store.all().map(({ session }) => session)

export const setupOf = (tree: unknown, stint = 1, receivedAtMs = 5_000.25) => ({
  receivedAtMs,
  sentAt: '2026-06-13T14:05:31Z',
  tree,
  chapter: 1,
  stint,
})
