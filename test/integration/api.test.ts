import { expect, test } from 'bun:test'
import { memorySessionStore } from '../../src/store/memory-session-store.ts'
import { readHealth, readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

test('a session is its frame and setup as they came, what they mean, and how old they are', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  const frame = typedFrame({ nobody_knows: { a: [1, 'two', null] } })
  const setup = garageSetup()
  monitor.send('setup_data', { setup, timestamp: '2026-06-13T14:05:31Z' })
  await monitor.publish(frame)
  clock.advance(1_500)
  expect(await readSession(server, id)).toMatchObject({
    session_id: id,
    mode: 'keyed',
    presence: 'live',
    age_ms: 1_500,
    monitor: { status: 'online' },
    telemetry: frame,
    setup,
    timestamp: '2026-06-13T14:05:31Z',
    normalized: { fuelLiters: 57.25, driverName: 'Ines Okafor' },
    units: { source: 'declared', pressure: 'kPa' },
    outlook: expect.any(Object),
    laps: [],
  })
  monitor.close()
})

test('an id is found however it is written, and nothing else is', async () => {
  await using server = testServer()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  expect(await readSession(server, id.toUpperCase())).toMatchObject({ session_id: id })
  for (const other of ['nobody', '__proto__', '%00', `${id}0`, '..%2f..%2fetc%2fpasswd']) {
    const answer = await fetch(`${server.url}/api/sessions/${other}`)
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { code: 'unknown-session', message: expect.any(String) },
    ])
  }
  monitor.close()
})

test.each(['br', 'gzip', 'identity'])(
  'a large session is the same in %s, and HEAD says so',
  async (encoding) => {
    await using server = testServer()
    const { monitor, id } = await TypedMonitor.begun(server.url)
    const setup = { rows: Array.from({ length: 6_000 }, (_, row) => `row ${row * 7_919}`) }
    monitor.send('setup_data', { setup })
    await monitor.settled()
    const url = `${server.url}/api/sessions/${id}`
    const headers = { 'accept-encoding': encoding }
    const answer = await fetch(url, { headers })
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    expect(await answer.json()).toMatchObject({ session_id: id, setup })
    const head = await fetch(url, { headers, method: 'HEAD' })
    expect(head.headers.get('content-encoding')).toBe(answer.headers.get('content-encoding'))
    monitor.close()
  },
)

test('every schema is a JSON Schema whose references lead to the others', async () => {
  await using server = testServer()
  const { schemas } = (await (await fetch(`${server.url}/schema`)).json()) as { schemas: string[] }
  expect(schemas.length).toBeGreaterThanOrEqual(10)
  for (const path of schemas) {
    const answer = await fetch(server.url + path)
    expect(answer.headers.get('content-type')).toStartWith('application/json')
    const schema = (await answer.json()) as Record<string, unknown>
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: path.split('/').at(-1),
      title: expect.any(String),
    })
    expect(schema.type ?? 'object').toBe('object')
    expect(Array.isArray(schema.anyOf) || typeof schema.properties === 'object').toBe(true)
    for (const [, reference] of JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)) {
      expect(schemas).toContain(`/schema/${reference}`)
    }
  }
  expect((await fetch(`${server.url}/schema/nothing.json`)).status).toBe(404)
})

test('health tells who is here and what came in', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const typed = await TypedMonitor.begun(server.url)
  const existing = await SocketioMonitor.begun(server.url)
  await typed.monitor.publish({ fuel: 'full' })
  typed.monitor.sendText('{')
  await typed.monitor.settled()
  clock.advance(90_000)
  expect(await readHealth(server)).toEqual({
    status: 'ok',
    store: 'ok',
    sessions: 2,
    viewers: 0,
    monitors: 2,
    ingest: {
      messages: 4,
      dropped: 0,
      malformed: 1,
      keys_refused: 1,
      other_session_ids: 0,
      old_frames: 0,
    },
    uptime_s: 90,
    version: 'test',
  })
  typed.monitor.close()
  existing.monitor.close()
})

test('a disk that cannot be written is told, gives no new ids, and stops no running session', async () => {
  const disk = memorySessionStore()
  let isFull = false
  const full = { ok: false, problem: 'store-unavailable' } as const
  const clock = new TestClock()
  await using server = testServer({
    clock,
    store: {
      ...disk,
      create: (created) => (isFull ? full : disk.create(created)),
      save: (sessions) => (isFull ? full : disk.save(sessions)),
    },
  })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  isFull = true
  await monitor.publish({ fuel: 50 })
  clock.advance(1_000)
  expect(await readHealth(server)).toMatchObject({ status: 'degraded', store: 'unavailable' })
  const other = await TypedMonitor.connected(server.url)
  other.send('request_session_id', {})
  expect((await other.hears('problem')).data.code).toBe('store-unavailable')
  await monitor.publish({ fuel: 49 })
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 49 } })
  isFull = false
  clock.advance(1_000)
  expect(await readHealth(server)).toMatchObject({ status: 'ok' })
  expect(disk.all()[0]?.session.telemetry?.fuelLiters).toBe(49)
  monitor.close()
  other.close()
})

test('one address that begins session after session is stopped, and others are not', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const flood = await SocketioMonitor.connected(server.url)
  for (let session = 0; session < 60; session++) {
    flood.send('request_session_id', {})
    if (session % 20 !== 19) continue
    await flood.settled()
    clock.advance(1_000)
  }
  expect((await flood.hears('problem')).data.code).toBe('too-many-sessions')
  await flood.settled()
  expect((await readHealth(server)).sessions).toBe(50)
  flood.close()
})
