import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { RaceCar } from '../fixtures/race-car.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { openPhone, reads, sees, shown } from './phone.ts'

setDefaultTimeout(browserTestMs)

let browser: Browser
let server: TestServer
let car: RaceCar
let wall: string

beforeAll(async () => {
  browser = await launchChromium()
  server = testServer()
  car = await RaceCar.atThe(server.url)
  wall = `${server.url}/dashboard/${car.id}`
  await car.sendsSetup(garageSetup())
  await car.drives({ fuel: 57.3, position: 4, last_lap_time: 112.508, player_name: 'Ana Lima' })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('a phone without JavaScript reads everything that is known, and asks again by itself', async () => {
  const { page, complaints } = await openPhone(browser, { javaScriptEnabled: false })
  await page.goto(wall)
  const panels = await page.locator('main > section').all()
  const texts = await Promise.all(panels.map((panel) => shown(panel)))
  expect(texts).not.toContain('')
  expect(texts.length).toBeGreaterThanOrEqual(11)
  expect(await shown(page.locator('#freshness'))).toBe('LIVE')
  expect(await shown(page.locator('#driver'))).toContain('Ana Lima')
  expect(await shown(page.locator('#energy'))).toContain('57.3')
  expect(await shown(page.locator('#position .value'))).toBe('P4')
  expect(await shown(page.locator('#last-lap .value'))).toBe('1:52.508')
  expect(await shown(page.locator('#tires .temp').first())).toMatch(/^88\s+°C$/)
  expect(await page.textContent('#setup')).toContain('Max pedal force96 kgf')
  expect(await shown(page.locator('footer'))).toContain('reloads every 5 seconds')
  expect(await page.getAttribute('noscript meta[http-equiv="refresh"]', 'content')).toBe('5')
  expect(complaints).toEqual([])
})

/** What a first visit may cost, in bytes as they come over the network, headers included. */
const MOST_BYTES = 30 * 1024
/** Besides icons. */
const MOST_REQUESTS = 6

/** Until the wall is live by its stream: the bytes of each answer as the network counted them, and their encodings. */
async function firstVisit(accepted: string) {
  const phone = await openPhone(browser, {
    viewport: { width: 390, height: 844 },
    extraHTTPHeaders: { 'accept-encoding': accepted },
  })
  const network = await phone.page.context().newCDPSession(phone.page)
  await network.send('Network.enable')
  const bytes = new Map<string, number>()
  const encodings = new Set<string | null>()
  network.on('Network.responseReceived', ({ requestId, response: { url, mimeType, headers } }) => {
    // The stream is live, not a file: its first state says once more what the page says.
    const isStream = mimeType === 'text/event-stream'
    if (isStream || !url.startsWith('http')) return
    bytes.set(requestId, 0)
    encodings.add(new Headers(headers).get('content-encoding'))
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (bytes.has(requestId)) bytes.set(requestId, encodedDataLength)
  })
  await phone.page.goto(wall)
  await driveUntilRead(phone.page)
  const counted = [...bytes.values()]
  return { ...phone, counted, encodings: [...encodings] }
}

/** The car drives on until the page says so: then its stream is open. */
async function driveUntilRead(page: Page): Promise<void> {
  await car.drives({ fuel: 55.5 })
  await reads(page, '#energy', '55.5')
  await car.drives({ fuel: 57.3 })
  await reads(page, '#energy', '57.3')
}

test.each([
  ['over https: brotli', 'gzip, deflate, br', 'br'],
  ['over http, as in the LAN: gzip', 'gzip, deflate', 'gzip'],
] as const)('a first visit is small and quiet, %s', async (_, accepted, encoding) => {
  const { page, counted, encodings, asked, complaints } = await firstVisit(accepted)
  expect(encodings).toEqual([encoding])
  expect(counted).not.toContain(0)
  expect(counted.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(MOST_BYTES)
  expect(asked.length).toBeLessThanOrEqual(MOST_REQUESTS)
  expect(asked.filter((address) => new URL(address).origin !== server.url)).toEqual([])
  await sees(page, 'live')
  expect(complaints).toEqual([])
})
