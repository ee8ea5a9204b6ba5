import { afterAll, beforeAll, expect, setDefaultTimeout, spyOn, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { inventedRace } from '../../src/cli/invented-race.ts'
import { systemClock } from '../../src/ops/system-clock.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { RaceCar } from '../fixtures/race-car.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { openPhone, reads, sees, showOrHide } from './phone.ts'

setDefaultTimeout(browserTestMs)

let browser: Browser
let server: TestServer
/** Its clock runs fifty times as fast: intervals and limits pass in no time. */
let fast: TestServer

beforeAll(async () => {
  browser = await launchChromium()
  server = testServer()
  fast = testServer({ clock: systemClock(50) })
})

afterAll(async () => {
  await browser?.close()
  await Promise.all([server?.close(), fast?.close()])
})

async function carAndWall(
  options?: Parameters<typeof openPhone>[1],
  query = '',
  on = server,
  frame: object = {},
) {
  const car = await RaceCar.atThe(on.url)
  await car.sendsSetup(garageSetup())
  await car.drives({ ...frame, fuel: 90 })
  const phone = await openPhone(browser, options)
  await phone.page.goto(`${on.url}/dashboard/${car.id}${query}`)
  await car.drives({ ...frame, fuel: 89.9 })
  await reads(phone.page, '#energy', '89.9')
  return { car, ...phone }
}

test('what the car does is on the wall within a second', async () => {
  const { car, page } = await carAndWall()
  // Each frame comes right after an update: the longest wait that 2 Hz can make of it.
  const slowest = async (liters: number) => {
    let slowestMs = 0
    for (let fuel = liters; fuel > liters - 4; fuel--) {
      await page.evaluate(`void (window.readAt = new Promise((resolve) => {
        const energy = document.getElementById('energy')
        const look = () => energy.textContent.includes('${fuel}.4') && resolve(Date.now())
        new MutationObserver(look).observe(energy, { subtree: true, childList: true, characterData: true })
      }))`)
      const sentAt = Date.now()
      await car.drives({ fuel: fuel + 0.4 })
      const readAt = await page.evaluate<number>('window.readAt')
      slowestMs = Math.max(slowestMs, readAt - sentAt)
    }
    return slowestMs
  }
  const tries: number[] = []
  // A machine with other work gets three chances.
  for (let liters = 80; liters > 50 && !tries.some((ms) => ms <= 1000); liters -= 10) {
    tries.push(await slowest(liters))
  }
  expect(Math.min(...tries)).toBeLessThanOrEqual(1000)
})

test('who reads the car setup goes on reading while the numbers change', async () => {
  const { car, page } = await carAndWall({ viewport: { width: 390, height: 700 } })
  await page.click('#setup summary')
  await page.focus('#setup summary')
  const placed = `({
    lineAt: Math.round((window.line ??= document.elementFromPoint(195, 350)).getBoundingClientRect().top),
    focused: document.activeElement.closest('summary')?.textContent ?? null,
    open: document.querySelector('#setup details').open,
    isSameElement: document.querySelector('#setup details') === (window.details ??= document.querySelector('#setup details')),
  })`
  await page.evaluate('window.scrollBy(0, 333)')
  const before = await page.evaluate<{ focused: string; open: boolean }>(placed)
  expect(before).toMatchObject({ open: true, focused: expect.stringContaining('Car setup') })
  expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(300)
  await car.drives({ fuel: 71.5, lap: 9, laps_completed: 8, player_name: 'Ivo Brandt' })
  await reads(page, '#energy', '71.5')
  const softer = JSON.stringify(garageSetup()).replaceAll('96 kgf (80%)', '90 kgf (75%)')
  await car.sendsSetup(JSON.parse(softer))
  await reads(page, '#setup', '90 kgf (75%)')
  expect(await page.evaluate<typeof before>(placed)).toEqual(before)
})

const viewports = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]

