import { Database } from 'bun:sqlite'
import { afterEach, expect, test } from 'bun:test'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteSessionStore } from '../../src/store/sqlite-session-store.ts'
import { asNobody } from '../fixtures/as-nobody.ts'
import { TestClock } from '../fixtures/clock.ts'
import { CrampedProcess, canCrampDisks } from '../fixtures/cramped-process.ts'
import { bigGrid, emptyGrid } from '../fixtures/full-disk.ts'
import { lapsDriven } from '../fixtures/race.ts'
import {
  anId,
  aSession,
  begun,
  done,
  keyed,
  keyless,
  raced,
  refused,
  saved,
  sessionsOf,
  setupOf,
} from './open-store.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'sessions.sqlite')
}

function opened(path: string, onTrouble?: (reason: string) => void) {
  const store = sqliteSessionStore(path, onTrouble)
  cleanups.push(() => store.close())
  return store
}

const setup = setupOf({ wing: 7 })

/** Somebody else at the same file, in the middle of writing. */
function heldByAnother(path: string) {
  const other = new Database(path)
  cleanups.push(() => other.close())
  other.run('BEGIN IMMEDIATE')
  return { letGo: () => void other.run('ROLLBACK') }
}

test('a locked database is a problem to report, at once, and never one to wait for', () => {
  const path = aFile()
  const troubles: string[] = []
  const store = opened(path, (reason) => troubles.push(reason))
  const session = begun(store)
  const other = heldByAnother(path)
  const startedMs = performance.now()
  expect(store.create({ session: aSession(), access: keyed, notes: null })).toEqual(refused)
  expect(store.save([saved({ ...session, takenAtMs: 5 })])).toEqual(refused)
  // Far less than any busy timeout, far more than three refusals take.
  expect(performance.now() - startedMs).toBeLessThan(2_500)
  expect(troubles).toHaveLength(1)
  expect(troubles[0]).toContain('SQLITE_BUSY')
  // Reading goes on.
  expect(store.all()).toEqual([{ session, access: keyed, notes: null }])
  other.letGo()
})

test('laps and setups of a save that failed are written by the next one', () => {
  const path = aFile()
  const store = opened(path)
  const session = begun(store)
  const drive = lapsDriven(3)
  const now = () => ({ ...raced(session, drive), setup })
  store.save([saved({ ...now(), laps: drive.laps.slice(0, 1) })])
  const other = heldByAnother(path)
  expect(store.save([saved(now())])).toEqual(refused)
  drive.frame({ lapsCompleted: 4, lastLapTimeMs: 91_000 }, 91_000)
  expect(store.save([saved(now())])).toEqual(refused)
  other.letGo()
  expect(store.save([saved(now())])).toEqual(done)
  store.close()
  expect(sessionsOf(opened(path))).toEqual([now()])
})

test('a change that fails is nowhere: no key, no link, no line of who did it', () => {
  const path = aFile()
  const store = opened(path)
  const session = begun(store)
  const other = heldByAnother(path)
  const changed = { session: { ...session, id: anId() }, access: keyless, notes: null }
  const entry = { atMs: 1, act: 'link-rotated', by: '192.0.2.7', about: null }
  expect(store.change(changed, entry)).toEqual(refused)
  const team = { id: 'team', name: 'Team', keyHash: 'e', cars: [session.car] }
  expect(store.saveTeam(team)).toEqual(refused)
  other.letGo()
  expect(store.all()).toEqual([{ session, access: keyed, notes: null }])
  expect([store.retiredIds().size, store.audit(session.car), store.teams()]).toEqual([0, [], []])
  expect(store.change(changed, entry)).toEqual(done)
  expect(store.all()).toEqual([changed])
})

test('a database locked for half a minute of racing costs nothing but that half minute', () => {
  const path = aFile()
  const clock = new TestClock()
  const troubles: string[] = []
  const store = opened(path, (reason) => troubles.push(reason))
  const session = begun(store)
  const drive = lapsDriven(2)
  const answers: boolean[] = []
  clock.every(1_000, () => {
    drive.frame({ lapsCompleted: drive.laps.length + 1 }, 100_000)
    answers.push(store.save([saved(raced(session, drive))]).ok)
  })
  clock.advance(2_000)
  const other = heldByAnother(path)
  clock.advance(30_000)
  other.letGo()
  clock.advance(1_000)
  expect(answers).toEqual([true, true, ...Array.from({ length: 30 }, () => false), true])
  expect(troubles).toHaveLength(1)
  expect(drive.laps.length).toBeGreaterThan(30)
  store.close()
  expect(sessionsOf(opened(path))).toEqual([raced(session, drive)])
})

test('of a save that cannot be finished nothing is written', () => {
  const path = aFile()
  const store = opened(path)
  const [one, two] = [begun(store), begun(store)]
  const after = { ...raced(one, lapsDriven(3)), setup }
  const lap = { ...after.laps[0]!, number: 0.5 }
  // A lap without a whole number is a bug, and bugs are not hidden as trouble with the disk.
  const broken = { ...raced(two, lapsDriven(1)), laps: [lap] }
  expect(() => store.save([saved(after), saved(broken)])).toThrow('REAL')
  const stored = () => new Map(sessionsOf(store).map((session) => [session.car, session]))
  expect(stored().get(one.car)).toEqual(one)
  expect(store.save([saved(after)])).toEqual(done)
  expect(stored().get(one.car)).toEqual(after)
})

