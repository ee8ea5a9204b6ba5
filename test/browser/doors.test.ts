import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser, Page } from 'playwright-core'
import { lanAddresses } from '../../src/ops/lan-addresses.ts'
import { startServer } from '../../src/server.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { type TestServer, testDeps, testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { browserTestMs, launchChromium } from './chromium.ts'
import { isLegible } from './legibility.ts'
import { later, openPhone, reads, sees, stopClocks } from './phone.ts'

setDefaultTimeout(browserTestMs)

let browser: Browser
let server: TestServer

beforeAll(async () => {
  browser = await launchChromium()
  server = testServer()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** A car, made as people make it. */
async function makeCar(page: Page, name = 'Borealis Racing #52') {
  await page.goto(server.url)
  await page.fill('#car-name', name)
  await page.click('form[action="/cars"] button')
  await page.waitForSelector('.qr')
  const [viewUrl = '', , config = ''] = await page.locator('pre').allTextContents()
  const key = new URL(JSON.parse(config).server_url).searchParams.get('key') ?? ''
  const path = new URL(viewUrl).pathname
  return { key, path, url: server.url + path, desk: `${server.url}${path}/engineer` }
}

async function monitorWith(key: string) {
  const headers = { authorization: `Bearer ${key}` }
  const monitor = await TypedMonitor.connected(server.url, headers)
  monitor.send('request_session_id', {})
  await monitor.hears('session_id_assigned')
  return monitor
}

const newPhone = () => openPhone(browser, { viewport: { width: 390, height: 844 } })

describe('an engineer with a phone', () => {
  test('makes a car, gets its config as a file, and finds a driver’s PC on his page', async () => {
    const { page, complaints } = await newPhone()
    const { key, desk } = await makeCar(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.click('form[action="/cars/config"] button'),
    ])
    expect(file.suggestedFilename()).toBe('config.json')
    await isLegible(page)
    await page.goto(desk)
    await reads(page, '#monitors', 'No monitor is connected')
    const monitor = await monitorWith(key)
    await monitor.publish(typedFrame({ player_name: 'Ana' }))
    await reads(page, '#monitors', 'Ana')
    await isLegible(page)
    await page.fill('#driver', 'Ben')
    await page.click('form[action$="/keys"] button')
    await reads(page, 'h1', 'The new key')
    await isLegible(page)
    expect(complaints).toEqual([])
    monitor.close()
    await page.context().close()
  })

  test('keeps an opened question open while the list of PCs goes on', async () => {
    const { page } = await newPhone()
    const { key, desk } = await makeCar(page)
    await page.goto(desk)
    await page.getByText('End the session').click()
    const monitor = await monitorWith(key)
    await monitor.publish(typedFrame({ player_name: 'Ana' }))
    await reads(page, '#monitors', 'Ana')
    await page.getByRole('button', { name: 'End it' }).click()
    await reads(page, '.done', 'The session is over')
    await isLegible(page)
    expect((await monitor.closed).code).toBe(4410)
    await page.context().close()
  })

  test('changes the link: who watches reads REVOKED at once, and asks for nothing any more', async () => {
    const { page: engineer } = await newPhone()
    const { key, url, desk } = await makeCar(engineer)
    const monitor = await monitorWith(key)
    await monitor.publish(typedFrame({ player_name: 'Ana' }))
    const watching = await newPhone()
    await watching.page.goto(url)
    await reads(watching.page, '#driver', 'Ana')
    const away = await newPhone()
    await away.page.goto(url)
    await reads(away.page, '#driver', 'Ana')
    await away.page.route(/stream/, (route) => route.abort())
    await away.page.evaluate('htmx.find("#stream")._htmx.sse.reader.cancel()')
    await engineer.goto(desk)
    await engineer.getByText('Change the viewers’ link').click()
    await engineer.getByRole('button', { name: 'Make a new link' }).click()
    await reads(engineer, '.done', 'The link has been changed')
    await sees(watching.page, 'revoked', 1_000)
    await away.page.unroute(/stream/)
    // Its next try is what tells it.
    await sees(away.page, 'revoked')
    // What asks for streams is gone from both pages.
    for (const { page } of [watching, away]) {
      await page.waitForSelector('#stream', { state: 'detached' })
    }
    await isLegible(watching.page)
    monitor.close()
    for (const page of [engineer, watching.page, away.page]) await page.context().close()
  })

  test('is told by the wall when two PCs say that they drive, and chooses', async () => {
    const { page, complaints } = await newPhone()
    const { key, url } = await makeCar(page)
    const monitors = [await monitorWith(key), await monitorWith(key)] as const
    let seq = 0
    const drive = async () => {
      seq++
      for (const [pc, monitor] of monitors.entries()) {
        const names = { player_name: ['Ana', 'Ben'][pc], boot_id: `pc-${pc}` }
        const timestamp = new Date().toISOString()
        const driven = { seq, timestamp, in_control: true, rpm: 7000 + seq, speed: 150 + (seq % 9) }
        await monitor.publish(typedFrame({ ...names, ...driven }))
      }
    }
    const pump = setInterval(() => void drive(), 300)
    await page.goto(url)
    await reads(page, '#notices', 'Two PCs say they drive: Ana (shown), Ben.')
    await isLegible(page)
    const viewer = await newPhone()
    await viewer.page.goto(url)
    await reads(viewer.page, '#notices', 'Two PCs say they drive')
    expect(await viewer.page.getByText('Choose who is right').count()).toBe(0)
    await page.getByText('Choose who is right').click()
    await reads(page, '.alarm', 'Choose which one is right')
    await isLegible(page)
    await page.getByRole('button', { name: 'Use this PC' }).click()
    await reads(page, '.done', 'On the wall now: PC of Ben')
    await reads(viewer.page, '#driver', 'Ben')
    await viewer.page.waitForSelector('#notices:empty', { state: 'attached' })
    clearInterval(pump)
    expect(complaints).toEqual([])
    for (const monitor of monitors) monitor.close()
    for (const one of [page, viewer.page]) await one.context().close()
  })
})

test('a manager’s page of several cars is live, and says so itself when it is not', async () => {
  const { page, complaints } = await newPhone()
  const car = await makeCar(page)
  await page.goto(server.url)
  await page.fill('#team-name', 'Borealis')
  await page.click('form[action="/teams"] button')
  const way = page.locator('main a[target="_blank"]')
  const team = server.url + (await way.getAttribute('href'))
  await page.goto(team)
  await page.locator('summary').first().click()
  await page.fill('#link', car.url)
  await page.click('form[action$="/cars"] button')
  await reads(page, '#car-1', 'WAITING')
  const monitor = await monitorWith(car.key)
  await monitor.publish(typedFrame({ player_name: 'Ana' }))
  await reads(page, '#car-1', 'LIVE')
  await isLegible(page)
  await stopClocks(page)
  await page.goto(team)
  // By the stream, not by what the page said at first: then there is one to end.
  await monitor.publish(typedFrame({ seq: 813, player_name: 'Ben' }))
  await reads(page, '#car-1', 'Ben')
  await sees(page, 'live')
  expect(complaints).toEqual([])
  await page.route(/stream/, (route) => route.abort())
  await page.evaluate('htmx.find("#stream")._htmx.sse.reader.cancel()')
  await later(page, 13_000)
  await sees(page, 'no-connection')
  await isLegible(page)
  monitor.close()
  await page.context().close()
})

// Only there browsers leave out the word that says where a form comes from, and hide its origin under "no-referrer".
test.skipIf(lanAddresses().length === 0)(
  'at an address of the network, without https, forms of our own pages are taken',
  async () => {
    const everywhere = startServer(testDeps(), '0.0.0.0', 0)
    const { page } = await newPhone()
    const sent: Record<string, string>[] = []
    page.on('request', async (request) => {
      if (request.method() === 'POST') sent.push(await request.allHeaders())
    })
    const url = `http://${lanAddresses()[0]}:${everywhere.port}`
    await page.goto(url)
    await page.fill('#car-name', 'Borealis')
    await page.click('form[action="/cars"] button')
    await page.waitForSelector('.qr')
    expect(sent.map(({ origin, ...headers }) => [origin, headers['sec-fetch-site']])).toEqual([
      [url, undefined],
    ])
    await page.context().close()
    await everywhere.close()
  },
)
