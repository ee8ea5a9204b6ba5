import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { systemClock } from '../../src/ops/system-clock.ts'
import { hostileFrames, hostileSetups } from '../fixtures/hostile-messages.ts'
import { hostileStrings } from '../fixtures/hostile-strings.ts'
import { RaceCar } from '../fixtures/race-car.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { openPhone, reads } from './phone.ts'

setDefaultTimeout(browserTestMs)

/** Short enough to be shown whole as a name: what only a real browser would carry out. */
const forBrowsers: Readonly<Record<string, string>> = {
  'a call home': '<img src=http://elsewhere.example/x onerror=alert(1)>',
  'a drawing that runs': '<svg onload=alert(1)><a href=javascript:alert(1)>x</a></svg>',
  'a style from elsewhere': '<link rel=stylesheet href=//elsewhere.example>',
  'another page at once': '<meta http-equiv=refresh content=0;url=//elsewhere.example>',
  'another base': '<base href=//elsewhere.example><form action=x><button autofocus>',
  'the end of everything': '</b></p></header></main></div></body></html><script>alert(1)',
  'a stream of its own': '<b hx-sse:connect=//elsewhere.example hx-trigger=load>x</b>',
  'a handler of htmx': '<b hx-on:htmx:load=alert(1) hx-get=/ hx-trigger=load>x</b>',
}

let browser: Browser
/** Fifty times as fast: nobody waits for the interval between two updates. */
let server: TestServer

beforeAll(async () => {
  browser = await launchChromium()
  server = testServer({ clock: systemClock(50) })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** What a browser could take for something else than letters; all the others are read at the server's end. */
const isCode = (text: string) => /[<>"'&{]|javascript:/.test(text)

/** Elements that no wall has, and attributes that only the wall's own stream has. */
const intruders = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('body *')].filter((element) =>
    // The page's own, in which no foreign text stands.
    element.closest('footer > p:has(> #ring), footer > #view') === null && (
    /^(img|iframe|script|link|style|base|meta|form|button|textarea|hx-partial)$/.test(element.localName)
      || element.id === 'forged'
      || element.getAttributeNames().some((name) =>
        /^(on|style|srcdoc|autofocus)/.test(name) || (name.startsWith('hx-') && element.id !== 'stream'))
      || /^javascript:|elsewhere/.test(element.getAttribute('href')))
  ).map((element) => element.outerHTML.slice(0, 200))`)

test('a hostile text stays a text: in the stream, in the setup, on the page', async () => {
  const { page, complaints, asked } = await openPhone(browser)
  let position = 0
  /** Each a car of its own: another one's frames never count for this one. */
  const says = async (frame: object, setups: readonly object[]) => {
    const car = await RaceCar.atThe(server.url)
    await page.goto(`${server.url}/dashboard/${car.id}?hz=10`)
    for (const setup of [null, ...setups]) {
      if (setup !== null) await car.sendsSetup(setup)
      await car.drives({ ...frame, position: ++position })
      await reads(page, '#position .value', `P${position}`)
      expect(await intruders(page)).toEqual([])
    }
    // The same at first sight.
    await page.reload()
    expect(await intruders(page)).toEqual([])
    await car.vanishes()
  }
  for (const text of Object.values({ ...forBrowsers, ...hostileStrings }).filter(isCode)) {
    const [frame = {}, ...rest] = hostileFrames(text)
    await says(frame, hostileSetups(text))
    // The last one is for what counts as a car, which no browser sees.
    for (const more of rest.slice(0, -1)) await says(more, [])
  }
  expect(asked.filter((address) => new URL(address).origin !== server.url)).toEqual([])
  expect(complaints).toEqual([])
})

test('a name is shown as it is written, however it looks', async () => {
  const { page } = await openPhone(browser)
  for (const name of Object.values(forBrowsers)) {
    const car = await RaceCar.atThe(server.url)
    await page.goto(`${server.url}/dashboard/${car.id}?hz=10`)
    await car.drives({ player_name: name, car_name: name, track_name: name })
    await reads(page, '#driver b', name)
    await reads(page, '#car', name)
  }
})
