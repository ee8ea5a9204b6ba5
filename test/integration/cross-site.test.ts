import { describe, expect, test } from 'bun:test'
import { trustedProxies } from '../../src/sessions/client-address.ts'
import { readSession } from '../fixtures/api.ts'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

const evil = 'https://evil.example'

/** The engineer's browser, made by some page to send a form here. */
const sent = async (server: TestServer, desk: string, cookie: string, headers: object) => {
  const given = new Headers({ ...headers })
  given.set('cookie', cookie)
  const body = new URLSearchParams({ name: 'changed' })
  const answer = await fetch(`${server.url}${desk}/name`, {
    method: 'POST',
    headers: given,
    body,
    redirect: 'manual',
  })
  await answer.text()
  return answer.status
}

describe('what another site makes the engineer’s browser send', () => {
  test.each([
    ['said by the browser', { 'sec-fetch-site': 'cross-site', origin: evil }],
    ['from a neighbour of the domain', { 'sec-fetch-site': 'same-site' }],
    ['that pretends to be us, against the browser’s word', { 'sec-fetch-site': 'cross-site' }],
    ['to a plain address, named by its origin', { origin: evil }],
    ['from a page that hides where it is', { origin: 'null' }],
    ['from another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['with no word of where it comes from', {}],
  ])('changes nothing: %s', async (_, headers) => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { id, desk } = await carMadeIn(engineer)
    expect(await sent(server, desk, engineer.cookies, headers)).toBe(403)
    expect((await readSession(server, id)).name).toBe('Borealis #52')
  })
})

describe('what a page of ours sends', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'SELF' }],
  ])('is done: %j', async (headers: Record<string, string>) => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { id, desk } = await carMadeIn(engineer)
    const own = headers.origin === 'SELF' ? { origin: server.url } : headers
    expect(await sent(server, desk, engineer.cookies, own)).toBe(303)
    expect((await readSession(server, id)).name).toBe('changed')
  })

  test('is done behind a proxy that changes the host, where BASE_URL tells ours', async () => {
    const baseUrl = 'https://pit.example.org'
    const origins = { trustedProxies: trustedProxies([]), baseUrl, fallbackUrl: '' }
    await using server = testServer({ origins })
    const engineer = new Browser(server)
    const { desk } = await carMadeIn(engineer)
    expect(await sent(server, desk, engineer.cookies, { origin: baseUrl })).toBe(303)
    expect(await sent(server, desk, engineer.cookies, { origin: 'http://pit.example.org' })).toBe(
      403,
    )
  })

  test('names its origin: no page of ours has its browser hide it', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { page, desk } = await carMadeIn(engineer)
    for (const { html } of [page, await engineer.open('/'), await engineer.open(desk)]) {
      expect(html).toContain('<meta name="referrer" content="same-origin"')
    }
  })
})

test.each([
  ['larger than any form', new URLSearchParams({ name: 'x'.repeat(5_000) })],
  ['no form', new Blob(['{"name":"x"}'], { type: 'application/json' })],
  ['that nobody knows the end of', new Blob(['name=x']).stream()],
])('a body %s is not read', async (_, body) => {
  await using server = testServer()
  const answer = await fetch(`${server.url}/cars`, {
    method: 'POST',
    headers: { origin: server.url },
    body,
  })
  expect(answer.status).toBe(400)
})