test.skipIf(!canCrampDisks)(
  'a full disk stops no race: saved is all or nothing, and all once there is room',
  async () => {
    const path = aFile()
    await using cramped = new CrampedProcess('books', path)
    const first = await cramped.answer()
    expect(first.saved).toBe(false)
    expect(first.troubles[0]).toMatch(/^SQLITE_(FULL|IOERR)/)
    const beside = new Database(path, { readonly: true })
    const laps = beside.query("SELECT count(*) AS laps FROM ledger WHERE kind = 'lap'").get()
    const setups = beside.query('SELECT count(*) AS setups FROM setups').get()
    beside.close()
    expect([laps, setups]).toEqual([{ laps: 0 }, { setups: 0 }])
    cramped.giveRoom()
    cramped.again()
    expect(await cramped.answer()).toMatchObject({ saved: true })
    await cramped.kill()
    const byId = new Map(sessionsOf(opened(path)).map((session) => [session.id, session]))
    expect(emptyGrid.map(({ id }) => byId.get(id))).toEqual([...bigGrid])
  },
)

test('a database that may only be read is refused at the start, not in the race', () => {
  const path = aFile()
  opened(path).close()
  chmodSync(join(path, '..'), 0o777)
  chmodSync(path, 0o444)
  asNobody(() => expect(() => opened(path)).toThrow(`${path} cannot be written`))
})

test('a database in a folder that may only be read is refused at the start', () => {
  const path = aFile()
  opened(path).close()
  chmodSync(join(path, '..'), 0o555)
  asNobody(() => expect(() => opened(path)).toThrow(`${path} cannot be written`))
  chmodSync(join(path, '..'), 0o755)
})

test('a database that another program is writing to is refused at the start', () => {
  const path = aFile()
  opened(path).close()
  heldByAnother(path)
  expect(() => opened(path)).toThrow('end that program')
})

test('a file that is no database is refused, and left as it is', () => {
  const path = aFile()
  const text = 'lap,fuel\n1,57.3\n'.repeat(1_000)
  writeFileSync(path, text)
  expect(() => opened(path)).toThrow('the file is damaged (file is not a database)')
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('a database with a hole in its middle is refused before anybody races on it', () => {
  const path = aFile()
  const store = opened(path)
  for (const session of emptyGrid) begun(store, session)
  store.save(bigGrid.map((session) => saved(session)))
  store.close()
  const bytes = readFileSync(path)
  // Past the schema, over pages of every kind.
  bytes.fill(0xa5, 4_096, 12 * 4_096)
  writeFileSync(path, bytes)
  expect(() => opened(path)).toThrow('the file is damaged')
})

test('a database that breaks in the race is reported, save by save, and takes nothing with it', () => {
  const path = aFile()
  const troubles: string[] = []
  const store = opened(path, (reason) => troubles.push(reason))
  for (const session of emptyGrid) begun(store, session)
  store.save(bigGrid.map((session) => saved(session)))
  const other = new Database(path)
  other.run('PRAGMA wal_checkpoint(TRUNCATE)')
  const sound = readFileSync(path)
  writeFileSync(path, Buffer.from(sound).fill(0xa5, 4_096))
  // Another's write makes SQLite look at the file again, instead of at what it remembers of it.
  other.run('PRAGMA user_version = 2')
  other.close()
  const later = bigGrid.map((session) => saved({ ...session, takenAtMs: 5 }))
  for (let second = 0; second < 30; second++) expect(store.save(later)).toEqual(refused)
  expect(troubles).toHaveLength(1)
  expect(troubles[0]).toContain('SQLITE_CORRUPT')
  store.close()
  expect(() => opened(path)).toThrow('the file is damaged')
  writeFileSync(path, sound)
  const again = opened(path)
  expect(sessionsOf(again)).toEqual([...bigGrid])
  expect(again.save(later)).toEqual(done)
})

test('a database of a newer server is refused, and left as it is', () => {
  const path = aFile()
  opened(path).close()
  const newer = new Database(path)
  newer.run('PRAGMA user_version = 99')
  newer.close()
  const before = readFileSync(path)
  expect(() => opened(path)).toThrow('start the newer server again')
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a new file is brought up to date once, and opens again as it is', () => {
  const path = aFile()
  opened(path).close()
  const version = () => {
    const database = new Database(path, { readonly: true })
    const row = database.query<{ user_version: number }, []>('PRAGMA user_version').get()
    database.close()
    return row?.user_version ?? 0
  }
  const first = version()
  expect(first).toBeGreaterThan(0)
  opened(path).close()
  expect(version()).toBe(first)
})

test('a store that is closed is one file, good for a backup', () => {
  const path = aFile()
  const store = opened(path)
  begun(store)
  store.all()
  store.close()
  expect(existsSync(`${path}-wal`)).toBe(false)
})
