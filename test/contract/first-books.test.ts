import { Database } from 'bun:sqlite'
import { afterEach, expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { advance } from '../../src/race/advance.ts'
import type { Lap } from '../../src/race/lap.ts'
import { newSession, type Session } from '../../src/race/session.ts'
import { eachWheel } from '../../src/race/wheels.ts'
import type { SessionStore } from '../../src/store/session-store.ts'
import { sqliteSessionStore } from '../../src/store/sqlite-session-store.ts'
import { Drive } from '../fixtures/race.ts'
import { done, saved, sessionsOf } from './open-store.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

const uuid = (n: number) => `7f3c1f0e-5a7b-4c8d-9e0f-1a2b3c4d5e0${n}`

/** The file as the server of version 1 left it. */
function firstBooks(): { path: string; open(): SessionStore } {
  const folder = mkdtempSync(join(tmpdir(), 'first-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'sessions.sqlite')
  const first = new Database(path)
  first.run(readFileSync(join(import.meta.dir, '../fixtures/first-books.sql'), 'utf8'))
  first.close()
  return {
    path,
    open() {
      const store = sqliteSessionStore(path)
      cleanups.push(() => store.close())
      return store
    },
  }
}

function sessionOf(store: SessionStore, n: number): Session {
  const found = sessionsOf(store).find(({ id }) => id === uuid(n))
  if (found === undefined) throw new Error(`${uuid(n)} was forgotten`)
  return found
}

const unknown = eachWheel(() => null)

test('laps of an older server are in their chapters, and say what is not known of them', () => {
  const session = sessionOf(firstBooks().open(), 1)
  expect(session.chapter).toMatchObject({ number: 2, sessionType: 'Race', startedAtMs: 204_000 })
  const lap: Lap = {
    number: 2,
    stint: 1,
    driverName: 'Ana',
    timeMs: 99_002,
    timeEstimated: false,
    fuelUsedLiters: 3,
    energyUsedRatio: 0.030000000000000027,
    wearUsedRatio: unknown,
    fuelLiters: null,
    energyRatio: null,
    wearRatio: unknown,
    temperatures: {
      tireTempC: unknown,
      brakeTempC: unknown,
      waterTempC: null,
      oilTempC: null,
      trackTempC: null,
      ambientTempC: null,
    },
    flags: [],
    completedAtMs: 404_000,
  }
  expect(session.laps.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(session.laps[1]).toEqual(lap)
})

test('an earlier chapter of an older server is past, with its laps', () => {
  const [past, ...others] = sessionOf(firstBooks().open(), 1).past
  expect(others).toEqual([])
  expect(past?.laps.map(({ timeMs }) => timeMs)).toEqual([101_000, 100_500])
  expect(past).toMatchObject({
    chapter: { number: 1, startedAtMs: 500, hasEnergy: true, other: null },
    ...{
      stints: [],
      stint: null,
      stops: [],
      lapInProgress: null,
      lastSample: null,
      endedAtMs: 204_000,
    },
  })
})

test('the timeline of an older server is numbered, each line in its chapter', () => {
  const { events } = sessionOf(firstBooks().open(), 1)
  expect(events.map(({ number, kind, chapter }) => [number, kind, chapter])).toEqual([
    [4, 'driver-changed', 2],
    [3, 'setup-received', 2],
    [2, 'chapter-started', 2],
    [1, 'session-started', 0],
  ])
})

test('keys, setup and what an older server never asked', () => {
  const store = firstBooks().open()
  const all = new Map(store.all().map((stored) => [stored.session.id as string, stored]))
  const key = { label: null, revokedAtMs: null, seenInBrowserAtMs: null }
  expect(all.get(uuid(1))?.access).toEqual({
    publishKeys: [{ ...key, number: 1, hash: 'a'.repeat(64), issuedAtMs: 251 }],
    engineerKeyHash: 'b'.repeat(64),
    boundAddress: null,
  })
  expect(all.get(uuid(3))?.access).toEqual({
    publishKeys: [{ ...key, number: 1, hash: 'c'.repeat(64), issuedAtMs: 400 }],
    engineerKeyHash: 'd'.repeat(64),
    boundAddress: '198.51.100.7',
  })
  const raced = sessionOf(store, 1)
  expect(raced.setup).toMatchObject({ tree: { wing: 7, note: 'Søren ☀' }, chapter: 2, stint: 3 })
  expect(store.setups(raced.car)).toEqual([raced.setup!])
  expect(raced).toMatchObject({ name: null, over: null, setupBefore: null, stints: [], stops: [] })
  const empty = sessionOf(store, 2)
  expect(empty).toEqual(newSession({ car: empty.car, id: empty.id, mode: 'open' }, 300))
  expect(new Set([...all.values()].map(({ session }) => session.car)).size).toBe(3)
})

test('a race begun under an older server goes on: the stop, the lap, the next save', () => {
  const { open } = firstBooks()
  const store = open()
  const drive = new Drive({ ...sessionOf(store, 1).telemetry })
  drive.session = sessionOf(store, 1)
  drive.atMs = drive.session.takenAtMs ?? 0
  drive.frame({ fuelLiters: 90 }).frame({ speedKph: 200, inPits: false })
  drive.lap({ lapsCompleted: 4, lastLapTimeMs: 131_000 })
  expect(drive.session.stops).toMatchObject([{ lap: 4, to: 'Ben', fuelAddedLiters: 9 }])
  expect(drive.laps.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  drive.session = advance(drive.session, { type: 'server-restarted', atMs: drive.atMs })
  expect(store.save([saved(drive.session)])).toEqual(done)
  store.close()
  expect(sessionOf(open(), 1)).toEqual(drive.session)
})

test('an older database is brought over once, and its cars keep who they are', () => {
  const { open } = firstBooks()
  const cars = () => {
    const store = open()
    const found = sessionsOf(store).map(({ car }) => car)
    store.close()
    return found
  }
  expect(cars()).toEqual(cars())
})

test('an older database that cannot be brought over is left as it was', () => {
  const { path, open } = firstBooks()
  const first = new Database(path)
  first.run(`UPDATE sessions SET state = 'no JSON' WHERE id = ?`, [uuid(3)])
  first.close()
  expect(open).toThrow()
  const after = new Database(path)
  cleanups.push(() => after.close())
  expect(after.query('SELECT count(*) AS laps FROM laps').get()).toEqual({ laps: 5 })
  expect(after.query('PRAGMA user_version').get()).toEqual({ user_version: 1 })
})
