import { expect, test } from 'bun:test'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { pageText } from '../fixtures/page-text.ts'
import { plainly } from '../fixtures/plainly.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

/** A wall with one frame on it. */
async function wall() {
  const server = testServer()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  await monitor.publish(existingMonitorFrame({ engine_water_temp: 85 }))
  return { server, monitor, id, path: `/dashboard/${id}` }
}

const waterOn = (html: string) => /(\d+) °([CF])/.exec(pageText(html).text('#conditions'))?.[0]

test('one viewer reads °F and another °C of the same car, on page and stream', async () => {
  const { server, monitor, id, path } = await wall()
  const [celsius, fahrenheit] = [new Browser(server), new Browser(server)]
  const chosen = await fahrenheit.send('/look', { back: path, temperature: 'F', theme: 'red' })
  expect(chosen.path).toBe(path)
  expect(waterOn(chosen.html)).toBe('185 °F')
  expect(chosen.html).toContain('data-theme="red"')
  expect(waterOn((await celsius.open(path)).html)).toBe('85 °C')
  const [, url = ''] = /hx-sse:connect="([^"]+)"/.exec(chosen.html) ?? []
  const streams = [url.replaceAll('&amp;', '&'), `${path}/stream`].map((each) =>
    EventStream.open(server.url + each),
  )
  const [inF, inC] = await Promise.all(streams)
  expect(plainly((await inF!.next(({ data }) => data !== '')).data)).toContain('185 °F')
  expect(plainly((await inC!.next(({ data }) => data !== '')).data)).toContain('85 °C')
  for (const stream of [inF!, inC!]) stream.close()
  expect(id).not.toBe('')
  monitor.close()
  await server.close()
})

test('the address says it for one page, the cookie for all the others', async () => {
  const { server, monitor, path } = await wall()
  const browser = new Browser(server)
  await browser.send('/look', { back: '/', temperature: 'F', pressure: 'psi' })
  expect(waterOn((await browser.open(`${path}?look=C-light`)).html)).toBe('85 °C')
  expect((await browser.open(`${path}?look=C-light`)).html).toContain('data-theme="light"')
  const after = await browser.open(path)
  expect(waterOn(after.html)).toBe('185 °F')
  expect(after.html).toContain('data-theme="dark"')
  monitor.close()
  await server.close()
})

test('what a form says that is no choice leaves everything as it was, and leads to no other site', async () => {
  await using server = testServer()
  const browser = new Browser(server)
  await carMadeIn(browser)
  for (const back of [
    '//evil.example/',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:1',
  ]) {
    const answer = await fetch(`${server.url}/look`, {
      method: 'POST',
      body: new URLSearchParams({ back, theme: '"><script>' }),
      headers: { origin: server.url },
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)
    expect(new URL(answer.headers.get('location') ?? '', server.url).origin).toBe(server.url)
    expect(answer.headers.get('set-cookie')).toContain('look=en-C-kPa-L-dark;')
  }
  const strange = await browser.send('/look', { back: '/', colour: 'blue' })
  expect(strange.status).toBe(400)
})
