import { afterEach, describe, expect, test } from 'bun:test'
import { lineTo } from '../../src/cli/team/line.ts'
import { readPage, readSession } from '../fixtures/api.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { PythonMonitor, pythonWithSocketio } from '../fixtures/python-monitor.ts'
import { ServerProcess } from '../fixtures/server-process.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { Viewer } from '../fixtures/viewer.ts'
import { becomes } from '../fixtures/within.ts'

const withPython = test.skipIf(
  pythonWithSocketio === null && process.env.PYTHON_MONITOR !== 'required',
)

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** Both drive the same car, one after the other; the litres tell whose frame it is. */
const frames = {
  Ana: existingMonitorFrame({ player_name: 'Ana Lima', lap: 7, fuel: 61.4 }),
  Ben: existingMonitorFrame({ player_name: 'Ben Okafor', lap: 7, fuel: 97.7 }),
} as const

/** The public monitor, unmodified, on a PC with an address of its own. */
async function monitorOf(driver: keyof typeof frames, server: ServerProcess, config: object) {
  const address = driver === 'Ana' ? '127.0.0.11' : '127.0.0.12'
  const line = await lineTo(server.url, address)
  const { key, session_id } = config as { key?: string; session_id: string }
  const url = key === undefined ? line.url : `${line.url}/?key=${key}`
  const monitor = new PythonMonitor({ url, session_id, frame: frames[driver] })
  stops.push(
    () => line.close(),
    () => monitor[Symbol.asyncDispose](),
  )
  return monitor
}

/** @param idOf the link's, once Ana publishes */
async function handsOver(
  server: ServerProcess,
  config: object,
  idOf: (ana: PythonMonitor) => Promise<string>,
): Promise<void> {
  const ana = await monitorOf('Ana', server, config)
  const id = await idOf(ana)
  await ana.says('frame')
  await becomes('Ana is on the wall', async () => (await readPage(server, id)).includes('Ana Lima'))
  using phone = new Viewer(`${server.url}/dashboard/${id}/stream?hz=10`)
  await ana[Symbol.asyncDispose]()
  await phone.sees('that nobody is heard', ({ id: pulse }) => (pulse ?? '').includes('offline'))
  await monitorOf('Ben', server, config)
  await phone.sees('Ben', ({ data }) => data.includes('Ben Okafor'), 20_000)
  const { telemetry, stint } = await readSession(server, id)
  expect(telemetry.player_name).toBe('Ben Okafor')
  expect(stint).toMatchObject({ number: 2, driver: 'Ben Okafor' })
  expect(await readPage(server, id)).toContain('Ana Lima → Ben Okafor')
}

describe('two public monitors at two addresses hand over under one link', () => {
  withPython(
    'both with the key in their server_url',
    async () => {
      await using server = await ServerProcess.started()
      const { monitor, id, key } = await TypedMonitor.begun(server.url)
      monitor.close()
      const config = { key, session_id: 'auto' }
      await handsOver(server, config, async (ana) => {
        expect((await ana.says('assigned')).session_id).toBe(id)
        return id
      })
    },
    90_000,
  )

  withPython(
    'both with one fixed id in their config',
    async () => {
      await using server = await ServerProcess.started()
      const id = crypto.randomUUID()
      await handsOver(server, { session_id: id }, async () => id)
    },
    90_000,
  )
})
