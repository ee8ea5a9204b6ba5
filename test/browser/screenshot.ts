import { join, resolve } from 'node:path'
import { inventedRace } from '../../src/cli/invented-race.ts'
import { inventedSetup } from '../../src/cli/invented-setup.ts'
import { TestClock } from '../fixtures/clock.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { launchChromium, openPage } from './chromium.ts'

// Makes the pictures of the README: the real server, a race that was really published, a real browser.

const folder = resolve(import.meta.dir, '../../.github')
/** Behind the first stop, with averages and a table of laps. */
const SHOWN_AT_MS = 62 * 60_000
const FRAME_MS = 500

const clock = new TestClock()
await using server = testServer({ clock, logLevel: 'warn' })
const { monitor, id } = await TypedMonitor.begun(server.url)
const race = inventedRace({ seed: 11, raceMinutes: 360 })
monitor.send('setup_data', { setup: inventedSetup() })
for (let atMs = 0, seq = 1; atMs <= SHOWN_AT_MS; atMs += FRAME_MS, seq++) {
  clock.advance(FRAME_MS)
  const timestamp = new Date(clock.nowMs()).toISOString()
  monitor.send('telemetry_update', {
    telemetry: race.frameAt(atMs, { timestamp, seq, bootId: 'picture' }),
  })
  // The clock moves only here: each frame must have arrived before its next tick.
  await monitor.settled()
}

const browser = await launchChromium()
const sizes = [
  { name: 'dashboard-phone', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  { name: 'dashboard-wall', viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
]
for (const { name, ...size } of sizes) {
  const page = await openPage(browser, { ...size, locale: 'en-GB', timezoneId: 'Europe/Paris' })
  await page.goto(`${server.url}/dashboard/${id}`)
  await page.waitForSelector('#wall[data-freshness="live"]')
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
await browser.close()
monitor.close()
