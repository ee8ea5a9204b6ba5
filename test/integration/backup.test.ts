import { Database } from 'bun:sqlite'
import { afterEach, describe, expect, test } from 'bun:test'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from '../../src/race/session.ts'
import { sqliteFrameLog } from '../../src/store/sqlite-frame-log.ts'
import { sqliteSessionStore } from '../../src/store/sqlite-session-store.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { Lines } from '../fixtures/lines.ts'
import { ServerProcess } from '../fixtures/server-process.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { becomes, within } from '../fixtures/within.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function run(name: 'backup' | 'restore', ...args: string[]) {
  const child = Bun.spawn([process.execPath, `src/cli/${name}.ts`, ...args], {
    stdout: 'pipe',
    stderr: 'pipe',
  })
  cleanups.push(() => child.kill('SIGKILL'))
  const [code, said, problems] = await Promise.all([
    within(20_000, `${name} ends`, child.exited),
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ])
  return { code, said, problems }
}

const backup = (dataDir: string, to: string) => run('backup', '--data-dir', dataDir, '--to', to)
const restore = (from: string, dataDir: string) =>
  run('restore', '--from', from, '--data-dir', dataDir)

function booksIn(folder: string): readonly Session[] {
  const store = sqliteSessionStore(join(folder, 'sessions.sqlite'))
  const sessions = store.all().map(({ session }) => session)
  store.close()
  return sessions
}

const lapsIn = (folder: string, id: string) =>
  booksIn(folder)
    .find((session) => session.id === id)
    ?.laps.map(({ number }) => number)

/** Books and frames that are being written as fast as a disk can. */
async function busyFolder() {
  const folder = aFolder()
  const fixture = join(import.meta.dir, '../fixtures/busy-books.ts')
  const child = Bun.spawn([process.execPath, fixture, folder], { stdout: 'pipe' })
  cleanups.push(() => child.kill('SIGKILL'))
  const lines = new Lines(child.stdout)
  await within(
    10_000,
    'books are busy',
    lines.next((line) => line === 'busy'),
  )
  return {
    folder,
    said: lines.all,
    async kill() {
      child.kill('SIGKILL')
      await child.exited
    },
  }
}

test('a backup of a running server comes back as it was, and what was raced since is moved aside', async () => {
  await using server = await ServerProcess.started()
  const { monitor, id, key } = await TypedMonitor.begun(server.url)
  const lap = (n: number) =>
    monitor.publish(typedFrame({ seq: n, laps_completed: n, fuel: 90 - n }))
  const isSaved = (n: number) =>
    becomes(`lap ${n} is on disk`, () => server.savedState(id).telemetry?.lapsCompleted === n)
  for (const n of [0, 1, 2]) await lap(n)
  await isSaved(2)
  const to = join(aFolder(), 'new', 'backup')
  const made = await backup(server.folder, to)
  expect({ code: made.code, problems: made.problems }).toEqual({ code: 0, problems: '' })
  expect(made.said).toMatch(/^Copied and checked sessions\.sqlite \(\d+\.\d MB\)\.$/m)
  expect(made.said).toContain(`npm run restore -- --from "${to}"`)
  await lap(3)
  await isSaved(3)

  const refused = await restore(to, server.folder)
  expect(refused).toEqual({
    code: 2,
    said: '',
    problems: `--data-dir: expected a folder that no server uses, but one uses ${server.folder}; end it first\n`,
  })

  server.signal('SIGTERM')
  await server.ended()
  const before = lapsIn(server.folder, id)
  const back = await restore(to, server.folder)
  expect({ code: back.code, problems: back.problems }).toEqual({ code: 0, problems: '' })
  expect(back.said).toContain('Restored sessions.sqlite.\n')
  const aside = join(server.folder, 'before-restore-1')
  expect(back.said).toContain(`to ${aside}.`)
  expect(lapsIn(aside, id)).toEqual(before!)
  expect(lapsIn(server.folder, id)).toEqual(before!.slice(0, -1))

  await server.startAgain()
  const again = await TypedMonitor.connected(server.url)
  again.send('request_session_id', { publish_key: key })
  expect((await again.hears('session_id_assigned')).data.session_id).toBe(id)
}, 40_000)

