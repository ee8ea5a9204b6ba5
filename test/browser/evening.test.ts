import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { TestClock } from '../fixtures/clock.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { isLegible } from './legibility.ts'
import { openPhone } from './phone.ts'

setDefaultTimeout(browserTestMs)

let browser: Browser
let server: TestServer
const clock = new TestClock()

beforeAll(async () => {
  browser = await launchChromium()
  server = testServer({ clock })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** How somebody does what a page offers. */
interface Hand {
  /** A link, a button or a tile. */
  use(page: Page, name: string | RegExp, role?: 'link' | 'button' | 'radio'): Promise<void>
  write(page: Page, label: string | RegExp, text: string): Promise<void>
}

const thumb: Hand = {
  use: (page, name, role = 'button') => page.getByRole(role, { name }).first().tap(),
  async write(page, label, text) {
    await page.getByLabel(label).first().tap()
    await page.getByLabel(label).first().fill(text)
  },
}

/** Nothing but Tab, arrows, space and Enter, as somebody without a mouse has. */
const keys: Hand = {
  async use(page, name, role = 'button') {
    await tabTo(page, role, name)
    await page.keyboard.press(role === 'radio' ? 'Space' : 'Enter')
  },
  async write(page, label, text) {
    await tabTo(page, 'textbox', label)
    await page.keyboard.press('ControlOrMeta+a')
    if (text === '') await page.keyboard.press('Delete')
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) await page.keyboard.press('Enter')
      await page.keyboard.type(line)
    }
  },
}

/** More than any page of ours has to reach. */
const STOPS_MOST = 150

/** With the keyboard alone: from wherever the focus is, on and on, until it is there. */
async function tabTo(
  page: Page,
  role: 'link' | 'button' | 'radio' | 'textbox',
  name: string | RegExp,
) {
  const wanted = page.getByRole(role, { name }).first()
  await wanted.waitFor()
  for (let stop = 0; stop < STOPS_MOST; stop++) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return
    // Of radios Tab reaches one; the arrows go to the others.
    const group = role === 'radio' ? await wanted.getAttribute('name') : null
    const isInGroup =
      group !== null && (await page.evaluate(`document.activeElement.name === '${group}'`))
    await page.keyboard.press(isInGroup ? 'ArrowDown' : 'Tab')
  }
  throw new Error(`the keyboard does not reach ${role} ${name}`)
}

/** Whatever page is open by then: what was just sent leads to the next. */
const says = (page: Page, selector: string, text: string) =>
  page.locator(selector).filter({ hasText: text }).first().waitFor()

const LAP_MS = 100_000

/** A car whose every lap takes 100 s and 2.5 % of its energy. */
function carOf(monitor: TypedMonitor) {
  let seq = 1
  let raceMs = 0
  const state = { energy: 40, fuel: 40, driver: 'Ana Lima', isInPits: false, speed: 200 }
  const frame = () => {
    const lapsDone = Math.floor(raceMs / LAP_MS)
    const lapMs = raceMs % LAP_MS
    return {
      ...{
        schema: '1.0',
        seq: seq++,
        boot_id: 'evening',
        sim: 'lmu',
        state: 'driving',
        in_control: true,
      },
      units: { pressure: 'kPa', temperature: 'C', wear: 'remaining_fraction', speed: 'km/h' },
      ...{
        player_name: state.driver,
        car_name: 'Borealis #52',
        track_name: 'Imola',
        session_type: 'Race',
      },
      ...{ lap: lapsDone + 1, laps_completed: lapsDone, lap_time: lapMs / 1000 },
      ...{ last_lap_time: lapsDone === 0 ? null : LAP_MS / 1000, position: 3, num_cars: 20 },
      ...{ lap_distance: (5000 * lapMs) / LAP_MS, track_length: 5000 },
      ...{ fuel: state.fuel - (raceMs / LAP_MS) * 2, fuel_capacity: 100 },
      virtual_energy: (state.energy - (raceMs / LAP_MS) * 2.5) / 100,
      ...{ speed: state.speed, rpm: 7000 + (seq % 9), in_pits: state.isInPits },
      ...{
        tire_temps: { fl: 88, fr: 88, rl: 86, rr: 86 },
        tire_wear: { fl: 0.9, fr: 0.9, rl: 0.9, rr: 0.9 },
      },
    }
  }
  const tick = async (ms: number) => {
    clock.advance(ms)
    raceMs += ms
    monitor.send('telemetry_update', { telemetry: frame() })
    await monitor.settled()
  }
  return {
    async drives(ms: number) {
      for (let done = 0; done < ms; done += 2_000) await tick(2_000)
    },
    /** In, filled, tyres stay, another driver gets in: a minute. */
    async stops(driver: string) {
      const isThere = { energy: state.energy, fuel: state.fuel }
      Object.assign(state, { isInPits: true, speed: 0 })
      for (let done = 0; done < 40_000; done += 1_000) {
        clock.advance(1_000)
        raceMs += 1_000
        const part = done / 40_000
        Object.assign(state, { energy: isThere.energy + 60 * part, fuel: isThere.fuel + 50 * part })
        monitor.send('telemetry_update', { telemetry: frame() })
        await monitor.settled()
      }
      Object.assign(state, { isInPits: false, speed: 200, driver })
      await tick(1_000)
    },
  }
}

