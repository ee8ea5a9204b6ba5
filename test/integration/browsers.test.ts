import { describe, expect, test } from 'bun:test'
import { readSession } from '../fixtures/api.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { transports } from '../fixtures/transports.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const overlay = 'https://overlay.example.org'
const anId = '11111111-2222-4333-8444-555555555555'

describe('a web page that nobody allowed', () => {
  test.each([
    '/ws/monitor',
    '/socket.io/?EIO=4&transport=polling',
    '/socket.io/?EIO=4&transport=websocket',
  ])('is refused with 403 on %s', async (path) => {
    await using server = testServer({ corsOrigins: [overlay] })
    for (const origin of [
      'https://evil.example',
      server.url,
      'null',
      'https://overlay.example.org.evil.example',
    ]) {
      const upgrade = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version': '13',
      }
      const headers = { origin, ...(path.includes('polling') ? {} : upgrade) }
      const answer = await fetch(server.url + path, { headers })
      expect([origin, answer.status]).toEqual([origin, 403])
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test('reads nothing of the API', async () => {
    await using server = testServer({ corsOrigins: [overlay] })
    const answer = await fetch(`${server.url}/healthz`, {
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe.each(transports)('an allowed web page on $name', ({ connected, begun }) => {
  test('may watch', async () => {
    await using server = testServer({ corsOrigins: [overlay] })
    const { monitor, id } = await begun(server.url)
    const page = await connected(server.url, { origin: overlay })
    page.send('join_session', { session_id: id })
    monitor.send('telemetry_update', { session_id: id, telemetry: { fuel: 31 } })
    expect((await page.hears('telemetry_update')).data.telemetry).toEqual({ fuel: 31 })
    page.close()
    monitor.close()
  })

  test.each([
    ['telemetry_update', { session_id: anId, telemetry: { fuel: 1 } }],
    ['setup_data', { session_id: anId, setup: { wing: 1 } }],
    ['request_session_id', {}],
  ])('is sent away when it publishes: %s', async (event, body) => {
    await using server = testServer({ corsOrigins: [overlay] })
    const page = await connected(server.url, { origin: overlay })
    page.send(event, body)
    await page.closed
    expect(page.told.map(({ data }) => data.code)).toEqual(['browser'])
    expect(await readSession(server, anId)).toBeNull()
  })

  test('is sent away when it publishes with a key it was given', async () => {
    await using server = testServer({ corsOrigins: [overlay] })
    const { monitor, key } = await TypedMonitor.begun(server.url)
    const page = await connected(server.url, { origin: overlay })
    page.send('request_session_id', { publish_key: key })
    await page.closed
    expect(page.told.map(({ data }) => data.code)).toEqual(['browser'])
    monitor.close()
  })
})

test('a key that a web page shows changes nothing about the session', async () => {
  await using server = testServer({ corsOrigins: [overlay] })
  const { monitor, id, key } = await SocketioMonitor.begun(server.url)
  const page = await SocketioMonitor.connected(`${server.url}/?key=${key}`, {
    extraHeaders: { origin: overlay },
  })
  await page.settled()
  await monitor.publish(id, { fuel: 9 })
  expect(await readSession(server, id)).toMatchObject({ mode: 'bound', telemetry: { fuel: 9 } })
  page.close()
  monitor.close()
})

test('an allowed web page may read the API, its stream and the schemas, and no pages', async () => {
  await using server = testServer({ corsOrigins: [overlay] })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  const allowed = async (path: string) => {
    const abort = new AbortController()
    const { headers } = await fetch(server.url + path, {
      headers: { origin: overlay },
      signal: abort.signal,
    })
    abort.abort()
    return headers.get('access-control-allow-origin')
  }
  expect(await allowed(`/api/sessions/${id}`)).toBe(overlay)
  expect(await allowed(`/api/sessions/${id}/stream`)).toBe(overlay)
  expect(await allowed('/api/sessions/nobody')).toBe(overlay)
  expect(await allowed('/schema/messages.json')).toBe(overlay)
  expect(await allowed(`/dashboard/${id}`)).toBeNull()
  expect(await allowed(`/dashboard/${id}/stream`)).toBeNull()
  expect(await allowed('/')).toBeNull()
  monitor.close()
})

test('Python’s WebSocket client names an Origin when it upgrades, and is still a monitor', async () => {
  await using server = testServer()
  const { monitor, id } = await SocketioMonitor.begun(server.url, {
    transportOptions: { websocket: { extraHeaders: { origin: server.url } } },
  })
  await monitor.upgraded()
  await monitor.publish(id, { fuel: 12 })
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 12 } })
  monitor.close()
})
