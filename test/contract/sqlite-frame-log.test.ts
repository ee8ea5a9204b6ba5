import { Database } from 'bun:sqlite'
import { afterEach, expect, test } from 'bun:test'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CarId } from '../../src/race/session.ts'
import type { FrameLog, LoggedFrame } from '../../src/store/frame-log.ts'
import { sqliteFrameLog } from '../../src/store/sqlite-frame-log.ts'
import { asNobody } from '../fixtures/as-nobody.ts'
import { CrampedProcess, canCrampDisks } from '../fixtures/cramped-process.ts'
import { done, refused } from './open-store.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'frames-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'frames.sqlite')
}

function opened(path: string) {
  const troubles: string[] = []
  const log = sqliteFrameLog(path, (reason) => troubles.push(reason))
  cleanups.push(() => log.close())
  return { log, troubles }
}

const car = 'a-car' as CarId
const frameAt = (second: number, body: unknown = { fuel: 90 - second / 100 }): LoggedFrame => ({
  kind: 'frame',
  atMs: second * 1_000,
  body,
})
const append = (log: FrameLog, second: number) => log.append([{ car, frames: [frameAt(second)] }])
const count = (log: FrameLog) => [...log.read(car)].length

function raced(log: FrameLog, from: number, to: number): void {
  for (let second = from; second < to; second++) expect(append(log, second)).toEqual(done)
}

function heldByAnother(path: string) {
  const other = new Database(path)
  cleanups.push(() => other.close())
  other.run('BEGIN IMMEDIATE')
  return { letGo: () => void other.run('ROLLBACK') }
}

test('frames lie packed: far less than as they came', () => {
  const path = aFile()
  const { log } = opened(path)
  raced(log, 0, 301)
  expect(log.bytesOf(car)).toBeLessThan(301 * 6)
})

test('a locked file is a problem to report, once, and over with the lock', () => {
  const path = aFile()
  const { log, troubles } = opened(path)
  raced(log, 0, 3)
  const other = heldByAnother(path)
  for (let second = 3; second < 33; second++) expect(append(log, second)).toEqual(refused)
  expect(log.forget(car)).toEqual(refused)
  expect(troubles).toHaveLength(1)
  // Reading goes on.
  expect(count(log)).toBe(3)
  other.letGo()
  const missed = Array.from({ length: 30 }, (_, i) => frameAt(3 + i))
  expect(log.append([{ car, frames: missed }])).toEqual(done)
  expect(count(log)).toBe(33)
})

test('a block that cannot be packed is said once and packed later; what was appended is appended', () => {
  const path = aFile()
  const { log, troubles } = opened(path)
  raced(log, 0, 299)
  const other = new Database(path)
  other.run(`CREATE TRIGGER full BEFORE INSERT ON blocks BEGIN SELECT RAISE(FAIL, 'no room'); END`)
  raced(log, 299, 310)
  expect(troubles).toHaveLength(1)
  expect(troubles[0]).toContain('no room')
  const before = log.bytesOf(car)
  other.run('DROP TRIGGER full')
  other.close()
  raced(log, 310, 311)
  expect(log.bytesOf(car)).toBeLessThan(before / 5)
  expect(count(log)).toBe(311)
})

test('a file that is no database is moved aside, said once, and frames are kept from then on', () => {
  const path = aFile()
  const text = 'lap,fuel\n1,57.3\n'.repeat(1_000)
  writeFileSync(path, text)
  const { log, troubles } = opened(path)
  raced(log, 0, 5)
  expect(count(log)).toBe(5)
  expect(troubles).toEqual([
    `${path} was damaged and is now ${path}.damaged-1; frames are kept in a new file from here on, and the books are not touched`,
  ])
  expect(readFileSync(`${path}.damaged-1`, 'utf8')).toBe(text)
})

test('a second damaged file does not take the place of the first', () => {
  const path = aFile()
  for (const n of [1, 2]) {
    writeFileSync(path, `nonsense ${n}`.repeat(100))
    opened(path).log.close()
    expect(readFileSync(`${path}.damaged-${n}`, 'utf8')).toStartWith(`nonsense ${n}`)
  }
})

