import { describe, expect, test } from 'bun:test'
import { trustedProxies } from '../../src/sessions/client-address.ts'
import { pageText } from '../fixtures/page-text.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

const lan = 'http://192.168.1.20:5000'
const addresses = () => [lan, 'http://localhost:5000']

const behindProxy = () =>
  testServer({
    addresses,
    origins: { trustedProxies: trustedProxies(['127.0.0.1']), baseUrl: null, fallbackUrl: lan },
  })

async function startPage(server: TestServer, headers: Record<string, string> = {}) {
  return pageText(await (await fetch(server.url, { headers })).text()).text('body')
}

async function serverUrl(server: TestServer, headers: Record<string, string> = {}) {
  return /"server_url": "([^"]*)"/.exec(await startPage(server, headers))?.[1]
}

describe('the config for a monitor names a server that it can reach:', () => {
  test.each(['localhost:5000', 'LOCALHOST', '127.0.0.1:5000', '127.1.2.3', '[::1]:5000'])(
    'the first address of the network for who looks at it as %s',
    async (host) => {
      await using server = testServer({ addresses })
      expect(await serverUrl(server, { host })).toBe(lan)
    },
  )

  test.each(['192.168.7.7:5000', 'pit-pc.local', '[2001:db8::1]:5000'])(
    'else the host that was asked: %s',
    async (host) => {
      await using server = testServer({ addresses })
      expect(await serverUrl(server, { host })).toBe(`http://${host}`)
      await using proxied = behindProxy()
      expect(await serverUrl(proxied, { host, 'x-forwarded-proto': 'https' })).toBe(
        `https://${host}`,
      )
    },
  )

  test('this computer, where it has no network', async () => {
    await using server = testServer({ addresses: () => ['http://localhost:5000'] })
    expect(await serverUrl(server, { host: 'localhost:5000' })).toBe('http://localhost:5000')
  })

  test('BASE_URL whatever was asked, and then no private address is told', async () => {
    const baseUrl = 'https://pit.example.org'
    const origins = { trustedProxies: trustedProxies([]), baseUrl, fallbackUrl: lan }
    await using server = testServer({ addresses, origins })
    expect(await serverUrl(server)).toBe(baseUrl)
    const text = await startPage(server)
    expect(text).toContain(`answers at${baseUrl}`)
    expect(text).not.toContain('192.168')
    expect(text).not.toContain('localhost')
  })
})

test('a computer that joins another network says so', async () => {
  let address = lan
  await using server = testServer({ addresses: () => [address] })
  expect(await startPage(server)).toContain(lan)
  address = 'http://10.0.0.7:5000'
  expect(await serverUrl(server)).toBe('http://10.0.0.7:5000')
})
