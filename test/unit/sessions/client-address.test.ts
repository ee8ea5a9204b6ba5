import { describe, expect, test } from 'bun:test'
import {
  cameOverHttps,
  clientAddress,
  trustedProxies,
} from '../../../src/sessions/client-address.ts'

const proxies = trustedProxies(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])

const address = (socket: string | null, headers: Record<string, string>) =>
  clientAddress(socket, new Headers(headers), proxies)

describe('from a stranger’s socket', () => {
  test.each(['203.0.113.9', '::1', 'fe80::1%eth0'])('%s, no header counts', (socket) => {
    const headers = { 'x-forwarded-for': '192.0.2.1', 'fly-client-ip': '192.0.2.2' }
    expect(address(socket, headers)).toBe(socket)
  })

  test('an IPv4 client on a socket for both families has its IPv4 address', () => {
    expect(address('::ffff:203.0.113.9', {})).toBe('203.0.113.9')
  })

  test('that is gone already, the address is a word and no key of an object', () => {
    expect(address(null, { 'x-forwarded-for': '__proto__' })).toBe('unknown')
  })
})

describe('from a trusted proxy', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1, 10.1.2.3', '192.0.2.1'],
    ['198.51.100.1, 192.0.2.1, 10.1.2.3, 10.0.0.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:5123', '192.0.2.1'],
    ['[2001:db8::7]:5123', '2001:db8::7'],
    ['2001:db8::7', '2001:db8::7'],
    ['', '127.0.0.1'],
    ['10.1.2.3', '127.0.0.1'],
    ['192.0.2.1, nonsense', '127.0.0.1'],
    ['192.0.2.1, unknown, 10.0.0.1', '127.0.0.1'],
    ['__proto__', '127.0.0.1'],
  ])('X-Forwarded-For %j is %s: what stands left of it the client wrote itself', (hops, client) => {
    expect(address('127.0.0.1', { 'x-forwarded-for': hops })).toBe(client)
  })

  test('only the header is read that the proxies write: the other one the client wrote itself', () => {
    const headers = new Headers({ 'x-forwarded-for': '192.0.2.1', 'fly-client-ip': '192.0.2.2' })
    expect(clientAddress('10.0.0.1', headers, proxies)).toBe('192.0.2.1')
    const fly = trustedProxies(['10.0.0.0/8'], 'fly-client-ip')
    expect(clientAddress('10.0.0.1', headers, fly)).toBe('192.0.2.2')
    headers.set('fly-client-ip', 'nonsense')
    expect(clientAddress('10.0.0.1', headers, fly)).toBe('10.0.0.1')
    headers.delete('fly-client-ip')
    expect(clientAddress('10.0.0.1', headers, fly)).toBe('10.0.0.1')
  })
})

test.each([
  ['127.0.0.1', 'https', true],
  ['::ffff:10.1.1.1', 'http, https', true],
  ['127.0.0.1', 'https, http', false],
  ['127.0.0.1', 'http', false],
  ['203.0.113.9', 'https', false],
  [null, 'https', false],
])('a client of %s with X-Forwarded-Proto %j came over https: %j', (socket, proto, https) => {
  expect(cameOverHttps(socket, new Headers({ 'x-forwarded-proto': proto }), proxies)).toBe(https)
})