test('a copy of books in the middle of being written is of one moment, and in nobody’s way', async () => {
  const busy = await busyFolder()
  for (const n of [1, 2, 3]) {
    const to = join(aFolder(), `${n}`)
    expect(await backup(busy.folder, to)).toMatchObject({ code: 0, problems: '' })
    const [one, other] = booksIn(to)
    expect(one?.laps.length).toBeGreaterThan(10)
    expect(one?.laps).toEqual(other!.laps)
    expect(one?.laps.at(-1)?.number).toBe(one!.telemetry!.lapsCompleted!)
    const log = sqliteFrameLog(join(to, 'frames.sqlite'))
    const laps = [...log.read(one!.car)].map(({ body }) => (body as { lap: number }).lap)
    log.close()
    expect(laps).toEqual(Array.from({ length: laps.length }, (_, i) => i + 1))
    expect(laps.length).toBeGreaterThan(10)
  }
  expect(busy.said).not.toContain('refused')
}, 40_000)

describe('a folder whose server was killed', () => {
  test('is backed up with all it had acknowledged', async () => {
    const busy = await busyFolder()
    await busy.kill()
    const to = aFolder()
    expect(await backup(busy.folder, to)).toMatchObject({ code: 0, problems: '' })
    expect(booksIn(to)).toEqual([...booksIn(busy.folder)])
  }, 20_000)

  test('comes back whole when somebody has copied it as it lay there', async () => {
    const busy = await busyFolder()
    await busy.kill()
    const copy = aFolder()
    cpSync(busy.folder, copy, { recursive: true })
    expect(existsSync(join(copy, 'sessions.sqlite-wal'))).toBe(true)
    const dataDir = join(aFolder(), 'data')
    expect(await restore(copy, dataDir)).toMatchObject({ code: 0, problems: '' })
    expect(booksIn(dataDir)).toEqual([...booksIn(busy.folder)])
    expect(readdirSync(dataDir)).not.toContain('before-restore-1')
  }, 20_000)
})

