import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { RaceCar } from '../fixtures/race-car.ts'
import { testServer } from '../fixtures/server.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { later, openPhone, reads, sees, shown, stopClocks } from './phone.ts'

setDefaultTimeout(browserTestMs)

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
})

/** A car that drives, and a phone that is live. */
async function live() {
  const server = testServer()
  const car = await RaceCar.atThe(server.url)
  await car.drives({ fuel: 60 })
  const { page } = await openPhone(browser)
  await stopClocks(page)
  await page.goto(`${server.url}/dashboard/${car.id}`)
  await car.drives({ fuel: 59.5 })
  await reads(page, '#energy', '59.5')
  await sees(page, 'live')
  return {
    server,
    car,
    page,
    async [Symbol.asyncDispose]() {
      await page.context().close()
      await server.close()
    },
  }
}

type Live = Awaited<ReturnType<typeof live>>

/** Everything that tells a viewer how old the numbers are, as it is seen. */
async function told(page: Page) {
  const look = await page.evaluate<{ dimmed: boolean; ageIsBright: boolean }>(`{
    const { filter, opacity } = getComputedStyle(document.querySelector('#energy'))
    const text = getComputedStyle(document.body).color
    const age = getComputedStyle(document.querySelector('#freshness .age'))
    ;({ dimmed: filter === 'grayscale(1)' && Number(opacity) < 1, ageIsBright: age.color === text })
  }`)
  const mark = (await shown(page.locator('#freshness'))).replace(/\s+/g, ' ')
  const cause = page.locator('#cause')
  const why = (await cause.isVisible()) ? (await shown(cause)).replace(/\s+/g, ' ') : null
  return { mark, why, ...look }
}

const states: [
  state: string,
  happens: (live: Live) => Promise<unknown>,
  mark: RegExp,
  why: RegExp | null,
  dimmed: boolean,
][] = [
  ['live', async () => {}, /^LIVE$/, null, false],
  ['delayed', ({ page }) => later(page, 3_000), /^DELAYED 3 s$/, null, false],
  [
    'stale',
    ({ page }) => later(page, 7_000),
    /^STALE 7 s$/,
    /^Old numbers: nothing new has arrived\.$/,
    true,
  ],
  [
    // The network is dead, and stays it.
    'no-connection',
    async ({ page }) => {
      await page.context().setOffline(true)
      await later(page, 65_000)
    },
    /^NO CONNECTION 1:05 min$/,
    /^This device hears nothing\. Retrying\.$/,
    true,
  ],
  [
    'offline',
    ({ car }) => car.vanishes(),
    /^MONITOR OFFLINE 0 s$/,
    /^Driver’s PC not heard since \d+:\d\d( [AP]M)?$/,
    true,
  ],
  ['paused', ({ car }) => car.drives({ state: 'paused' }), /^PAUSED$/, null, false],
  ['garage', ({ car }) => car.drives({ state: 'garage' }), /^GARAGE$/, null, false],
  [
    'restarting',
    ({ server }) => server.close(),
    /^RESTARTING 0 s$/,
    /^The server restarts\. Last values shown\.$/,
    true,
  ],
]

describe('told in words, and looking like it', () => {
  test.each(states)('%s', async (state, happens, mark, why, dimmed) => {
    await using running = await live()
    const { page } = running
    await happens(running)
    await sees(page, state)
    const seen = await told(page)
    expect(seen.mark).toMatch(mark)
    if (why === null) expect(seen.why).toBeNull()
    else expect(seen.why).toMatch(why)
    expect(seen.dimmed).toBe(dimmed)
    if (/\d/.test(seen.mark)) expect(seen.ageIsBright).toBe(true)
  })
})

test('a wall without a monitor waits for one', async () => {
  await using server = testServer()
  const car = await RaceCar.atThe(server.url)
  const { page } = await openPhone(browser)
  await page.goto(`${server.url}/dashboard/${car.id}`)
  expect(await told(page)).toMatchObject({
    mark: 'WAITING',
    why: 'No monitor has sent anything yet.',
    dimmed: false,
  })
})

test.each([
  ['ended', 'ENDED', 'The session is over. Last values shown.'],
  ['revoked', 'LINK REVOKED', 'No longer valid. Ask for the new link.'],
])('%s stays, whatever the network does after it', async (state, mark, why) => {
  await using running = await live()
  const { page } = running
  await page.route(/\/stream/, (route) => route.abort())
  await page.route(/\/dashboard\/[^/]*$/, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/(data-pulse="[^"]*;)live;/, `$1${state};`)
    await route.fulfill({ response, body })
  })
  await page.reload()
  await later(page, 65_000)
  await sees(page, state)
  expect(await told(page)).toMatchObject({ mark, why, dimmed: true })
})

test('a car that comes and goes is not spoken of more than once in ten seconds, nor in numbers', async () => {
  await using running = await live()
  const { car, page } = running
  await page.evaluate(`window.spoken = []
    new MutationObserver(() => spoken.push(document.querySelector('[role=status]').textContent))
      .observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true })`)
  for (const state of ['paused', 'garage', 'paused', 'garage'] as const) {
    await car.drives({ state })
    await sees(page, state)
  }
  expect(await page.evaluate('spoken')).toEqual(['PAUSED'])
  await later(page, 10_000)
  await reads(page, '[role=status]', 'GARAGE')
  expect(await page.evaluate('spoken')).toEqual(['PAUSED', 'GARAGE'])
  expect(await page.locator('[role=status], [role=alert], [role=log], [aria-live]').count()).toBe(1)
})
