import { expect, test } from 'bun:test'
import { resolve } from 'node:path'
import { readHealth } from '../fixtures/api.ts'
import { Lines } from '../fixtures/lines.ts'
import { ServerProcess } from '../fixtures/server-process.ts'
import { becomes } from '../fixtures/within.ts'

const main = resolve(import.meta.dir, '../../src/main.ts')

/** A start that must not succeed: what it said, and how it ended. */
async function refusedStart(args: string[], env: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env
  const child = Bun.spawn([process.execPath, main, ...args], {
    env: { PATH, HOME, HOST: '127.0.0.1', PORT: '0', STORE: 'memory', ...env },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const said = await child.stderr.text()
  return { said, code: await child.exited }
}

test('a start with wrong settings names all of them at once, and the way out', async () => {
  const { said, code } = await refusedStart(['--stor', 'sqlite', '--time-rate=0'], {
    PORT: 'eighty',
    TRUSTED_PROXIES: '10.0.0.0/8,10.0.0.0/33',
    DEMO: 'perhaps',
  })
  expect(code).toBe(1)
  expect(said.split('\n').map((line) => line.trim().split(':')[0])).toEqual([
    'Cannot start',
    '--stor',
    'PORT',
    'TRUSTED_PROXIES',
    'DEMO',
    '--time-rate',
    '',
  ])
  expect(said).toContain('expected a whole number from 0 to 65535, got "eighty"')
})

test('a second server says that the port is in use', async () => {
  await using server = await ServerProcess.started()
  const { said, code } = await refusedStart([], {
    PORT: String(server.port),
    DATA_DIR: `${server.folder}/other`,
  })
  expect(code).toBe(1)
  expect(said).toContain(`port ${server.port} is in use`)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
}, 30_000)

test('a second server says that the data folder is in use', async () => {
  await using server = await ServerProcess.started()
  const { said, code } = await refusedStart([], { DATA_DIR: server.folder, STORE: 'sqlite' })
  expect(code).toBe(1)
  expect(said).toContain(`another server uses the data folder ${server.folder}`)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
}, 30_000)

test('a data folder that cannot be made is named', async () => {
  const { said, code } = await refusedStart(['--data-dir', `${main}/folder`, '--store', 'sqlite'])
  expect(code).toBe(1)
  expect(said).toContain('cannot be written')
})

test('the demo is told at every address at which the server is', async () => {
  const { PATH = '', HOME = '' } = process.env
  const child = Bun.spawn([process.execPath, main, '--demo'], {
    env: { PATH, HOME, HOST: '0.0.0.0', PORT: '0', STORE: 'memory' },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'ignore',
  })
  try {
    const lines = new Lines(child.stdout)
    await lines.next((line) => /localhost:\d+\/dashboard\//.test(line))
    const said = lines.all.map((line) => line.trim())
    const open = said.slice(said.indexOf('Open it at') + 1)
    const addresses = open.slice(0, open.indexOf(''))
    const demo = said.slice(said.indexOf('The demo is at') + 1)
    expect(addresses.length).toBeGreaterThan(0)
    expect(demo.map((line) => line.replace(/\/dashboard\/.*/, ''))).toEqual(addresses)
    expect(new Set(demo.map((line) => new URL(line).pathname)).size).toBe(1)
  } finally {
    child.kill('SIGKILL')
    await child.exited
  }
}, 30_000)

test('a server that keeps nothing needs no folder, and its demo neither', async () => {
  const settings = { STORE: 'memory', DATA_DIR: `${main}/folder`, DEMO: 'on' }
  await using server = await ServerProcess.started(settings)
  await becomes('the demo has begun', async () => (await readHealth(server)).sessions === 1)
}, 30_000)
