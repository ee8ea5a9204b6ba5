import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { inventedTeamRace } from '../../src/cli/team/invented-team-race.ts'
import { TestClock } from '../fixtures/clock.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { TeamOnTheRoad } from '../fixtures/team-on-the-road.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { isLegible } from './legibility.ts'
import { openPhone, reads } from './phone.ts'

setDefaultTimeout(browserTestMs)

const clock = new TestClock()
let browser: Browser
let server: TestServer

beforeAll(async () => {
  browser = await launchChromium()
  server = testServer({ clock })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const keyIn = (config: string) =>
  new URL(JSON.parse(config).server_url).searchParams.get('key') ?? ''

/** The car, made on the phone; each driver's key, and the address of its wall. */
async function carForTwo(page: Page) {
  await page.goto(server.url)
  await page.fill('#car-name', 'Borealis Racing #52')
  await page.click('form[action="/cars"] button')
  await page.waitForSelector('.qr')
  const [viewUrl = '', , config = ''] = await page.locator('pre').allTextContents()
  const { pathname } = new URL(viewUrl)
  await page.goto(`${server.url}${pathname}/engineer`)
  await page.fill('#driver', 'Ben')
  await page.click('form[action$="/keys"] button')
  await reads(page, 'h1', 'The new key')
  const configs = await page.locator('pre').allTextContents()
  const forBen = configs.find((text) => text.includes('server_url')) ?? ''
  return { path: pathname, id: pathname.split('/').at(-1) ?? '', keys: [config, forBen].map(keyIn) }
}

test('a team with a phone: makes its car, swaps drivers, looks the refuel up and takes the laps home', async () => {
  const { page, complaints } = await openPhone(browser, { viewport: { width: 390, height: 844 } })
  const { path, id, keys } = await carForTwo(page)
  const race = inventedTeamRace({
    seed: 3,
    drivers: [
      { name: 'Ana Lima', dialect: 'units', clockOffsetMs: 0 },
      { name: 'Ben Okafor', dialect: 'units', clockOffsetMs: 0 },
    ],
    swaps: [{ departure: 'closes' }],
    incidents: [],
    raceMinutes: 14,
    epochMs: clock.nowMs(),
  })
  const zeroMs = clock.nowMs()
  const stepped = {
    url: server.url,
    itIs: async (nowMs: number) => clock.advance(nowMs - clock.nowMs()),
  }
  const keyOf = ({ name }: { name: string }) => keys[name === 'pc-1' ? 0 : 1] ?? null
  const team = new TeamOnTheRoad(race, stepped, { id, keyOf }, zeroMs)

  await page.goto(server.url + path)
  const [swap] = race.truth.handOvers
  await team.until(swap!.lastFrameAtMs)
  await reads(page, '#driver', 'Ana Lima')
  await isLegible(page)
  await team.until(swap!.firstFrameAtMs + 60_000)
  await reads(page, '#driver', 'Ben Okafor')

  const [stop] = race.truth.stops
  const refuel = `+${stop!.fuelAddedLiters.toFixed(1)} L`
  await reads(page, '#events', `Ana Lima → Ben Okafor`)
  await reads(page, '#events', refuel)
  await isLegible(page)

  await team.until(race.endMs)
  await page.getByRole('link', { name: /whole race/i }).click()
  await reads(page, 'main', `Ana Lima → Ben Okafor`)
  await reads(page, 'main', `+${stop!.fuelAddedLiters.toFixed(1)}`)
  await isLegible(page)

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'laps.csv' }).click(),
  ])
  const rows = readFileSync(await file.path(), 'utf8')
    .trim()
    .split(/\r?\n/)
  expect(rows).toHaveLength(1 + race.truth.laps.length)
  expect(rows.at(-1)).toContain('Ben Okafor')
  expect(complaints).toEqual([])
  team.close()
  await page.context().close()
})
