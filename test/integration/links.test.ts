import { describe, expect, test } from 'bun:test'
import { trustedProxies } from '../../src/sessions/client-address.ts'
import { readPage } from '../fixtures/api.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const go = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { redirect: 'manual', headers })

const behindProxy = () =>
  testServer({
    origins: {
      trustedProxies: trustedProxies(['127.0.0.1']),
      baseUrl: null,
      fallbackUrl: 'http://pit.local',
    },
  })

describe('the link that an existing monitor prints, its key in front', () => {
  test('leads to the dashboard, without the key', async () => {
    await using server = testServer()
    const { monitor, id, key } = await SocketioMonitor.begun(server.url)
    const answer = await go(`${server.url}/?key=${key}/dashboard/${id}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/dashboard/${id}`])
    monitor.close()
  })

  test.each([
    '//evil.example/dashboard',
    'https://evil.example',
    '/\\evil.example',
    '%0d%0alocation:%20https://evil.example',
  ])('leads nowhere else: %s', async (text) => {
    await using server = testServer()
    const id = '11111111-2222-4333-8444-555555555555'
    for (const path of [`/?key=${text}/${id}`, `/open?session=${text}/${id}`]) {
      const answer = await go(server.url + path)
      expect(answer.headers.get('location')).toBe(`/dashboard/${id}`)
    }
    const answer = await go(`${server.url}/?key=${text}`)
    expect(answer.headers.get('location')).toBeNull()
  })
})

describe('the engineer’s link', () => {
  test('sets a cookie named for the car, and leads to its dashboard', async () => {
    await using server = testServer()
    const { monitor, id, assigned } = await TypedMonitor.begun(server.url)
    const answer = await go(assigned.engineer_url)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/dashboard/${id}`])
    const key = assigned.engineer_url.split('/').at(-1)
    const [, name = '', rest] = /^([^=]+)=(.*)$/.exec(answer.headers.get('set-cookie') ?? '') ?? []
    expect(rest).toBe(`${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800`)
    expect(name).toMatch(/^engineer-[0-9a-f]{16}$/)
    expect(id).not.toContain(name.slice(-8))
    monitor.close()
  })

  test('is no publish key, nor is a publish key an engineer’s', async () => {
    await using server = testServer()
    const { monitor, key, assigned } = await TypedMonitor.begun(server.url)
    expect((await go(`${server.url}/engineer/${key}`)).status).toBe(404)
    const other = await TypedMonitor.connected(server.url)
    other.send('request_session_id', { publish_key: assigned.engineer_url.split('/').at(-1) })
    expect((await other.closed).code).toBe(4403)
    monitor.close()
  })

  test('keeps its cookie to https where a trusted proxy says so, and nobody else', async () => {
    for (const [server, secure] of [
      [testServer(), false],
      [behindProxy(), true],
    ] as const) {
      const { monitor, assigned } = await TypedMonitor.begun(server.url)
      const answer = await go(assigned.engineer_url, { 'x-forwarded-proto': 'https' })
      expect(answer.headers.get('set-cookie')?.endsWith('; Secure')).toBe(secure)
      monitor.close()
      await server.close()
    }
  })
})

describe('the links a monitor is told', () => {
  const linkFor = async (server: { url: string }, headers: Record<string, string>) => {
    const monitor = await TypedMonitor.connected(server.url, headers)
    monitor.send('request_session_id', {})
    const { data } = await monitor.hears('session_id_assigned')
    monitor.close()
    return new URL(data.dashboard_url).origin
  }

  test('begin with BASE_URL', async () => {
    const baseUrl = 'https://pit.example.org'
    const origins = { trustedProxies: trustedProxies([]), baseUrl, fallbackUrl: '' }
    await using server = testServer({ origins })
    expect(await linkFor(server, {})).toBe(baseUrl)
  })

  test('else with the host it used, https only where a trusted proxy says so', async () => {
    await using server = testServer()
    const headers = { host: 'pit-pc.local:5000', 'x-forwarded-proto': 'https' }
    expect(await linkFor(server, headers)).toBe('http://pit-pc.local:5000')
    await using proxied = behindProxy()
    expect(await linkFor(proxied, headers)).toBe('https://pit-pc.local:5000')
  })
})

test.each([
  'Slackbot-LinkExpanding 1.0',
  'Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://www.pinterest.com/bot.html)',
  'Mattermost-Bot/1.1',
  'WhatsApp/2.23',
  'TelegramBot (like TwitterBot)',
  'Discordbot/2.0',
])('a chat that previews a link gets a bare page: %s', async (robot) => {
  await using server = testServer()
  const { monitor, id, assigned } = await TypedMonitor.begun(server.url)
  await monitor.publish({ car_name: 'Borealis Racing #52' })
  expect(await readPage(server, id)).toContain('Borealis')
  for (const url of [assigned.dashboard_url, assigned.engineer_url]) {
    const answer = await go(url, { 'user-agent': robot })
    expect(answer.headers.get('set-cookie')).toBeNull()
    const page = await answer.text()
    expect(page).toContain('A live race dashboard')
    expect(page).not.toContain('Borealis')
    expect(page).not.toContain(id)
  }
  monitor.close()
})

test.each([
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [Pinterest/iOS]',
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/137.0 Mobile Safari/537.36 [FB_IAB/FB4A]',
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/134.0 Electron/35.0 Safari/537.36 Mattermost/5.12',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 WhatsApp/25.1',
  'Mozilla/5.0 (Linux; Android 15; SignalTab) AppleWebKit/537.36 Chrome/137.0 Safari/537.36',
])('a person in the browser of an app gets the wall: %s', async (browser) => {
  await using server = testServer()
  const { monitor, assigned } = await TypedMonitor.begun(server.url)
  await monitor.publish({ car_name: 'Borealis Racing #52' })
  const answer = await go(assigned.dashboard_url, { 'user-agent': browser })
  expect(await answer.text()).toContain('Borealis')
  monitor.close()
})

test('who asks for a session that is not there reads the same everywhere', async () => {
  await using server = testServer()
  const wall = await (await go(`${server.url}/dashboard/nobody/stream`)).text()
  for (const path of ['/api/sessions/nobody', '/api/sessions/nobody/stream']) {
    const answer = await go(server.url + path)
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { code: 'unknown-session', message: wall.trim() },
    ])
  }
})

test('what is pasted into the start page finds its session, or is told that it does not', async () => {
  await using server = testServer()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  for (const pasted of [id, id.toUpperCase(), ` ${server.url}/dashboard/${id}?hz=1 `]) {
    const answer = await go(`${server.url}/open?session=${encodeURIComponent(pasted)}`)
    expect(answer.headers.get('location')).toBe(`/dashboard/${id}`)
  }
  const answer = await go(`${server.url}/open?session=hello`)
  expect([answer.status, await answer.text()]).toEqual([
    400,
    expect.stringContaining('No session in that'),
  ])
  monitor.close()
})
