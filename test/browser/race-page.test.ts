import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import { Elysia } from 'elysia'
import type { Browser, Page } from 'playwright-core'
import type { Session } from '../../src/race/session.ts'
import { assetRoutes, loadedAssets } from '../../src/web/assets.ts'
import { frontDoor } from '../../src/web/front-door.ts'
import { racePages } from '../../src/web/race-pages.ts'
import { TestClock } from '../fixtures/clock.ts'
import { hostileStrings } from '../fixtures/hostile-strings.ts'
import { aSetup, pastPractice, racedId, racedSession } from '../fixtures/raced-session.ts'
import { telemetry } from '../fixtures/telemetry.ts'
import { becomes } from '../fixtures/within.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { isLegible } from './legibility.ts'
import { openPhone } from './phone.ts'

setDefaultTimeout(browserTestMs)

let browser: Browser
const sites: { stop(): unknown }[] = []

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  for (const site of sites) site.stop()
})

/** The page of this session, as the server gives it away. */
function siteOf(session: Session): string {
  const assets = loadedAssets()
  const setups = [aSetup(1, { aero: { wing: 6, splitter: 2 } }), aSetup(2, { aero: { wing: 7 } })]
  const app = new Elysia({ serve: { reusePort: false } })
    .use(frontDoor({ allowedHosts: new Set(), corsOrigins: [], baseUrl: null, assets }))
    .use(
      racePages({
        sessions: { get: () => session, isRetired: () => false },
        clock: new TestClock(),
        log: { error: () => {}, info: () => {}, debug: () => {} } as never,
        assets,
        frames: null,
        setupsOf: () => setups,
      }),
    )
    .use(assetRoutes(assets))
    .listen({ port: 0, hostname: '127.0.0.1' })
  sites.push({ stop: () => app.server?.stop(true) })
  return `http://127.0.0.1:${app.server?.port}/dashboard/${racedId}/race`
}

const raced = racedSession(120, {
  past: [pastPractice(30, 1)],
  telemetry: telemetry({ carName: 'Endurance Team #35:ELMS25' }),
  setup: aSetup(2, { aero: { wing: 7 } }),
})
const weekend = { ...raced, chapter: { ...raced.chapter!, number: 2 } }

/** How far the page can be moved sideways. */
const sideways = (page: Page) =>
  page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )

test('keeps the rules of accessibility with all its tables open, and fits every screen', async () => {
  const { page, complaints } = await openPhone(browser, { viewport: { width: 390, height: 844 } })
  await page.goto(siteOf(weekend))
  await page.evaluate(
    `document.querySelectorAll('details').forEach((each) => { each.open = true })`,
  )
  await isLegible(page)
  expect(complaints).toEqual([])
})

test('fits the narrowest phone whatever the drivers, the track and the settings are called', async () => {
  const { page, complaints, asked } = await openPhone(browser, {
    viewport: { width: 320, height: 700 },
  })
  for (const text of [hostileStrings.script!, 'W'.repeat(200), hostileStrings['bidi overrides']!]) {
    const stints = weekend.stints.map((stint) => ({ ...stint, driverName: text }))
    const laps = weekend.laps.map((lap) => ({ ...lap, driverName: text }))
    const stops = weekend.stops.map((stop) => ({ ...stop, from: text, to: 'Ben' }))
    const chapter = { ...weekend.chapter, trackName: text }
    const site = siteOf({ ...weekend, stints, laps, stops, chapter })
    await page.goto(site)
    expect(await sideways(page)).toBe(0)
    expect(asked.filter((url) => !url.startsWith(new URL(site).origin))).toEqual([])
    asked.length = 0
  }
  expect(complaints).toEqual([])
})

test("tells times of day by the phone's clock, and by UTC without JavaScript", async () => {
  const site = siteOf(weekend)
  const options = { locale: 'en-GB', timezoneId: 'Asia/Tokyo' }
  const { page } = await openPhone(browser, options)
  await page.goto(site)
  expect(await page.locator('#stints time').last().textContent()).toMatch(/^23:|^00:/)
  const { page: plain } = await openPhone(browser, { ...options, javaScriptEnabled: false })
  await plain.goto(site)
  expect(await plain.locator('#stints time').last().textContent()).toMatch(/^14:/)
  expect(await plain.locator('footer').textContent()).toContain('Times of day are in UTC.')
})

test('leads from a stint to its laps, and from the race to the practice before', async () => {
  const { page } = await openPhone(browser, { viewport: { width: 390, height: 844 } })
  await page.goto(siteOf(weekend))
  const lapsOfStint = page.locator('#stint-2 tbody tr')
  expect(await lapsOfStint.first().isVisible()).toBe(false)
  await page.click('#stints a[href="#stint-2"]')
  await page.click('#stint-2 summary')
  expect(await lapsOfStint.first().isVisible()).toBe(true)
  await page.click('nav a >> text=Practice')
  expect(await page.locator('[aria-current]').textContent()).toContain('Practice')
  expect(await page.locator('#lap-tables tbody tr').count()).toBe(30)
})

test('a wide table is moved by keyboard, and the page is not', async () => {
  const { page } = await openPhone(browser, { viewport: { width: 320, height: 700 } })
  await page.goto(siteOf(weekend))
  await page.focus('#stints .wide')
  await page.keyboard.press('ArrowRight')
  const moved = () => page.locator('#stints .wide').evaluate((table) => table.scrollLeft)
  await becomes('the table moved', async () => (await moved()) > 0)
  expect(await page.evaluate<number>('scrollX')).toBe(0)
})