/** One car, and a phone, a tablet, a laptop and a TV that look at it. */
async function carAndScreens(on: TestServer) {
  const car = await RaceCar.atThe(on.url)
  const phones = await Promise.all(viewports.map((viewport) => openPhone(browser, { viewport })))
  const pages = phones.map(({ page }) => page)
  await Promise.all(pages.map((page) => page.goto(`${on.url}/dashboard/${car.id}?hz=10`)))
  const drives = async (raceMs: number, mark: number) => {
    await car.drives({ ...frameAt(raceMs), track_temp: mark })
    await Promise.all(pages.map((page) => reads(page, '#conditions', `Track${mark} °C`)))
  }
  return { pages, drives }
}

const race = inventedRace({ seed: 7 })
const frameAt = (raceMs: number) => race.frameAt(raceMs, { timestamp: '', seq: 0, bootId: '' })

test('nothing on a screen moves while the car drives', async () => {
  const { pages, drives } = await carAndScreens(server)
  const midLapMs = 20 * 60_000
  await drives(midLapMs, 10)
  const watchMoves = `window.moves = []
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries())
        moves.push({ value, places: sources.map(({ node }) => node?.parentElement?.outerHTML) })
    }).observe({ type: 'layout-shift' })`
  const drawn =
    'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))'
  await Promise.all(pages.map((page) => page.evaluate(watchMoves)))
  for (let frame = 1; frame <= 24; frame++) {
    await drives(midLapMs + frame * 500, 10 + frame)
    await Promise.all(pages.map((page) => page.evaluate(drawn)))
  }
  for (const page of pages) expect(await page.evaluate('moves')).toEqual([])
})

test('every panel keeps its place through laps, stops and drivers', async () => {
  const { pages, drives } = await carAndScreens(fast)
  const places = (page: Page) =>
    page.evaluate(`Object.fromEntries([...document.querySelectorAll('main > section, header')]
      .map((panel) => [panel.id, panel.getBoundingClientRect().toJSON()]))`)
  await drives(0, 0)
  const atFirst = await Promise.all(pages.map(places))
  for (let step = 1; step <= 24; step++) {
    await drives(step * 150_000, step)
    expect(await Promise.all(pages.map(places))).toEqual(atFirst)
  }
})

test('a wall that has run for a long time is as light as a new one', async () => {
  const { car, page } = await carAndWall({}, '?hz=10', fast, frameAt(0))
  const gauge = await page.context().newCDPSession(page)
  await gauge.send('Performance.enable')
  await page.evaluate(`window.updates = 0
    document.addEventListener('htmx:sse:after:message', () => updates++)`)
  let raceMs = 0
  const updated = async (times: number) => {
    const until = (await page.evaluate<number>('updates')) + times
    while ((await page.evaluate<number>('updates')) < until) {
      raceMs += 20_000
      await car.drives(frameAt(raceMs))
    }
  }
  const weight = async () => {
    await gauge.send('HeapProfiler.collectGarbage')
    const { metrics } = await gauge.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
    return {
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      heapKb: of('JSHeapUsedSize') / 1024,
    }
  }
  // Until the tables of laps, events, drivers and refills are full.
  await updated(250)
  const before = await weight()
  await updated(300)
  const after = await weight()
  expect(after.listeners).toBe(before.listeners)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 100)
  expect(after.heapKb).toBeLessThanOrEqual(before.heapKb + 200)
})

test('a phone in a pocket costs nothing, and is up to date when it is taken out', async () => {
  await using quiet = testServer()
  // The longest that phones are told to wait before they connect again.
  using _ = spyOn(Math, 'random').mockReturnValue(0.99)
  const { car, page } = await carAndWall({}, '', quiet)
  await page.evaluate('Math.random = () => 0.99')
  const viewers = async (count: number) => {
    const says = async () => (await fetch(`${quiet.url}/healthz`)).text()
    while (!(await says()).includes(`"viewers":${count},`));
  }
  await viewers(1)
  await showOrHide(page, 'hidden')
  await viewers(0)
  await car.drives({ fuel: 33.3 })
  expect(await showOrHide(page, 'visible')).toBe('no-connection')
  await reads(page, '#energy', '33.3', 2000)
  await sees(page, 'live')
  await viewers(1)
})
