import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser } from 'playwright-core'
import { carMadeIn, Browser as Visitor } from '../fixtures/browser.ts'
import { TestClock } from '../fixtures/clock.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
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

/** Counts what a phone would do: nobody hears a test. */
const listens = `
  window.did = { tones: 0, shakes: 0, locks: 0 }
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (at) { did.tones++; return start.call(this, at) }
  navigator.vibrate = () => { did.shakes++; return true }
  WakeLock.prototype.request = async () => { did.locks++; return { release() {} } }`

test('a phone that was tapped once rings for each new alert, and the engineer’s limits are legible', async () => {
  const engineer = new Visitor(server)
  const { id, key, desk, engineerUrl } = await carMadeIn(engineer)
  const monitor = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
  monitor.send('request_session_id', { publish_key: key })
  await monitor.hears('session_id_assigned')
  let seq = 0
  const drives = async (seconds: number, frame: object) => {
    for (let i = 0; i < seconds; i++) {
      clock.advance(1_000)
      const telemetry = typedFrame({ seq: ++seq, in_pits: false, ...frame })
      monitor.send('telemetry_update', { session_id: id, telemetry })
      await monitor.settled()
    }
  }
  await drives(6, { engine_water_temp: 121 })
  const { page, complaints } = await openPhone(browser, { viewport: { width: 390, height: 844 } })
  await page.addInitScript(listens)
  const { pathname } = new URL(engineerUrl)
  await page.goto(server.url + pathname)
  const did = () => page.evaluate<Record<string, number>>('did')

  await reads(page, '#alerts', 'Water 121 °C, above 110 °C')
  // Nobody has tapped: it is seen and said, and makes no sound.
  await reads(page, '#spoken', 'Water 121 °C')
  expect(await did()).toEqual({ tones: 0, shakes: 0, locks: 0 })

  // With the keyboard alone.
  await page.focus('#ring')
  await page.keyboard.press('Enter')
  await reads(page, '#ring', 'on')
  expect(await page.getAttribute('#ring', 'aria-pressed')).toBe('true')
  expect(await did()).toEqual({ tones: 1, shakes: 1, locks: 1 })
  const hot = { engine_water_temp: 122, tire_temps: { fl: 130, fr: 90, rl: 90, rr: 90 } }
  await drives(9, hot)
  await reads(page, '#alerts', 'Tyre front left 130 °C')
  await page.waitForFunction('did.tones === 4 && did.shakes === 2')
  await isLegible(page)
  await page.keyboard.press('Enter')
  expect(await page.getAttribute('#ring', 'aria-pressed')).toBe('false')

  await page.goto(`${server.url}${desk}/alerts`)
  await page.focus('#waterTemp')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('130')
  await page.keyboard.press('Enter')
  await page.getByText('The limits are saved').waitFor()
  await page.fill('#url', 'https://ntfy.sh/team')
  await page.keyboard.press('Enter')
  await page.getByText('ntfy.sh/…', { exact: true }).waitFor()
  await isLegible(page)
  expect(complaints).toEqual([])
  monitor.close()
})
