import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { MonitorProcess } from '../fixtures/monitor-process.ts'
import { Relay } from '../fixtures/relay.ts'
import { ServerProcess } from '../fixtures/server-process.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { drivesOn, openPhone, reads, sees, shown, statesSeen, writeDownStates } from './phone.ts'

setDefaultTimeout(browserTestMs)

// For real, with nothing but time: a limit may take twice as long as it says. All at once, since all of it is waiting.
const STALE_WITHIN_MS = 2 * 5_500
const NO_CONNECTION_WITHIN_MS = 2 * 12_000
const BACK_WITHIN_MS = 20_000

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
})

/** A server and a monitor that can be hurt, and a page that nobody touches. */
async function race() {
  const server = await ServerProcess.started()
  const monitor = await MonitorProcess.started(server.url)
  const { page } = await openPhone(browser)
  await writeDownStates(page)
  await page.goto(monitor.wallUrl)
  await sees(page, 'live')
  await drivesOn(page)
  await page.evaluate('window.isTheSamePage = true')
  return {
    server,
    monitor,
    page,
    [Symbol.asyncDispose]: async () => {
      await page.context().close()
      await monitor.kill()
      await server[Symbol.asyncDispose]()
    },
  }
}

const isTheSamePage = (page: Page) => page.evaluate<boolean>('window.isTheSamePage === true')

const ageSeconds = async (page: Page) =>
  Number.parseInt(await shown(page.locator('#freshness .age')), 10)

const isDimmed = (page: Page) =>
  page.evaluate<boolean>(`[...document.querySelectorAll('main .panel')].every((panel) => {
    const { filter, opacity } = getComputedStyle(panel)
    return filter === 'grayscale(1)' && Number(opacity) < 1
  })`)

test.concurrent('a server that stands still: the wall dims, counts on, says so, and comes back', async () => {
  await using running = await race()
  const { server, page } = running
  expect(await isDimmed(page)).toBe(false)
  server.signal('SIGSTOP')
  await sees(page, 'stale', STALE_WITHIN_MS)
  expect(await isDimmed(page)).toBe(true)
  const staleFor = await ageSeconds(page)
  expect(staleFor).toBeGreaterThanOrEqual(5)
  await sees(page, 'no-connection', NO_CONNECTION_WITHIN_MS)
  expect(await shown(page.locator('#cause'))).toContain('Retrying')
  expect(await isDimmed(page)).toBe(true)
  const deafFor = await ageSeconds(page)
  expect(deafFor).toBeGreaterThan(staleFor)
  await reads(page, '#freshness .age', `${deafFor + 2} s`)
  server.signal('SIGCONT')
  await sees(page, 'live', BACK_WITHIN_MS)
  await drivesOn(page)
  expect(await isTheSamePage(page)).toBe(true)
})

test.concurrent('a network that forgets the stream without a word: noticed, and another one opened', async () => {
  await using running = await race()
  const { server, monitor } = running
  using relay = await Relay.to(server.port)
  const { page } = await openPhone(browser)
  await page.goto(monitor.wallUrl.replace(server.url, relay.url))
  await sees(page, 'live')
  await drivesOn(page)
  relay.forgetStream()
  await sees(page, 'no-connection', NO_CONNECTION_WITHIN_MS)
  await sees(page, 'live', BACK_WITHIN_MS)
  await drivesOn(page)
  await page.context().close()
})

test.concurrent('a monitor whose PC died: offline, and since when', async () => {
  await using running = await race()
  const { monitor, page } = running
  const timeOfDay = `new Date().toLocaleTimeString([], { timeStyle: 'short' })`
  const before = await page.evaluate<string>(timeOfDay)
  await monitor.kill()
  await sees(page, 'offline', 2_000)
  const after = await page.evaluate<string>(timeOfDay)
  expect(await shown(page.locator('#freshness'))).toContain('MONITOR OFFLINE')
  expect([before, after]).toContain(await shown(page.locator('#cause .since')))
  expect(await isDimmed(page)).toBe(true)
})

test.concurrent('a server killed and started again: the page goes on, past the error pages in between', async () => {
  await using running = await race()
  const { server, page } = running
  await server.kill()
  const asked = Promise.withResolvers<void>()
  // What a proxy in front of a server says while there is none.
  const proxy = Bun.serve({
    hostname: '127.0.0.1',
    port: server.port,
    fetch({ url }) {
      if (url.includes('/stream')) asked.resolve()
      const page = '<!doctype html><h1 id="laps-left">502 Bad Gateway</h1>'
      return new Response(page, { status: 502, headers: { 'content-type': 'text/html' } })
    },
  })
  await asked.promise
  await sees(page, 'stale', STALE_WITHIN_MS)
  await proxy.stop(true)
  await server.startAgain()
  await sees(page, 'live', BACK_WITHIN_MS)
  await drivesOn(page)
  await reads(page, '#events', 'Server restarted')
  expect(await isTheSamePage(page)).toBe(true)
  expect(await page.textContent('body')).not.toContain('Bad Gateway')
})

test.concurrent('a server restarted in order says so, and nobody is sent away', async () => {
  await using running = await race()
  const { server, page } = running
  server.signal('SIGTERM')
  await sees(page, 'restarting', 2_000)
  expect(await shown(page.locator('#freshness'))).toContain('RESTARTING')
  expect(await shown(page.locator('#cause'))).toContain('The server restarts. Last values shown.')
  expect(await server.ended()).toBe(0)
  await server.startAgain()
  await sees(page, 'live', BACK_WITHIN_MS)
  await drivesOn(page)
  expect(await isTheSamePage(page)).toBe(true)
  const states = (await statesSeen(page)).map(({ state }) => state)
  expect(states).not.toContain('no-connection')
})

test.concurrent('a stream that is not there at first is asked for again, and its error page shown to nobody', async () => {
  await using running = await race()
  const { monitor } = running
  const refusedWith = async (status: number) => {
    const { page } = await openPhone(browser)
    let asked = 0
    await page.route(/\/stream/, (route) => {
      const body = '<!doctype html><main id="wall"><h1>Not a wall at all</h1></main>'
      if (asked++ > 0) return route.continue()
      return route.fulfill({ status, contentType: 'text/html', body })
    })
    await page.goto(monitor.wallUrl)
    await page.evaluate('window.isTheSamePage = true')
    await sees(page, 'stale', STALE_WITHIN_MS)
    await sees(page, 'live', BACK_WITHIN_MS)
    await drivesOn(page)
    expect(await page.textContent('body')).not.toContain('Not a wall')
    expect(await page.locator('main > section').count()).toBeGreaterThanOrEqual(11)
    expect(await isTheSamePage(page)).toBe(true)
    await page.context().close()
  }
  await Promise.all([404, 500].map(refusedWith))
})
