import { expect, test } from 'bun:test'
import type { AppDeps } from '../../src/app.ts'
import { trustedProxies } from '../../src/sessions/client-address.ts'
import { memorySessionStore } from '../../src/store/memory-session-store.ts'
import { monitorIs, readHealth, readPage, readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { driven } from '../fixtures/driven.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { becomes } from '../fixtures/within.ts'

const anId = '11111111-2222-4333-8444-555555555555'

/** A server behind a proxy on this computer, whose word about addresses counts. */
const behindProxy = (given: Partial<AppDeps> = {}) =>
  testServer({
    ...given,
    origins: {
      trustedProxies: trustedProxies(['127.0.0.1']),
      baseUrl: null,
      fallbackUrl: 'http://pit.local',
    },
  })

const from = (address: string) => ({ extraHeaders: { 'x-forwarded-for': address } })

test('a bound session takes keyless frames from the address that began it, and from no other', async () => {
  await using server = behindProxy()
  const { monitor, id } = await SocketioMonitor.begun(server.url, from('203.0.113.7'))
  await monitor.publish(id, { fuel: 60 })
  const stranger = await SocketioMonitor.connected(server.url, from('203.0.113.8'))
  await stranger.publish(id, { fuel: 1 })
  expect(stranger.told.map(({ data }) => data.code)).toEqual(['wrong-address'])
  const sameAddress = await SocketioMonitor.connected(server.url, from('203.0.113.7'))
  monitor.close()
  await monitorIs(server, id, 'offline')
  await sameAddress.publish(id, { fuel: 59 })
  expect(sameAddress.told).toEqual([])
  expect(await readSession(server, id)).toMatchObject({ mode: 'bound', telemetry: { fuel: 59 } })
  expect(await readPage(server, id)).toContain('any PC at the address that began it can publish')
  stranger.close()
  sameAddress.close()
})

test('nobody fakes an address to a server that trusts no proxy', async () => {
  await using server = testServer()
  const { monitor, id } = await SocketioMonitor.begun(server.url, from('203.0.113.7'))
  const elsewhere = await SocketioMonitor.connected(server.url, from('203.0.113.8'))
  await elsewhere.publish(id, { fuel: 60 })
  expect(elsewhere.told).toEqual([])
  monitor.close()
  elsewhere.close()
})

test('a bound session whose key has been presented takes keys only, from its own address too', async () => {
  await using server = testServer()
  const { monitor, id, key } = await SocketioMonitor.begun(server.url)
  await monitor.publish(id, { fuel: 60 })
  const withKey = await TypedMonitor.connected(server.url)
  withKey.send('request_session_id', { publish_key: key })
  await withKey.hears('session_id_assigned')
  await monitor.publish(id, { fuel: 1 })
  expect(monitor.told.at(-1)?.data.code).toBe('key-required')
  expect(await readSession(server, id)).toMatchObject({ mode: 'keyed', telemetry: { fuel: 60 } })
  monitor.close()
  withKey.close()
})

test('a keyed session never takes a keyless frame', async () => {
  await using server = testServer()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  const keyless = await SocketioMonitor.connected(server.url)
  await keyless.publish(id, { fuel: 1 })
  expect(keyless.told.map(({ data }) => data.code)).toEqual(['key-required'])
  expect(await readSession(server, id)).toMatchObject({ telemetry: null })
  monitor.close()
  keyless.close()
})

test('the fixed id in a team’s config opens a session for everybody who knows it, once', async () => {
  const clock = new TestClock()
  await using server = behindProxy({ clock })
  const ana = await SocketioMonitor.connected(server.url, from('203.0.113.7'))
  await ana.publish(anId, driven({ fuel: 60, player_name: 'Ana' }))
  expect(await readSession(server, anId)).toMatchObject({ mode: 'open', telemetry: { fuel: 60 } })
  ana.close()
  await monitorIs(server, anId, 'offline')
  const ben = await SocketioMonitor.connected(server.url, from('203.0.113.8'))
  clock.advance(5_000)
  for (let frame = 0; frame < 2; frame++) {
    await ben.publish(anId.toUpperCase(), driven({ fuel: 58, player_name: 'Ben' }))
  }
  expect(await readSession(server, anId)).toMatchObject({ mode: 'open', telemetry: { fuel: 58 } })
  expect(await readPage(server, anId)).toContain('anyone with this link can publish')
  expect((await readHealth(server)).sessions).toBe(1)
  ben.close()
})

test('who watches an open session cannot throw out the driver’s monitor with what the API tells', async () => {
  await using server = behindProxy()
  for (const boot_id of [undefined, 'b-1']) {
    const id = crypto.randomUUID()
    const driver = await SocketioMonitor.connected(server.url, from('203.0.113.7'))
    await driver.publish(id, { fuel: 60, boot_id })
    const told = await readSession(server, id)
    expect(told.normalized).not.toHaveProperty('bootId')
    const stranger = await SocketioMonitor.connected(server.url, from('203.0.113.8'))
    const known = told.telemetry.boot_id ?? `socket-1`
    for (const guess of [known, 'socket-2', 'socket-3', 'socket-4']) {
      await stranger.publish(id, { fuel: 1, boot_id: guess })
    }
    await driver.publish(id, { fuel: 59, boot_id })
    expect((await readSession(server, id)).telemetry.fuel).toBe(59)
    expect(driver.socket.connected).toBe(true)
    driver.close()
    stranger.close()
  }
})

test('one address may not take all the room, on both transports together', async () => {
  await using server = behindProxy()
  const headers = from('203.0.113.7').extraHeaders
  const open = await Promise.all(
    Array.from({ length: 16 }, async () => [
      await TypedMonitor.connected(server.url, headers),
      await SocketioMonitor.connected(server.url, { extraHeaders: headers }),
    ]),
  )
  await expect(TypedMonitor.connected(server.url, headers)).rejects.toThrow()
  await expect(SocketioMonitor.connected(server.url, { extraHeaders: headers })).rejects.toThrow()
  const other = await TypedMonitor.connected(server.url, from('203.0.113.8').extraHeaders)
  const [[typed, socketio] = []] = open
  typed?.close()
  socketio?.close()
  const again = await becomesPossible(() => TypedMonitor.connected(server.url, headers))
  const both = await becomesPossible(() =>
    SocketioMonitor.connected(server.url, { extraHeaders: headers }),
  )
  for (const monitor of [...open.flat(), other, again, both]) monitor.close()
})

/** The end of a socket is news only when it arrives. */
async function becomesPossible<T>(connected: () => Promise<T>): Promise<T> {
  let monitor: T | undefined
  await becomes('there is room', async () => {
    monitor = await connected().catch(() => undefined)
    return monitor !== undefined
  })
  return monitor as T
}

test.each(['auto', '', '11111111-2222-4333-8444-55555555555', '__proto__', 7, null])(
  'no session opens for the id %j',
  async (sessionId) => {
    await using server = testServer()
    const monitor = await SocketioMonitor.connected(server.url)
    monitor.send('telemetry_update', { session_id: sessionId, telemetry: {} })
    await monitor.settled()
    expect(monitor.told[0]?.data.code).toBe(
      typeof sessionId === 'string' ? 'not-a-session-id' : 'malformed',
    )
    expect((await readHealth(server)).sessions).toBe(0)
    monitor.close()
  },
)

test('an id that was issued is not adoptable, not even after a restart', async () => {
  const store = { ...memorySessionStore(), close: () => {} }
  const first = testServer({ store })
  const { id } = await SocketioMonitor.begun(first.url)
  await first.close()
  await using server = testServer({
    store,
    origins: {
      trustedProxies: trustedProxies(['127.0.0.1']),
      baseUrl: null,
      fallbackUrl: 'http://pit.local',
    },
  })
  const stranger = await SocketioMonitor.connected(server.url, from('203.0.113.8'))
  await stranger.publish(id, { fuel: 1 })
  expect(stranger.told[0]?.data.code).toBe('wrong-address')
  expect(await readSession(server, id)).toMatchObject({ mode: 'bound', telemetry: null })
  stranger.close()
})

test('a keyed frame goes to its own session, whatever id its body names, and is counted', async () => {
  await using server = testServer()
  const ours = await TypedMonitor.begun(server.url)
  const theirs = await TypedMonitor.begun(server.url)
  ours.monitor.send('telemetry_update', { session_id: theirs.id, telemetry: { fuel: 12 } })
  await ours.monitor.settled()
  expect(await readSession(server, ours.id)).toMatchObject({ telemetry: { fuel: 12 } })
  expect(await readSession(server, theirs.id)).toMatchObject({ telemetry: null })
  expect((await readHealth(server)).ingest.other_session_ids).toBe(1)
  ours.monitor.close()
  theirs.monitor.close()
})
