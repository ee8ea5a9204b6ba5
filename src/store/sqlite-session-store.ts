import { Database, SQLiteError } from 'bun:sqlite'
import type { Lap } from '../race/lap.ts'
import type { Session } from '../race/session.ts'
import type { Setup } from '../race/setup.ts'
import { migrate } from './migrations.ts'
import { type SessionRow, sessionFromRow, stateOf } from './session-row.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

/** SQLite in one file of the data folder. `onTrouble` hears of writes that failed. */
export function sqliteSessionStore(
  path: string,
  onTrouble: (reason: string) => void = () => {},
): SessionStore {
  const database = new Database(path, { create: true, strict: true })
  database.run('PRAGMA journal_mode = WAL')
  // A busy timeout would stop the whole server, which has one thread; a lock is reported and tried again instead.
  database.run('PRAGMA busy_timeout = 0')
  // An acknowledged id must survive a power cut too, not only the end of the process.
  database.run('PRAGMA synchronous = FULL')
  migrate(database)
  // What is on disk already, by identity: the fold keeps what has not changed.
  const savedLaps = new WeakSet<Lap>()
  const savedSetups = new WeakSet<Setup>()

  const insert = database.query(
    `INSERT INTO sessions (id, created_at_ms, publish_key_hash, engineer_key_hash, bound_address, state)
     VALUES ($id, $createdAtMs, $publishKeyHash, $engineerKeyHash, $boundAddress, $state)`,
  )
  const update = database.query('UPDATE sessions SET state = $state WHERE id = $id')
  const updateSetup = database.query('UPDATE sessions SET setup = $setup WHERE id = $id')
  const upsertLap = database.query(
    'INSERT OR REPLACE INTO laps VALUES ($id, $chapterStartedAtMs, $number, $lap)',
  )

  function unsavedLaps(laps: readonly Lap[]): readonly Lap[] {
    let first = laps.length
    for (let lap = laps[first - 1]; lap && !savedLaps.has(lap); lap = laps[first - 1]) first--
    return laps.slice(first)
  }

  function write(session: Session): readonly Lap[] {
    update.run({ id: session.id, state: stateOf(session) })
    if (session.setup !== null && !savedSetups.has(session.setup)) {
      updateSetup.run({ id: session.id, setup: JSON.stringify(session.setup) })
    }
    const laps = unsavedLaps(session.laps)
    const chapterStartedAtMs = session.chapter?.startedAtMs ?? 0
    for (const lap of laps) {
      const { number } = lap
      upsertLap.run({ id: session.id, chapterStartedAtMs, number, lap: JSON.stringify(lap) })
    }
    return laps
  }

  function attempted<T>(work: () => T) {
    try {
      return { ok: true, value: work() } as const
    } catch (error) {
      // Only the disk and its locks are expected trouble; anything else is a bug.
      if (!(error instanceof SQLiteError)) throw error
      onTrouble(`${error.code ?? 'SQLITE'}: ${error.message}`)
      return { ok: false, problem: 'store-unavailable' } as const
    }
  }

  return {
    create: ({ session, access }) =>
      attempted(() => {
        const { id, createdAtMs } = session
        insert.run({ id, createdAtMs: Math.round(createdAtMs), ...access, state: stateOf(session) })
      }),
    save(sessions) {
      const saved = attempted(() => database.transaction(() => sessions.map(write))())
      if (!saved.ok) return saved
      // Only now are they on disk: a transaction that failed must write them again.
      for (const lap of saved.value.flat()) savedLaps.add(lap)
      for (const { setup } of sessions) if (setup !== null) savedSetups.add(setup)
      return { ok: true, value: undefined }
    },
    all() {
      const lapsOf = database.query<{ lap: string }, [string, number]>(
        'SELECT lap FROM laps WHERE session_id = ? AND chapter_started_at_ms = ? ORDER BY number',
      )
      const rows = database.query<SessionRow, []>('SELECT * FROM sessions').all()
      return rows.map((row): StoredSession => {
        const stored = sessionFromRow(row, (chapter) =>
          lapsOf.all(row.id, chapter).map(({ lap }) => lap),
        )
        for (const lap of stored.session.laps) savedLaps.add(lap)
        if (stored.session.setup !== null) savedSetups.add(stored.session.setup)
        return stored
      })
    },
    isWritable: () =>
      attempted(() => {
        database.run('BEGIN IMMEDIATE')
        database.run('ROLLBACK')
      }).ok,
    close: () => database.close(),
  }
}
