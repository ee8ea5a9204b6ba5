import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { isPublicAddress } from '../../../src/notify/public-address.ts'
import { webhookPost } from '../../../src/notify/webhook-post.ts'
import type { WebhookOutcome, WebhookTrouble } from '../../../src/sessions/webhook-desk.ts'
import { TestClock } from '../../fixtures/clock.ts'
import { Receiver } from '../../fixtures/receiver.ts'

const message = { headers: { title: 'LMGT3 87' }, body: 'Fuel for 1.9 laps' }

/** `names`: what the resolver says. `ours`: hosts that may be of the own network. */
function posting(names: Readonly<Record<string, readonly string[]>>, ...ours: string[]) {
  const asked: string[] = []
  const clock = new TestClock()
  const resolve = async (host: string) => {
    asked.push(host)
    const addresses = names[host]
    if (addresses === undefined) throw new Error('ENOTFOUND')
    return addresses
  }
  const post = webhookPost(clock, { resolve, privateHosts: new Set(ours) })
  return { asked, clock, post: (url: string) => post(url, message) }
}

const refused = (trouble: WebhookTrouble): WebhookOutcome => ({ kind: 'refused', trouble })
const later = (trouble: WebhookTrouble): WebhookOutcome => ({
  ...{ kind: 'later', trouble, retryAfterMs: null },
})

describe('a message is taken', () => {
  test('by a host of the own network that the server was told of', async () => {
    await using receiver = await Receiver.listening()
    const { post } = posting({ 'ntfy.lan': ['127.0.0.1'] }, 'ntfy.lan')
    expect(await post(`http://ntfy.lan:${receiver.port}/team`)).toEqual({ kind: 'taken' })
    expect(receiver.received).toMatchObject([
      { path: '/team', headers: { title: 'LMGT3 87' }, body: 'Fuel for 1.9 laps' },
    ])
    expect(receiver.received[0]?.headers.host).toBe(`ntfy.lan:${receiver.port}`)
  })

  test('at the address that was checked: nobody is asked a second time', async () => {
    await using receiver = await Receiver.listening()
    const { post, asked } = posting({ 'ntfy.lan': ['127.0.0.1'] }, 'ntfy.lan')
    await post(`http://ntfy.lan:${receiver.port}/team`)
    expect(asked).toEqual(['ntfy.lan'])
  })

  test('after a redirect that is right', async () => {
    await using receiver = await Receiver.listening()
    receiver.answers = (path) =>
      path === '/old' ? { status: 308, headers: { location: '/new' } } : { status: 204 }
    const { post } = posting({ 'ntfy.lan': ['127.0.0.1'] }, 'ntfy.lan')
    expect(await post(`http://ntfy.lan:${receiver.port}/old`)).toEqual({ kind: 'taken' })
    expect(receiver.received.map(({ path, body }) => [path, body])).toEqual([
      ['/old', message.body],
      ['/new', message.body],
    ])
  })
})

