import { describe, expect, test } from 'bun:test'
import { readHealth, readSession } from '../fixtures/api.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const anId = '11111111-2222-4333-8444-555555555555'
const wrongKey = 'A'.repeat(43)

describe('a wrong key', () => {
  const requests = {
    'a key of no session': () => ({ publish_key: wrongKey }),
    'a key of another session': (theirs: { key: string }, id: string) => ({
      session_id: id,
      publish_key: theirs.key,
    }),
    'a session that does not exist': (theirs: { key: string }) => ({
      session_id: anId,
      publish_key: theirs.key,
    }),
  }
  for (const [what, request] of Object.entries(requests)) {
    test(`on the typed transport ends the connection with 4403: ${what}`, async () => {
      await using server = testServer()
      const ours = await TypedMonitor.begun(server.url)
      const theirs = await TypedMonitor.begun(server.url)
      const guesser = await TypedMonitor.connected(server.url)
      guesser.send('request_session_id', request(theirs, ours.id))
      expect(await guesser.closed).toEqual({ code: 4403, reason: 'wrong-key' })
      expect(guesser.told.map(({ event, data }) => [event, data.code])).toEqual([
        ['problem', 'wrong-key'],
      ])
      ours.monitor.close()
      theirs.monitor.close()
    })
  }

  test('in the Authorization header ends the connection with 4403, and nothing is left of it', async () => {
    await using server = testServer()
    const guesser = await TypedMonitor.connected(server.url, {
      authorization: `Bearer ${wrongKey}`,
    })
    expect((await guesser.closed).code).toBe(4403)
    expect((await readHealth(server)).monitors).toBe(0)
  })

  test('in a request over Socket.IO is told, then the connection ends', async () => {
    await using server = testServer()
    const guesser = await SocketioMonitor.connected(server.url)
    guesser.send('request_session_id', { publish_key: wrongKey })
    expect(await guesser.closed).toBe('io server disconnect')
    expect(guesser.told.map(({ data }) => data.code)).toEqual(['wrong-key'])
  })

  test.each([
    ['over long-polling', ['polling']],
    ['over a WebSocket', ['websocket']],
    ['while upgrading', ['polling', 'websocket']],
  ])(
    'in the URL of a Socket.IO monitor is told, then the connection ends: %s',
    async (_, transports) => {
      await using server = testServer()
      const url = `${server.url}/?key=${wrongKey}`
      const guesser = await SocketioMonitor.connected(url, { transports })
      expect(await guesser.closed).toBe('io server disconnect')
      expect(guesser.told.map(({ data }) => data.code)).toEqual(['wrong-key'])
      expect((await readHealth(server)).monitors).toBe(0)
    },
  )
})

describe('a key in the URL of an existing monitor', () => {
  test.each([['polling'], ['websocket']])('finds its session: %s', async (transport) => {
    await using server = testServer()
    const { monitor, id, key } = await TypedMonitor.begun(server.url)
    const existing = await SocketioMonitor.connected(`${server.url}/?key=${key}`, {
      transports: [transport],
    })
    existing.send('request_session_id', {})
    expect((await existing.hears('session_id_assigned')).data).toEqual({
      session_id: id,
      dashboard_url: `${server.url}/dashboard/${id}`,
    })
    await existing.publish(id, { fuel: 44 })
    expect(await readSession(server, id)).toMatchObject({ mode: 'keyed', telemetry: { fuel: 44 } })
    monitor.close()
    existing.close()
  })

  test('makes a bound session keyed at once, before it asks for anything', async () => {
    await using server = testServer()
    const { monitor, id, key } = await SocketioMonitor.begun(server.url)
    const keyed = await SocketioMonitor.connected(`${server.url}/?key=${key}`)
    await keyed.settled()
    expect(await readSession(server, id)).toMatchObject({ mode: 'keyed' })
    monitor.close()
    keyed.close()
  })
})

describe('without LEGACY_MONITORS', () => {
  test('no session begins without a key', async () => {
    await using server = testServer({ legacyMonitors: false })
    const monitor = await SocketioMonitor.connected(server.url)
    monitor.send('request_session_id', {})
    expect((await monitor.hears('problem')).data.code).toBe('legacy-monitors-off')
    expect((await readHealth(server)).sessions).toBe(0)
    monitor.close()
  })

  test('no unknown id is adopted', async () => {
    await using server = testServer({ legacyMonitors: false })
    const monitor = await SocketioMonitor.connected(server.url)
    await monitor.publish(anId, { fuel: 60 })
    expect(monitor.told.map(({ data }) => data.code)).toEqual(['unknown-session'])
    expect((await readHealth(server)).sessions).toBe(0)
    monitor.close()
  })

  test('a monitor with a key is served as ever', async () => {
    await using server = testServer({ legacyMonitors: false })
    const { monitor, id, key } = await TypedMonitor.begun(server.url)
    const existing = await SocketioMonitor.connected(`${server.url}/?key=${key}`)
    await existing.publish(id, { fuel: 44 })
    expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 44 } })
    monitor.close()
    existing.close()
  })
})

test('asking for a session by its id alone is refused: ids are no keys', async () => {
  await using server = testServer()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  const other = await TypedMonitor.connected(server.url)
  other.send('request_session_id', { session_id: id })
  expect((await other.hears('problem')).data.code).toBe('key-required')
  monitor.close()
  other.close()
})