test('a file that breaks in the race is moved aside then, and the race is told on', () => {
  const path = aFile()
  const first = opened(path).log
  raced(first, 0, 900)
  first.close()
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 4_096)
  writeFileSync(path, bytes)
  const { log, troubles } = opened(path)
  raced(log, 900, 910)
  expect(troubles.filter((reason) => reason.includes('.damaged-1'))).toHaveLength(1)
  expect(existsSync(`${path}.damaged-1`)).toBe(true)
  expect(count(log)).toBe(10)
  // What was counted of the old file does not haunt the new one.
  raced(log, 910, 1_500)
  expect(count(log)).toBe(600)
})

test('a block that has rotted is left out, and those around it are read', () => {
  const path = aFile()
  const { log, troubles } = opened(path)
  raced(log, 0, 905)
  const rot = new Database(path)
  rot.run(`UPDATE blocks SET frames = x'00' WHERE id = 2`)
  rot.close()
  const read = [...log.read(car)].map(({ atMs }) => atMs / 1_000)
  expect(read).toHaveLength(905 - 301)
  expect(read.slice(299, 303)).toEqual([299, 300, 602, 603])
  expect(troubles[0]).toContain('are damaged and left out')
})

test('a file of a newer server is left as it is: the server starts, without frames', () => {
  const path = aFile()
  opened(path).log.close()
  const newer = new Database(path)
  newer.run('PRAGMA user_version = 99')
  newer.close()
  const { log, troubles } = opened(path)
  expect(append(log, 1)).toEqual(refused)
  expect(append(log, 2)).toEqual(refused)
  expect([...log.read(car)]).toEqual([])
  expect(troubles).toHaveLength(1)
  expect(troubles[0]).toContain('start the newer server again')
  expect(existsSync(`${path}.damaged-1`)).toBe(false)
})

test('a file that may only be read keeps no server from starting, and is written once it may be', () => {
  const path = aFile()
  opened(path).log.close()
  chmodSync(join(path, '..'), 0o777)
  chmodSync(path, 0o444)
  let log: FrameLog | undefined
  const troubles: string[] = []
  asNobody(() => {
    log = sqliteFrameLog(path, (reason) => troubles.push(reason))
    expect(append(log, 1)).toEqual(refused)
  })
  expect(troubles).toHaveLength(1)
  expect(troubles[0]).toContain('cannot be written')
  // SQLite's own files beside it took over its mode.
  for (const end of ['', '-wal', '-shm']) chmodSync(path + end, 0o666)
  asNobody(() => {
    expect(append(log!, 2)).toEqual(done)
    log?.close()
  })
})

test('a log that was closed is not opened again by whoever still reads', () => {
  const path = aFile()
  const { log } = opened(path)
  raced(log, 0, 3)
  log.close()
  expect([count(log), log.bytesOf(car)]).toEqual([0, 0])
  expect(append(log, 4)).toEqual(refused)
})

test.skipIf(!canCrampDisks)(
  'a full disk stops nothing: frames are kept again once there is room',
  async () => {
    const path = aFile()
    await using cramped = new CrampedProcess('frames', path)
    const first = await cramped.answer()
    expect(first.troubles[0]).toMatch(/full|I\/O/)
    expect(first.refused).toBeGreaterThan(0)
    // All of an append or nothing, and what was taken is there.
    const beside = new Database(path, { readonly: true })
    const rows = beside.query<{ frames: string }, []>('SELECT frames FROM fresh ORDER BY id').all()
    beside.close()
    expect(rows).toHaveLength(first.taken)
    for (const row of rows) expect(JSON.parse(row.frames)).toHaveLength(2)
    cramped.giveRoom()
    cramped.again()
    const second = await cramped.answer()
    expect(second.refused).toBe(first.refused)
    expect(second.taken).toBeGreaterThan(first.taken)
    await cramped.kill()
    const { log } = opened(path)
    expect([...log.read('car-0' as CarId)]).toHaveLength(2 * second.taken)
  },
)