const viewport = { width: 390, height: 844 }

test.each([
  ['with the thumb', thumb],
  ['with the keyboard alone', keys],
])(
  'an engineer’s evening, %s: plans, calls, is understood, swaps, corrects and takes back',
  async (_, hand) => {
    const { page, complaints } = await openPhone(browser, {
      viewport,
      hasTouch: true,
      locale: 'en-GB',
    })
    // A page is as legible after a tap as after a key: once is enough.
    const looks = hand === thumb ? isLegible : async () => {}
    // The car is made, and the pit wall told of the race before anybody drives.
    await page.goto(server.url)
    await hand.write(page, 'Name of the car', 'Borealis #52')
    await hand.use(page, 'Create')
    await page.waitForSelector('.qr')
    const config =
      (await page.locator('pre').allTextContents()).find((text) => text.includes('server_url')) ??
      ''
    const key = new URL(JSON.parse(config).server_url).searchParams.get('key') ?? ''
    // It opens beside the page with the keys, which is shown but once.
    const opens = page.getByRole('link', { name: /To the engineer/ })
    await page.goto(server.url + (await opens.getAttribute('href')))
    await hand.use(page, /^Pit wall/, 'link')
    await hand.write(page, 'Time left (h:mm)', '2:00')
    await hand.use(page, 'Save')
    await says(page, '.done', 'Saved')
    await hand.write(page, /^Drivers$/, 'Ana Lima\nBen Ito\nCho Park')
    const save = page.locator('form[action$="/roster"] button')
    await save.focus()
    await page.keyboard.press('Enter')
    await says(page, '#history', 'Ana Lima, Ben Ito, Cho Park')
    for (const look of ['dark', 'light', 'red']) {
      await page.goto(`${page.url().split('?')[0]}?look=${look}`)
      await looks(page)
    }
    const desk = page.url().split('/strategy')[0] ?? ''
    const wall = desk.replace('/engineer', '')

    // The race: with the stop near, the sums propose it.
    const monitor = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
    monitor.send('request_session_id', {})
    await monitor.hears('session_id_assigned')
    const car = carOf(monitor)
    const driver = await openPhone(browser, { viewport, hasTouch: true, locale: 'en-GB' })
    await driver.page.goto(`${wall}/board`)
    await car.drives(12.2 * LAP_MS)
    await page.goto(wall)
    await says(page, '#call', 'BOX in 2')
    await says(page, '#call', 'proposed')
    await says(driver.page, '#board', 'BOX in 2')
    await says(page, '#drivers', 'Ben Ito')

    // The engineer calls, the driver's phone acknowledges.
    await hand.use(page, 'Compose a call', 'link')
    await hand.use(page, 'BOX this lap', 'radio')
    await hand.use(page, /plan/, 'radio')
    await hand.use(page, 'none', 'radio')
    await hand.use(page, 'Ben Ito', 'radio')
    await hand.use(page, 'Set the call')
    await says(page, '.done', 'The call stands')
    // The server's time stands still but for the car: the next update of every phone is due.
    clock.advance(1_000)
    await says(driver.page, '#board', 'BOX this lap')
    await says(driver.page, '#board', 'next Ben Ito')
    for (const look of ['light', 'red', 'dark']) {
      await driver.page.goto(`${wall}/board?look=${look}`)
      await looks(driver.page)
    }
    await hand.use(driver.page, 'Understood')
    await says(driver.page, '#board', 'understood')
    await page.goto(wall)
    await says(page, '#call', '✓ understood')
    for (const look of ['light', 'red', 'dark']) {
      await page.goto(`${wall}?look=${look}`)
      await looks(page)
    }

    // The swap: the call is done with the stop.
    await car.drives(0.6 * LAP_MS)
    await car.stops('Ben Ito')
    await car.drives(2.5 * LAP_MS)
    await says(page, '#call', 'No call')
    await says(page, '#events', 'Ana Lima → Ben Ito')
    await says(page, '#drivers', 'Ben Ito')

    // A lap that shall not count, and then shall.
    await hand.use(page, /^Pit wall/, 'link')
    await hand.use(page, /^Leave lap 15 out/)
    await says(page, '#history', 'lap 15 left out')
    await hand.use(page, /^Take it back/)
    await says(page, '#history', 'lap 15 counted again')
    expect(await page.locator('#corrections').textContent()).toContain('Leave lap 15 out')
    expect(complaints).toEqual([])
    expect(driver.complaints).toEqual([])
    monitor.close()
    for (const phone of [page, driver.page]) await phone.context().close()
  },
)
