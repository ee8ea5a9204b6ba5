import { afterAll, beforeAll, describe, setDefaultTimeout, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { inventedRace } from '../../src/cli/invented-race.ts'
import { TestClock } from '../fixtures/clock.ts'
import { ExistingMonitor } from '../fixtures/existing-monitor.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { RaceCar } from '../fixtures/race-car.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { becomes } from '../fixtures/within.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { isLegible } from './legibility.ts'
import { later, openPhone, reads, sees, stopClocks } from './phone.ts'

setDefaultTimeout(browserTestMs)

let browser: Browser
let server: TestServer
/** Here a race takes no time. */
let timeless: TestServer
const clock = new TestClock()

beforeAll(async () => {
  browser = await launchChromium()
  server = testServer({ demoUrl: () => '/dashboard/demo' })
  timeless = testServer({ clock })
})

afterAll(async () => {
  await browser?.close()
  await Promise.all([server?.close(), timeless?.close()])
})

const wallOf = (on: TestServer, id: string) => `${on.url}/dashboard/${id}`

/** Behind the first stop. */
const SHOWN_AT_MS = 62 * 60_000
const FRAME_MS = 2_000

/** Laps, a stop, a setup: nothing on the wall is empty. */
async function racing() {
  const car = await RaceCar.atThe(timeless.url)
  await car.sendsSetup(garageSetup())
  const race = inventedRace({ seed: 7, raceMinutes: 120 })
  for (let raceMs = 0; raceMs < SHOWN_AT_MS; raceMs += FRAME_MS) {
    clock.advance(FRAME_MS)
    await car.drives(race.frameAt(raceMs, { timestamp: '', seq: 0, bootId: '' }))
  }
  return car
}

const situations: [name: string, open: (page: Page) => Promise<unknown>][] = [
  ['the start page', (page) => page.goto(server.url)],
  ['a page that is not there', (page) => page.goto(`${server.url}/dashboard/nobody`)],
  ['a link that is none', (page) => page.goto(`${server.url}/open?session=nobody`)],
  [
    'a wall that waits',
    async (page) => {
      const car = await RaceCar.atThe(server.url)
      await page.goto(wallOf(server, car.id))
      await sees(page, 'waiting')
    },
  ],
  [
    'a wall that is live, its setup open',
    async (page) => {
      const car = await racing()
      await page.goto(wallOf(timeless, car.id))
      await reads(page, '#setup', 'Brake')
      await page.click('#setup summary')
    },
  ],
  [
    'a stale wall',
    async (page) => {
      const car = await RaceCar.atThe(server.url)
      await car.drives()
      await stopClocks(page)
      await page.goto(wallOf(server, car.id))
      await later(page, 11_900)
      await sees(page, 'stale')
    },
  ],
  [
    'a wall without connection',
    async (page) => {
      const car = await RaceCar.atThe(server.url)
      await car.drives()
      await stopClocks(page)
      await page.route(/\/stream/, (route) => route.abort())
      await page.goto(wallOf(server, car.id))
      await later(page, 40 * 60_000)
      await sees(page, 'no-connection')
    },
  ],
  [
    'a wall whose monitor is gone',
    async (page) => {
      const car = await racing()
      await car.vanishes()
      clock.advance(40 * 60_000)
      await page.goto(wallOf(timeless, car.id))
      await sees(page, 'offline')
      await reads(page, '#freshness .age', '40:0')
    },
  ],
  [
    'an open session, from the existing monitor',
    async (page) => {
      const id = crypto.randomUUID()
      const monitor = new ExistingMonitor(server.url, id)
      await monitor.becomes('connected', () => monitor.connected)
      monitor.publish(existingMonitorFrame())
      await becomes('a session', async () => (await page.goto(wallOf(server, id)))?.ok() === true)
      await reads(page, '#openness', 'anyone with this link can publish')
      monitor.close()
    },
  ],
  [
    'a German wall, in a light theme and other units',
    async (page) => {
      const car = await racing()
      await page.goto(`${wallOf(timeless, car.id)}?look=de-light-F-psi-gal`)
      await reads(page, '#laps-left', 'Runden übrig')
    },
  ],
  [
    'the four numbers in German, in dim red',
    async (page) => {
      const car = await racing()
      await page.goto(`${wallOf(timeless, car.id)}/glance?look=de-red`)
      await reads(page, '#position', 'P')
    },
  ],
  [
    'a wall of laps that take more than ten minutes',
    async (page) => {
      const car = await RaceCar.atThe(timeless.url)
      const LAP_MS = 634_000
      for (let atMs = 0; atMs < 3.2 * LAP_MS; atMs += FRAME_MS) {
        clock.advance(FRAME_MS)
        const laps_completed = Math.floor(atMs / LAP_MS)
        await car.drives({
          laps_completed,
          last_lap_time: 634 + laps_completed / 8,
          fuel: 90 - atMs / 1e5,
        })
      }
      await page.goto(wallOf(timeless, car.id))
      await reads(page, '#laps', '10:3')
    },
  ],
  [
    'a wall whose monitor is old, before its units are known',
    async (page) => {
      const id = crypto.randomUUID()
      const monitor = new ExistingMonitor(server.url, id)
      await monitor.becomes('connected', () => monitor.connected)
      monitor.publish(existingMonitorFrame())
      await becomes('a session', async () => (await page.goto(wallOf(server, id)))?.ok() === true)
      await reads(page, '#tires', 'units not yet known')
      monitor.close()
    },
  ],
  [
    'a wall of long numbers',
    async (page) => {
      const car = await RaceCar.atThe(server.url)
      const everywhere = (value: number) => ({ fl: value, fr: value, rl: value, rr: value })
      await car.drives({
        position: 104,
        class_position: 104,
        gap_ahead: 1234.5,
        last_lap_time: 634.508,
        best_lap_time: 634.508,
        session_time_remaining: 86_399,
        fuel: 199.9,
        fuel_capacity: 200,
        tire_temps: everywhere(121),
        brake_temps: everywhere(1012),
        car_name: 'Scuderia Supercalifragilistica Internazionale di Castelnuovo #127',
        player_name: 'Maximiliane-Charlotte von Hohenstein-Wittgenstein',
      })
      await page.goto(wallOf(server, car.id))
      await reads(page, '#position', 'P104')
    },
  ],
]

describe.each(situations)('%s', (_, open) => {
  test('keeps the rules of accessibility and fits every screen', async () => {
    const { page } = await openPhone(browser, { viewport: { width: 390, height: 844 } })
    await open(page)
    await isLegible(page)
    await page.context().close()
  })
})
