import type { Database } from 'bun:sqlite'

/** As version 1 wrote them; nothing here knows what today's sessions look like. */
interface FirstSession {
  readonly id: string
  readonly created_at_ms: number
  readonly publish_key_hash: string | null
  readonly engineer_key_hash: string | null
  readonly bound_address: string | null
  readonly state: string
  readonly setup: string | null
}

interface FirstState {
  readonly chapter?: { readonly startedAtMs: number } | null
  readonly stint?: { readonly number: number } | null
  readonly events?: readonly FirstEvent[]
}

interface FirstEvent {
  readonly kind: string
  readonly atMs: number
  readonly facts: Readonly<Record<string, unknown>>
}

interface FirstLap {
  readonly chapter_started_at_ms: number
  readonly number: number
  readonly lap: string
}

/** From version 1 to 2: a session becomes a car, moments at which chapters began become their numbers. */
export function carryOverFirstBooks(database: Database): void {
  const sessions = database.query<FirstSession, []>('SELECT * FROM sessions').all()
  for (const session of sessions) carryOver(database, session)
  database.run('DROP TABLE laps; DROP TABLE sessions')
}

function carryOver(database: Database, session: FirstSession): void {
  const { id, created_at_ms, publish_key_hash, engineer_key_hash, bound_address } = session
  const car = crypto.randomUUID()
  const laps = database
    .query<FirstLap, [string]>('SELECT * FROM laps WHERE session_id = ? ORDER BY number')
    .all(id)
  const { events = [], ...state } = JSON.parse(session.state) as FirstState
  const begun = chaptersBegun(laps, state)
  const chapter = state.chapter ? { ...state.chapter, number: begun.length } : null
  const setupAt =
    session.setup === null
      ? null
      : { chapter: chapter?.number ?? 0, stint: state.stint?.number ?? 0 }
  database
    .query(
      `INSERT INTO cars (car, id, created_at_ms, engineer_key_hash, bound_address, state)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[car, id, created_at_ms, engineer_key_hash, bound_address],
      JSON.stringify({ ...state, chapter, setupAt, setupBeforeAt: null }),
    )
  if (publish_key_hash !== null) {
    database
      .query('INSERT INTO publish_keys (car, number, hash, issued_at_ms) VALUES (?, 1, ?, ?)')
      .run(car, publish_key_hash, created_at_ms)
  }
  if (session.setup !== null && setupAt !== null) {
    const setup = { ...(JSON.parse(session.setup) as object), ...setupAt }
    database
      .query('INSERT INTO setups VALUES (?, ?, ?, ?)')
      .run(car, setupAt.chapter, setupAt.stint, JSON.stringify(setup))
  }

  const insert = database.query('INSERT INTO ledger VALUES (?, ?, ?, ?, ?)')
  const write = (kind: string, chapter: number, number: number, entry: unknown) =>
    insert.run(car, kind, chapter, number, JSON.stringify(entry))
  for (const { chapter_started_at_ms, number, lap } of laps) {
    insert.run(car, 'lap', begun.indexOf(chapter_started_at_ms) + 1, number, lap)
  }
  for (const [index, event] of events.entries()) {
    const chapter = begun.filter((startedAtMs) => startedAtMs <= event.atMs).length
    const number = events.length - index
    write('event', 0, number, { ...event, number, chapter })
  }
  for (const [index, endedAtMs] of begun.slice(1).entries()) {
    const number = index + 1
    const past = pastChapter(number, begun[index] ?? 0, events, laps)
    write('chapter', 0, number, { chapter: past, lapInProgress: null, stint: null, endedAtMs })
  }
}

/** When each chapter of which anything is known began, in order; the current one is the last. */
function chaptersBegun(laps: readonly FirstLap[], { chapter }: FirstState): readonly number[] {
  const begun = new Set(laps.map((lap) => lap.chapter_started_at_ms))
  if (chapter) begun.add(chapter.startedAtMs)
  return [...begun].sort((a, b) => a - b)
}

/** Version 1 kept nothing of older chapters but their laps, and what the timeline still tells. */
function pastChapter(
  number: number,
  startedAtMs: number,
  events: readonly FirstEvent[],
  laps: readonly FirstLap[],
) {
  const told = events.find(({ kind, atMs }) => kind === 'chapter-started' && atMs === startedAtMs)
  const own = laps.filter((lap) => lap.chapter_started_at_ms === startedAtMs)
  const energyUsed = ({ lap }: FirstLap) =>
    (JSON.parse(lap) as { readonly energyUsedRatio: number | null }).energyUsedRatio ?? 0
  return {
    number,
    sessionType: told?.facts.sessionType ?? null,
    trackName: told?.facts.trackName ?? null,
    startedAtMs,
    hasEnergy: own.some((lap) => energyUsed(lap) > 0),
    other: null,
  }
}