describe('what cannot be meant is one sentence, and nothing is touched', () => {
  function folderWithBooks() {
    const folder = aFolder()
    sqliteSessionStore(join(folder, 'sessions.sqlite')).close()
    return folder
  }
  const filesIn = (folder: string) =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name !== 'server.lock')
        .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
    )

  test('a backup is never written over another', async () => {
    const [data, to] = [folderWithBooks(), aFolder()]
    expect((await backup(data, to)).code).toBe(0)
    const before = filesIn(to)
    expect(await backup(data, to)).toEqual({
      code: 2,
      said: '',
      problems: `--to: expected a folder without a backup, but ${to} holds sessions.sqlite\n`,
    })
    expect(filesIn(to)).toEqual(before)
    expect((await backup(data, data)).problems).toContain(`but ${data} holds sessions.sqlite`)
  })

  test('a folder that is none of a server', async () => {
    const [data, to] = [aFolder(), join(aFolder(), 'to')]
    const { code, problems } = await backup(data, to)
    expect({ code, problems }).toEqual({
      code: 2,
      problems: `--data-dir: expected the data folder of a server, but there is no sessions.sqlite in ${data}\n`,
    })
    expect(existsSync(to)).toBe(false)
    const back = await restore(aFolder(), data)
    expect(back).toMatchObject({ code: 2, said: '' })
    expect(back.problems).toStartWith('--from: expected the folder of a backup, but there is no')
  })

  test('no folder at all, or a file in its place', async () => {
    expect(await run('backup')).toMatchObject({ code: 2, said: '' })
    expect((await run('backup')).problems).toStartWith('--to: expected a folder.\n')
    expect((await run('restore')).problems).toStartWith('--from: expected a folder.\n')
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    const { code, problems } = await backup(folderWithBooks(), join(file, 'to'))
    expect(code).toBe(2)
    expect(problems).toStartWith('--to: expected a folder that can be written')
    expect(await restore(folderWithBooks(), file)).toMatchObject({
      code: 2,
      problems: `--data-dir: expected a folder that can be written, but ${file} cannot\n`,
    })
  })

  test('a flag there is not, and help', async () => {
    const { code, problems } = await run('restore', '--form', 'x')
    expect(code).toBe(2)
    expect(problems).toContain('Expected: --from --data-dir --help')
    for (const name of ['backup', 'restore'] as const) {
      expect(await run(name, '--help')).toMatchObject({ code: 0, problems: '' })
      expect((await run(name, '-h')).said).toStartWith(`npm run ${name} -- --`)
    }
  })

  test('damaged books are not backed up under their name', async () => {
    const [data, to] = [folderWithBooks(), aFolder()]
    const books = join(data, 'sessions.sqlite')
    writeFileSync(books, Buffer.from(readFileSync(books)).fill(0xa5, 4_096))
    const { code, said, problems } = await backup(data, to)
    expect({ code, said }).toEqual({ code: 1, said: '' })
    expect(problems).toMatch(/^sessions\.sqlite could not be copied to .*malformed\n$/)
    expect(readdirSync(to)).toEqual([])
  })

  test('damaged frames are said, and the books are kept all the same', async () => {
    const [data, to] = [folderWithBooks(), aFolder()]
    writeFileSync(join(data, 'frames.sqlite'), 'nonsense'.repeat(1_000))
    const { code, said, problems } = await backup(data, to)
    expect(code).toBe(1)
    expect(said).toContain('Copied and checked sessions.sqlite')
    expect(problems).toContain('frames.sqlite could not be copied')
    expect(readdirSync(to)).toEqual(['sessions.sqlite'])
  })

  test('a damaged, foreign or newer backup takes the place of nothing', async () => {
    const data = folderWithBooks()
    const before = filesIn(data)
    const [damaged, foreign, newer] = [folderWithBooks(), aFolder(), folderWithBooks()]
    const books = join(damaged, 'sessions.sqlite')
    writeFileSync(books, Buffer.from(readFileSync(books)).fill(0xa5, 4_096))
    new Database(join(foreign, 'sessions.sqlite')).run('CREATE TABLE shopping (item TEXT)')
    new Database(join(newer, 'sessions.sqlite')).run('PRAGMA user_version = 99')
    for (const [from, expected] of [
      [damaged, '--from: expected a sound backup'],
      [foreign, 'it is none of ours'],
      [newer, 'it is of a newer server'],
    ] as const) {
      const { code, said, problems } = await restore(from, data)
      expect({ code, said }).toEqual({ code: 2, said: '' })
      expect(problems).toContain(expected)
      expect(problems.trim().split('\n')).toHaveLength(1)
      expect(filesIn(data)).toEqual(before)
    }
  })

  test('a backup with damaged frames moves nothing either', async () => {
    const [data, from] = [folderWithBooks(), folderWithBooks()]
    const before = filesIn(data)
    writeFileSync(join(from, 'frames.sqlite'), 'nonsense'.repeat(1_000))
    expect((await restore(from, data)).problems).toContain('frames.sqlite: ')
    expect(filesIn(data)).toEqual(before)
  })

  test('restored twice, both that were there are kept', async () => {
    const [data, from] = [folderWithBooks(), folderWithBooks()]
    mkdirSync(join(data, 'notes'))
    for (const n of [1, 2]) {
      expect((await restore(from, data)).code).toBe(0)
      expect(readdirSync(join(data, `before-restore-${n}`))).toEqual(['sessions.sqlite'])
    }
    expect(readdirSync(data)).toContain('notes')
  })
})
