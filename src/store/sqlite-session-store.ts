import { SQLiteError } from 'bun:sqlite'
import type { Lap } from '../race/lap.ts'
import type { Session, SessionId } from '../race/session.ts'
import type { Setup } from '../race/setup.ts'
import { openedDatabase } from './opened-database.ts'
import { type SessionRow, sessionFromRow, stateOf } from './session-row.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

/** What is on disk of a session beside its state. Compared by identity: the fold keeps what has not changed. */
interface Written {
  readonly setup: Setup | null
  readonly laps: readonly Lap[]
  readonly chapterStartedAtMs: number
}

const nothing: Written = { setup: null, laps: [], chapterStartedAtMs: 0 }

const toBeWritten = ({ setup, laps, chapter }: Session): Written => ({
  setup,
  laps,
  chapterStartedAtMs: chapter?.startedAtMs ?? 0,
})

/** Errors of SQLite that the disk or its other users cannot be blamed for. */
const OUR_FAULT = /^SQLITE_(CONSTRAINT|ERROR|MISUSE|RANGE|MISMATCH)/

/**
 * SQLite in one file of the data folder. `onTrouble` hears why a write failed, once until one succeeds. Throws a sentence
 * if it cannot open.
 */
export function sqliteSessionStore(
  path: string,
  onTrouble: (reason: string) => void = () => {},
): SessionStore {
  const database = openedDatabase(path)
  const written = new Map<SessionId, Written>()
  let isInTrouble = false

  const insert = database.query(
    `INSERT INTO sessions (id, created_at_ms, publish_key_hash, engineer_key_hash, bound_address, state)
     VALUES ($id, $createdAtMs, $publishKeyHash, $engineerKeyHash, $boundAddress, $state)`,
  )
  const update = database.query('UPDATE sessions SET state = $state WHERE id = $id')
  const updateSetup = database.query('UPDATE sessions SET setup = $setup WHERE id = $id')
  const upsertLap = database.query(
    'INSERT OR REPLACE INTO laps VALUES ($id, $chapterStartedAtMs, $number, $lap)',
  )
  const deleteLap = database.query(
    'DELETE FROM laps WHERE session_id = $id AND chapter_started_at_ms = $chapterStartedAtMs AND number = $number',
  )

  function writeSetup(id: SessionId, setup: Setup | null, before: Written): void {
    if (setup === before.setup) return
    updateSetup.run({ id, setup: setup === null ? null : JSON.stringify(setup) })
  }

  function writeLaps(id: SessionId, { laps, chapterStartedAtMs }: Written, before: Written): void {
    // Older chapters keep their laps.
    const known = chapterStartedAtMs === before.chapterStartedAtMs ? before.laps : []
    if (laps === known) return
    const unchanged = new Set(known)
    const numbers = new Set(laps.map(({ number }) => number))
    for (const { number } of known) {
      if (!numbers.has(number)) deleteLap.run({ id, chapterStartedAtMs, number })
    }
    for (const lap of laps) {
      if (unchanged.has(lap)) continue
      const { number } = lap
      upsertLap.run({ id, chapterStartedAtMs, number, lap: JSON.stringify(lap) })
    }
  }

  function write(session: Session, before: Written): void {
    const { id, setup } = session
    const { changes } = update.run({ id, state: stateOf(session) })
    // Never created: nobody has been told its id.
    if (changes === 0) return
    writeSetup(id, setup, before)
    writeLaps(id, toBeWritten(session), before)
  }

  function attempted<T>(work: () => T) {
    try {
      const value = work()
      isInTrouble = false
      return { ok: true, value } as const
    } catch (error) {
      if (!(error instanceof SQLiteError) || OUR_FAULT.test(error.code ?? '')) throw error
      if (!isInTrouble) onTrouble(`${error.code ?? 'SQLITE'}: ${error.message}`)
      isInTrouble = true
      return { ok: false, problem: 'store-unavailable' } as const
    }
  }

  /** All or nothing. Only once it is on disk it counts as written: what failed is written by the next save. */
  function committed(sessions: readonly Session[], work: () => void) {
    const done = attempted(() => database.transaction(work).immediate())
    if (!done.ok) return done
    for (const session of sessions) written.set(session.id, toBeWritten(session))
    return { ok: true, value: undefined } as const
  }

  return {
    create: ({ session, access }) =>
      committed([session], () => {
        const { id, createdAtMs } = session
        insert.run({ id, createdAtMs: Math.round(createdAtMs), ...access, state: stateOf(session) })
        write(session, nothing)
      }),
    save: (sessions) =>
      committed(sessions, () => {
        for (const session of sessions) write(session, written.get(session.id) ?? nothing)
      }),
    all() {
      const lapsOf = database.query<{ lap: string }, [string, number]>(
        'SELECT lap FROM laps WHERE session_id = ? AND chapter_started_at_ms = ? ORDER BY number',
      )
      const rows = database.query<SessionRow, []>('SELECT * FROM sessions').all()
      return rows.map((row): StoredSession => {
        const stored = sessionFromRow(row, (chapter) =>
          lapsOf.all(row.id, chapter).map(({ lap }) => lap),
        )
        written.set(stored.session.id, toBeWritten(stored.session))
        return stored
      })
    },
    close: () => database.close(),
  }
}
