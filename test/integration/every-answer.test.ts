import { describe, expect, test } from 'bun:test'
import { connect } from 'node:net'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const onEveryAnswer = {
  'content-security-policy': /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-robots-tag': /^noindex, nofollow$/,
}

/** The head of an answer; the body of a stream never ends. */
async function headOf(server: TestServer, path: string, init: RequestInit = {}) {
  const abort = new AbortController()
  const answer = await fetch(server.url + path, {
    redirect: 'manual',
    signal: abort.signal,
    ...init,
  })
  const isStream = answer.headers.get('content-type')?.includes('event-stream') ?? false
  const text = isStream ? '' : await answer.text()
  abort.abort()
  return { status: answer.status, headers: answer.headers, text }
}

const ours = { 'sec-fetch-site': 'same-origin' }

async function kindsOfAnswer(server: TestServer) {
  const { monitor, id, assigned } = await TypedMonitor.begun(server.url)
  const home = await headOf(server, '/')
  const asset = /\/assets\/[^"]+/.exec(home.text)?.[0] ?? ''
  const engineer = new URL(assigned.engineer_url).pathname
  const kinds: [path: string, status: number, init?: RequestInit][] = [
    ['/', 200],
    [`/dashboard/${id}`, 200],
    [`/dashboard/${id}/stream`, 200],
    [`/dashboard/${id}/stream?hz=99`, 400],
    [`/dashboard/${id}/glance`, 200],
    [`/dashboard/${id}/glance/stream`, 200],
    [`/dashboard/${id}/board`, 200],
    [`/dashboard/${id}/board/stream?look=de-psi`, 200],
    [
      `/dashboard/${id}/board/acknowledge`,
      409,
      { method: 'POST', headers: ours, body: new URLSearchParams({ call: '1' }) },
    ],
    [`/dashboard/${id}/board/acknowledge`, 400, { method: 'POST', headers: ours }],
    [`/dashboard/${id}/engineer/call`, 403],
    [`/dashboard/${id}/engineer/strategy`, 403],
    ['/look', 303, { method: 'POST', headers: ours, body: new URLSearchParams({ theme: 'red' }) }],
    ['/dashboard/nobody/glance', 404],
    ['/dashboard/nobody/board', 404],
    [`/dashboard/${id}/race`, 200],
    [`/dashboard/${id}/race/laps.csv`, 200],
    [`/dashboard/${id}/race/frames.jsonl`, 200],
    [`/dashboard/${id}/race/nothing`, 404],
    ['/dashboard/nobody/race', 404],
    ['/dashboard/nobody', 404],
    ['/dashboard/nobody/stream', 404],
    ['/dashboard/%E0%A4%A', 404],
    [`/api/sessions/${id}`, 200],
    [`/api/sessions/${id}/stream`, 200],
    [`/api/sessions/${id}/race`, 200],
    [`/api/sessions/${id}/stops.csv`, 200],
    [`/api/sessions/${id}/nothing`, 404],
    ['/api/sessions/nobody', 404],
    ['/api/nothing', 404],
    ['/schema', 200],
    ['/schema/messages.json', 200],
    ['/schema/__proto__.json', 404],
    ['/healthz', 200],
    [asset, 200],
    ['/assets/nothing.js', 404],
    ['/nothing', 404],
    ['/open?session=nothing', 400],
    [`/open?session=${id}`, 303],
    [engineer, 303],
    ['/engineer/nobody', 404],
    ['/ws/monitor', 426],
    ['/ws/monitor', 403, { headers: { origin: 'https://evil.example' } }],
    ['/socket.io/?EIO=4&transport=polling', 200],
    ['/socket.io/?EIO=3&transport=polling', 400],
    ['/socket.io/?EIO=4&transport=polling', 403, { headers: { origin: 'https://evil.example' } }],
    ['/', 421, { headers: { host: 'evil.example' } }],
    ['/', 403, { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
    ['/', 400, { method: 'POST', body: '{', headers: { ...ours, 'content-type': 'text/json' } }],
    ['/', 405, { method: 'POST', headers: ours }],
    ['/cars', 400, { method: 'POST', headers: ours }],
    ['/cars', 201, { method: 'POST', headers: ours, body: new URLSearchParams({ name: '#7' }) }],
    [`/dashboard/${id}/engineer`, 403],
    ['/team/nobody', 404],
    ['/team/nobody/stream', 404],
    [`/dashboard/${id}`, 405, { method: 'DELETE' }],
    [`/api/sessions/${id}`, 405, { method: 'PUT', body: '{}' }],
    ['/', 405, { method: 'PROPFIND' }],
  ]
  monitor.close()
  return kinds
}

test('every kind of answer has the headers that keep its address and its content ours', async () => {
  await using server = testServer()
  for (const [path, status, init] of await kindsOfAnswer(server)) {
    const head = await headOf(server, path, init)
    expect([path, head.status]).toEqual([path, status])
    for (const [name, value] of Object.entries(onEveryAnswer)) {
      expect([path, name, head.headers.get(name)]).toEqual([
        path,
        name,
        expect.stringMatching(value),
      ])
    }
    const cache = path.startsWith('/assets/') && status === 200 ? /immutable/ : /^no-store/
    expect([path, head.headers.get('cache-control')]).toEqual([path, expect.stringMatching(cache)])
    expect([path, head.headers.get('content-type')]).not.toEqual([path, 'application/octet-stream'])
  }
})

test('HEAD says what GET would, without the content', async () => {
  await using server = testServer()
  for (const [path, status, init] of await kindsOfAnswer(server)) {
    if (init !== undefined || path.startsWith('/socket.io/')) continue
    const answer = await headOf(server, path, { method: 'HEAD' })
    expect([path, answer.status, answer.text]).toEqual([path, status, ''])
  }
})

test('a bug is answered with a page that does not tell what broke', async () => {
  await using server = testServer({
    demoUrl: () => {
      throw new Error('secret detail')
    },
  })
  const head = await headOf(server, '/')
  expect(head.status).toBe(500)
  expect(head.text).toContain('Something went wrong')
  expect(head.text).not.toContain('secret detail')
  for (const name of Object.keys(onEveryAnswer)) expect(head.headers.has(name)).toBe(true)
  expect(server.logged.join('')).toContain('request failed')
})

describe('a host name that anybody can point at this computer', () => {
  const hosts: [string, number][] = [
    ['evil.example', 421],
    ['127.0.0.1.nip.io', 421],
    ['localhost.evil.example', 421],
    ['evil.local.example', 421],
    ['pit.example.org.evil.example', 421],
    ['[::1].evil.example', 421],
    ['', 421],
    ['127.0.0.1:5000', 200],
    ['192.168.1.20', 200],
    ['[::1]:5000', 200],
    ['[2001:db8::1]', 200],
    ['localhost:5000', 200],
    ['pit-pc.local', 200],
    ['PIT.example.ORG', 200],
    ['pit.example.org:8443', 200],
    ['pit.example.org.', 200],
  ]
  test.each(hosts)('%s is answered with %i', async (host, status) => {
    await using server = testServer({ allowedHosts: new Set(['pit.example.org']) })
    const socket = connect(server.port, '127.0.0.1')
    socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    let text = ''
    for await (const bytes of socket) text += bytes
    const answered = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])
    expect(answered).toBe(host === '' ? answered : status)
    expect(answered === 200).toBe(status === 200)
  })

  test('is refused for monitors as well', async () => {
    await using server = testServer()
    for (const path of ['/ws/monitor', '/socket.io/?EIO=4&transport=polling']) {
      expect((await headOf(server, path, { headers: { host: 'evil.example' } })).status).toBe(421)
    }
  })
})

test('a server that keeps no frames says so, also to HEAD', async () => {
  await using server = testServer({ frames: null })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  for (const method of ['GET', 'HEAD']) {
    const { status } = await headOf(server, `/dashboard/${id}/race/frames.jsonl`, { method })
    expect(status).toBe(503)
  }
  monitor.close()
})
