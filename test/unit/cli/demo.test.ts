import { afterEach, describe, expect, test } from 'bun:test'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '../../../src/cli/demo.ts'
import { KEY, monitorServer, SESSION } from './monitor-server.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

function server() {
  const started = monitorServer()
  stops.push(started.stop)
  return started
}

async function credentials() {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'))
  // The demo may be writing its last word there.
  stops.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return join(folder, 'kept', 'demo.json')
}

function demo(url: string, credentialsFile: string) {
  const ready = Promise.withResolvers<string>()
  const started = startDemo({ url, credentialsFile, log: () => {}, onReady: ready.resolve })
  stops.push(started.stop)
  return { ...started, ready: ready.promise }
}

describe('the demo', () => {
  test('is some laps into its race, and tells where to watch', async () => {
    const { url, heard } = server()
    const { ready } = demo(url, await credentials())
    expect(await ready).toBe(`http://wall/dashboard/${SESSION}`)
    await heard.nth('setup_data', 0)
    const { telemetry } = await heard.nth('telemetry_update', 0)
    expect(telemetry).toMatchObject({ laps_completed: 4, game_phase: 'green' })
  })

  test('goes on with its session and its race after a restart', async () => {
    const { url, heard } = server()
    const file = await credentials()
    const before = demo(url, file)
    const first = (await heard.nth('telemetry_update', 0)).telemetry
    before.stop()
    const framesBefore = heard.count('telemetry_update')
    demo(url, file)
    expect(await heard.nth('request_session_id', 1)).toMatchObject({
      session_id: SESSION,
      publish_key: KEY,
    })
    const next = (await heard.nth('telemetry_update', framesBefore)).telemetry
    expect(next.boot_id).not.toBe(first.boot_id)
    expect(next.session_time - first.session_time).toBeWithin(-0.1, 5)
    expect(heard.count('setup_data')).toBe(1)
  })

  test('keeps its key from everybody else on the machine', async () => {
    const { url, heard } = server()
    const file = await credentials()
    demo(url, file)
    await heard.nth('telemetry_update', 0)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('begins a new session when the server no longer knows the kept one', async () => {
    const { url, heard, hangUp } = server()
    const file = await credentials()
    demo(url, file)
    await heard.nth('telemetry_update', 0)
    hangUp(4410)
    expect(Object.keys(await heard.nth('request_session_id', 1))).toEqual(['boot_id'])
    await heard.nth('setup_data', 1)
  })

  test('begins anew when what was kept makes no sense', async () => {
    const { url, heard } = server()
    const file = await credentials()
    await Bun.write(file, '{"session_id": 5}')
    await demo(url, file).ready
    expect(Object.keys(await heard.nth('request_session_id', 0))).toEqual(['boot_id'])
  })
})
