import { describe, expect, test } from 'bun:test'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { pageText } from '../fixtures/page-text.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

async function teamMadeIn(browser: Browser) {
  const page = await browser.send('/teams', { name: 'Borealis' })
  return { page, path: new URL(page.text('pre')).pathname }
}

const driving = async (server: { url: string }, key: string, frame: Record<string, unknown>) => {
  const monitor = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
  monitor.send('request_session_id', {})
  await monitor.publish(typedFrame(frame))
  return monitor
}

const names = (html: string) => pageText(html).texts('.place h2 a')

describe('a team’s page', () => {
  test('is made with a name; its address is the key to it, and is shown once', async () => {
    await using server = testServer()
    const browser = new Browser(server)
    const { page, path } = await teamMadeIn(browser)
    expect([page.status, page.headers.get('cache-control')]).toEqual([201, 'no-store'])
    expect(path).toMatch(/^\/team\/[\w-]{43}$/)
    expect((await browser.open(path)).text('#car')).toBe('Borealis')
    expect((await browser.open(`${path}x`)).status).toBe(404)
    for (const line of server.logged) expect(line).not.toContain(path.slice(6))
  })

  test('takes cars by their links, the viewers’ or the engineer’s, or makes them', async () => {
    await using server = testServer()
    const browser = new Browser(server)
    const { path } = await teamMadeIn(browser)
    const one = await carMadeIn(browser, 'one')
    const two = await carMadeIn(browser, 'two')
    await browser.send(`${path}/cars`, { link: ` ${one.viewUrl}?hz=1 ` })
    await browser.send(`${path}/cars`, { link: two.engineerUrl })
    const made = await browser.send(`${path}/cars/new`, { name: 'three' })
    expect(made.text()).toContain('The car is ready')
    expect(names((await browser.open(path)).html)).toEqual(['one', 'two', 'three'])
    await browser.send(`${path}/cars/${one.id}/remove`)
    expect(names((await browser.open(path)).html)).toEqual(['two', 'three'])
    for (const link of ['nothing', `${server.url}/dashboard/${crypto.randomUUID()}`]) {
      expect((await browser.send(`${path}/cars`, { link })).status).toBe(400)
    }
  })

  test('keeps a car whose link has changed, and leads to the new one', async () => {
    await using server = testServer()
    const browser = new Browser(server)
    const { path } = await teamMadeIn(browser)
    const car = await carMadeIn(browser, 'one')
    await browser.send(`${path}/cars`, { link: car.viewUrl })
    await browser.send(`${car.desk}/link`)
    const { html } = await browser.open(path)
    expect(names(html)).toEqual(['one'])
    expect(html).not.toContain(car.id)
  })

  test('says the worst news first, and how old each car’s numbers are', async () => {
    await using server = testServer()
    const browser = new Browser(server)
    const { path } = await teamMadeIn(browser)
    const cars = []
    for (const name of ['waits', 'well', 'gone']) {
      const car = await carMadeIn(browser, name)
      await browser.send(`${path}/cars`, { link: car.viewUrl })
      cars.push(car)
    }
    const well = await driving(server, cars[1]?.key ?? '', { player_name: 'Ana', position: 3 })
    const gone = await driving(server, cars[2]?.key ?? '', { player_name: 'Ben' })
    const stream = await EventStream.open(`${server.url}${path}/stream`)
    gone.close()
    await stream.next(
      ({ data }) => /id="car-1"|#car-1/.test(data) && data.includes('MONITOR OFFLINE'),
    )
    const page = await browser.open(path)
    expect(names(page.html)).toEqual(['gone', 'well', 'waits'])
    expect(page.text('#car-1')).toMatch(/MONITOR OFFLINE since/)
    expect(page.text('#car-2')).toMatch(/LIVE.*Ana.*P3/)
    expect(page.text('#car-3')).toContain('WAITING')
    stream.close()
    well.close()
  })

  test('is live: a pulse every second, what changes when it does, and nothing for nobody', async () => {
    await using server = testServer()
    const browser = new Browser(server)
    const { path } = await teamMadeIn(browser)
    const car = await carMadeIn(browser, 'one')
    await browser.send(`${path}/cars`, { link: car.viewUrl })
    const stream = await EventStream.open(`${server.url}${path}/stream`)
    await stream.next(({ data }) => data.includes('WAITING'))
    await stream.next(({ event }) => event === 'pulse')
    const monitor = await driving(server, car.key, { player_name: 'Ana' })
    const live = await stream.next(({ data }) => data.includes('Ana'))
    expect(live.data).not.toContain('car-2')
    expect(live.id).toMatch(/^\d+;0;live;;[0-9a-f]{8}$/)
    stream.close()
    monitor.close()
  })

  test('tells its phones that the server restarts', async () => {
    const server = testServer()
    const browser = new Browser(server)
    const { path } = await teamMadeIn(browser)
    const stream = await EventStream.open(`${server.url}${path}/stream`)
    await stream.next(() => true)
    await server.close()
    await stream.ended
    expect(stream.messages.at(-1)?.event).toBe('restarting')
  })

  test('holds sixteen cars', async () => {
    await using server = testServer()
    const browser = new Browser(server)
    const { path } = await teamMadeIn(browser)
    const statuses: number[] = []
    for (let car = 0; car < 17; car++) {
      statuses.push((await browser.send(`${path}/cars/new`, { name: `car ${car}` })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 16 }, () => 201), 409])
  })
})