describe('nothing reaches the own network', () => {
  test.each([
    ['by its address', 'http://127.0.0.1:PORT/'],
    ['by its address in other letters', 'http://0x7f.1:PORT/'],
    ['by its IPv6 address', 'http://[::1]:PORT/'],
    ['by an address inside an address', 'http://[::ffff:127.0.0.1]:PORT/'],
    ['by a name', 'http://inside.example:PORT/'],
    ['by a name with a dot at its end', 'http://inside.example.:PORT/'],
    ['by a name that has a public address too', 'http://both.example:PORT/'],
  ])('%s', async (_, url) => {
    await using receiver = await Receiver.listening()
    const names = { 'inside.example': ['127.0.0.1'], 'both.example': ['93.184.216.34', '10.0.0.1'] }
    const { post } = posting(names)
    const to = url.replace('PORT', String(receiver.port))
    expect(await post(to)).toEqual(refused('private-address'))
    expect(receiver.received).toEqual([])
  })

  test('by a redirect of somebody outside', async () => {
    await using outside = await Receiver.listening()
    await using inside = await Receiver.listening()
    const { post } = posting(
      { 'ntfy.lan': ['127.0.0.1'], 'evil.example': ['127.0.0.1'] },
      'ntfy.lan',
    )
    for (const host of ['127.0.0.1', 'evil.example', 'localhost', '[::1]', '169.254.169.254']) {
      outside.answers = () => ({
        status: 307,
        headers: { location: `http://${host}:${inside.port}/admin` },
      })
      const outcome = await post(`http://ntfy.lan:${outside.port}/`)
      expect(['private-address', 'no-such-host']).toContain(
        outcome.kind === 'taken' ? 'taken' : String(outcome.trouble),
      )
    }
    expect(inside.received).toEqual([])
  })

  test.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['100.64.0.1'],
    ['169.254.169.254'],
    ['172.16.0.1'],
    ['192.168.1.1'],
    ['0.0.0.0'],
    ['255.255.255.255'],
    ['224.0.0.1'],
    ['::'],
    ['::1'],
    ['fe80::1'],
    ['fd00::1'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::a00:1'],
    ['2002:a00:1::'],
    ['2001:0:a00:1::'],
    ['2001:db8::1'],
    ['nonsense'],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test('no IPv4 address of a home is public, mapped or not', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const home = fc.constantFrom('10', '127', '192.168', '169.254', '172.20')
    fc.assert(
      fc.property(home, byte, byte, byte, (start, a, b, c) => {
        const parts = [...start.split('.'), a, b, c].slice(0, 4).join('.')
        expect(isPublicAddress(parts)).toBe(false)
        expect(isPublicAddress(`::ffff:${parts}`)).toBe(false)
      }),
    )
    expect(isPublicAddress('93.184.216.34')).toBe(true)
    expect(isPublicAddress('2606:4700::1111')).toBe(true)
  })
})

describe('a redirect', () => {
  test('is followed three times and not a fourth', async () => {
    await using receiver = await Receiver.listening()
    receiver.answers = () => ({ status: 302, headers: { location: '/again' } })
    const { post } = posting({ 'ntfy.lan': ['127.0.0.1'] }, 'ntfy.lan')
    expect(await post(`http://ntfy.lan:${receiver.port}/`)).toEqual(refused('bad-redirect'))
    expect(receiver.received).toHaveLength(4)
  })

  test.each(['file:///etc/passwd', 'http://user:word@ntfy.lan/', 'javascript:0', 'http://'])(
    'to %s is not followed',
    async (location) => {
      await using receiver = await Receiver.listening()
      receiver.answers = () => ({ status: 302, headers: { location } })
      const { post } = posting({ 'ntfy.lan': ['127.0.0.1'] }, 'ntfy.lan')
      expect(await post(`http://ntfy.lan:${receiver.port}/`)).toEqual(refused('bad-redirect'))
    },
  )
})

describe('a message may be taken later', () => {
  test('by a receiver that is down, overloaded, or unknown for now', async () => {
    await using receiver = await Receiver.listening()
    const { post } = posting({ 'ntfy.lan': ['127.0.0.1'] }, 'ntfy.lan')
    const url = `http://ntfy.lan:${receiver.port}/`
    receiver.answers = () => ({ status: 503 })
    expect(await post(url)).toEqual(later({ status: 503 }))
    receiver.answers = () => ({ status: 429, headers: { 'retry-after': '7' } })
    expect(await post(url)).toMatchObject({ kind: 'later', retryAfterMs: 7_000 })
    receiver.isDown = true
    expect(await post(url)).toEqual(later('no-answer'))
    expect(await post('http://gone.example/')).toEqual(later('no-such-host'))
  })

  test('by one that takes too long', async () => {
    await using receiver = await Receiver.listening()
    receiver.isMute = true
    const { post, clock } = posting({ 'ntfy.lan': ['127.0.0.1'] }, 'ntfy.lan')
    const outcome = post(`http://ntfy.lan:${receiver.port}/`)
    clock.advance(15_000)
    expect(await outcome).toEqual(later('too-slow'))
  })

  test('but never where the receiver does not know what to do with it', async () => {
    await using receiver = await Receiver.listening()
    receiver.answers = () => ({ status: 404 })
    const { post } = posting({ 'ntfy.lan': ['127.0.0.1'] }, 'ntfy.lan')
    expect(await post(`http://ntfy.lan:${receiver.port}/`)).toEqual(refused({ status: 404 }))
  })
})
