import { describe, expect, test } from 'bun:test'
import { readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { transports } from '../fixtures/transports.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const problems = (monitor: { told: { event: string; data: { code: string } }[] }) =>
  monitor.told.filter(({ event }) => event === 'problem').map(({ data }) => data.code)

describe('a typed monitor that does not ask for a session', () => {
  test('is sent away with 4401 after ten seconds', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const silent = await TypedMonitor.connected(server.url)
    const asking = await TypedMonitor.begun(server.url)
    clock.advance(9_999)
    await silent.settled()
    clock.advance(1)
    expect(await silent.closed).toEqual({ code: 4401, reason: 'no-session-requested' })
    await asking.monitor.settled()
    asking.monitor.close()
  })

  test('is sent away with 4401 when it publishes without one', async () => {
    await using server = testServer()
    const hasty = await TypedMonitor.connected(server.url)
    hasty.send('telemetry_update', { telemetry: { fuel: 3 } })
    expect((await hasty.closed).code).toBe(4401)
    expect(problems(hasty)).toEqual(['no-session-requested'])
  })

  test('may watch instead', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { monitor, id } = await TypedMonitor.begun(server.url)
    const watcher = await TypedMonitor.connected(server.url)
    watcher.send('join_session', { session_id: id })
    await watcher.settled()
    clock.advance(60_000)
    await watcher.settled()
    monitor.close()
    watcher.close()
  })
})

test.each(['', '{', 'null', '[]', '{"event":7}', '{"data":{}}', '\u0000', '['.repeat(100_000)])(
  'text that is no message is refused with a reason: %j',
  async (text) => {
    await using server = testServer()
    const { monitor, id } = await TypedMonitor.begun(server.url)
    monitor.sendText(text)
    const { data } = await monitor.hears('problem')
    expect(data).toMatchObject({ code: 'malformed', message: expect.stringMatching(/: /) })
    await monitor.publish({ fuel: 8 })
    expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 8 } })
    monitor.close()
  },
)

test('the tenth malformed message ends a typed connection with 4400', async () => {
  await using server = testServer()
  const { monitor } = await TypedMonitor.begun(server.url)
  for (let sent = 1; sent <= 9; sent++) monitor.sendText('{')
  await monitor.settled()
  monitor.send('setup_data', { setup: 7 })
  expect(await monitor.closed).toEqual({ code: 4400, reason: 'malformed-often' })
  expect(problems(monitor)).toEqual(['malformed', 'malformed-often'])
})

test('the tenth malformed message ends a Socket.IO connection', async () => {
  await using server = testServer()
  const { monitor } = await SocketioMonitor.begun(server.url)
  for (let sent = 1; sent <= 10; sent++) monitor.send('telemetry_update', { telemetry: sent })
  expect(await monitor.closed).toBe('io server disconnect')
  expect(problems(monitor)).toEqual(['malformed', 'malformed-often'])
})

describe.each(transports)('on $name', ({ begun }) => {
  test.each([
    [
      'a frame over 64 KB',
      'telemetry_update',
      { telemetry: { ext: 'x'.repeat(65 * 1024) } },
      'too-big',
      '64 KB',
    ],
    [
      'a frame nested too deeply',
      'telemetry_update',
      { telemetry: { a: { b: { c: { d: { e: { f: {} } } } } } } },
      'too-deep',
      'depth',
    ],
    [
      'a setup over 512 KB',
      'setup_data',
      { setup: { a: 'x'.repeat(513 * 1024) } },
      'too-big',
      '512 KB',
    ],
  ])('%s is refused, and the connection stays', async (_, event, body, code, limit) => {
    await using server = testServer()
    const { monitor, id } = await begun(server.url)
    monitor.send(event, { session_id: id, ...body })
    const { data } = await monitor.hears('problem')
    expect(data).toMatchObject({ code, message: expect.stringContaining(limit) })
    monitor.send('telemetry_update', { session_id: id, telemetry: { fuel: 21 } })
    await monitor.settled()
    expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 21 }, setup: null })
    monitor.close()
  })

  test('what just fits is taken', async () => {
    await using server = testServer()
    const { monitor, id } = await begun(server.url)
    const telemetry = { fuel: 21, ext: 'x'.repeat(63 * 1024), a: { b: { c: { d: { e: {} } } } } }
    monitor.send('telemetry_update', { session_id: id, telemetry })
    const setup = { a: 'x'.repeat(511 * 1024) }
    monitor.send('setup_data', { session_id: id, setup })
    await monitor.settled()
    expect(await readSession(server, id)).toMatchObject({ telemetry, setup })
    expect(problems(monitor)).toEqual([])
    monitor.close()
  })

  test('each refused key is told once, by its name', async () => {
    await using server = testServer()
    const { monitor, id } = await begun(server.url)
    const telemetry = { fuel: 'full', speed: 9_999, tire_temps: { fl: 'hot', fr: 90 }, lap: 3 }
    for (let frame = 0; frame < 3; frame++) {
      monitor.send('telemetry_update', { session_id: id, telemetry })
    }
    await monitor.settled()
    const fields = monitor.told
      .filter(({ event }) => event === 'problem')
      .map(({ data }) => data.field)
    expect(fields.sort()).toEqual(['fuel', 'speed', 'tire_temps.fl'])
    const { normalized } = await readSession(server, id)
    expect(normalized).toMatchObject({ fuelLiters: null, lap: 3, tireTempC: { fl: null, fr: 90 } })
    monitor.close()
  })
})

test('NaN on the typed transport is a value the monitor does not have', async () => {
  await using server = testServer()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  monitor.sendText('{"event":"telemetry_update","data":{"telemetry":{"fuel":NaN,"lap":3}}}')
  await monitor.settled()
  expect((await readSession(server, id)).normalized).toMatchObject({ fuelLiters: null, lap: 3 })
  expect(problems(monitor)).toEqual([])
  monitor.close()
})

test('a Socket.IO connection that says nothing for a minute is cut, in a way that a monitor comes back from', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const silent = await SocketioMonitor.connected(server.url, { transports: ['websocket'] })
  const driving = await SocketioMonitor.begun(server.url, { transports: ['websocket'] })
  const watching = await SocketioMonitor.connected(server.url, { transports: ['websocket'] })
  watching.send('join_session', { session_id: driving.id })
  await watching.settled()
  clock.advance(59_999)
  await silent.settled()
  clock.advance(1)
  expect(await silent.closed).toStartWith('transport')
  for (const monitor of [driving.monitor, watching]) {
    await monitor.settled()
    monitor.close()
  }
})

test('above 900 KB a Socket.IO connection ends, over either transport', async () => {
  await using server = testServer()
  for (const transport of ['polling', 'websocket']) {
    const { monitor, id } = await SocketioMonitor.begun(server.url, { transports: [transport] })
    monitor.send('setup_data', { session_id: id, setup: { a: 'x'.repeat(900 * 1024) } })
    expect(await monitor.closed).toStartWith('transport')
    expect((await readSession(server, id)).setup).toBeNull()
  }
})

test('above 900 KB the socket is closed with 1009', async () => {
  await using server = testServer()
  const { monitor } = await TypedMonitor.begun(server.url)
  monitor.sendText('x'.repeat(900 * 1024 + 1))
  expect((await monitor.closed).code).toBe(1009)
})
