import type { Database } from 'bun:sqlite'
import {
  type FirstLap,
  type FirstState,
  lapOfFirst,
  pastChapterOfFirst,
  stateOfFirst,
} from './first-shapes.ts'

interface SessionRow {
  readonly id: string
  readonly created_at_ms: number
  readonly publish_key_hash: string | null
  readonly engineer_key_hash: string | null
  readonly bound_address: string | null
  readonly state: string
  readonly setup: string | null
}

interface LapRow {
  readonly chapter_started_at_ms: number
  readonly number: number
  readonly lap: string
}

/** From version 1 to 2: a session becomes a car, moments at which chapters began become their numbers. */
export function carryOverFirstBooks(database: Database): void {
  const sessions = database.query<SessionRow, []>('SELECT * FROM sessions').all()
  for (const session of sessions) carryOver(database, session)
  database.run('DROP TABLE laps')
  database.run('DROP TABLE sessions')
}

function carryOver(database: Database, session: SessionRow): void {
  const laps = database
    .query<LapRow, [string]>('SELECT * FROM laps WHERE session_id = ? ORDER BY number')
    .all(session.id)
    .map(({ lap, ...row }) => ({ ...row, lap: JSON.parse(lap) as FirstLap }))
  const state = JSON.parse(session.state) as FirstState
  const { events = [], stint } = state
  const startsMs = chapterStartsMs(laps, state)
  const chapter = state.chapter ? startsMs.length : null
  const setupAt =
    session.setup === null ? null : { chapter: chapter ?? 0, stint: stint?.number ?? 0 }

  const car = crypto.randomUUID()
  const carried = { ...stateOfFirst(state, chapter), setupAt, setupBeforeAt: null }
  writeCar(database, car, session, JSON.stringify(carried))
  if (session.setup !== null && setupAt !== null) {
    const setup = JSON.stringify({ ...(JSON.parse(session.setup) as object), ...setupAt })
    const insert = database.query('INSERT INTO setups VALUES (?, ?, ?, ?)')
    insert.run(car, setupAt.chapter, setupAt.stint, setup)
  }

  const insert = database.query('INSERT INTO ledger VALUES (?, ?, ?, ?, ?)')
  const write = (kind: string, chapter: number, number: number, entry: object) =>
    insert.run(car, kind, chapter, number, JSON.stringify(entry))
  for (const { chapter_started_at_ms, number, lap } of laps) {
    write('lap', startsMs.indexOf(chapter_started_at_ms) + 1, number, lapOfFirst(lap))
  }
  for (const [index, event] of events.entries()) {
    const chapter = startsMs.filter((startedAtMs) => startedAtMs <= event.atMs).length
    const number = events.length - index
    write('event', 0, number, { ...event, number, chapter })
  }
  for (const [index, startedAtMs] of startsMs.entries()) {
    const endedAtMs = startsMs[index + 1]
    if (endedAtMs === undefined) continue
    const number = index + 1
    const own = laps.filter((lap) => lap.chapter_started_at_ms === startedAtMs)
    const ended = { number, startedAtMs, endedAtMs }
    const past = pastChapterOfFirst(
      ended,
      own.map(({ lap }) => lap),
      events,
    )
    write('chapter', 0, number, past)
  }
}

/** When each chapter of which anything is known began, in order; the one that goes on is the last. */
function chapterStartsMs(laps: readonly LapRowRead[], { chapter }: FirstState): readonly number[] {
  const startsMs = new Set(laps.map((lap) => lap.chapter_started_at_ms))
  if (chapter) startsMs.add(chapter.startedAtMs)
  return [...startsMs].sort((a, b) => a - b)
}

type LapRowRead = Omit<LapRow, 'lap'>

function writeCar(database: Database, car: string, session: SessionRow, state: string): void {
  const { id, created_at_ms, publish_key_hash, engineer_key_hash, bound_address } = session
  const insert = database.query(
    `INSERT INTO cars (car, id, created_at_ms, engineer_key_hash, bound_address, state)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  insert.run(car, id, created_at_ms, engineer_key_hash, bound_address, state)
  if (publish_key_hash === null) return
  const insertKey = database.query(
    'INSERT INTO publish_keys (car, number, hash, issued_at_ms) VALUES (?, 1, ?, ?)',
  )
  insertKey.run(car, publish_key_hash, created_at_ms)
}
