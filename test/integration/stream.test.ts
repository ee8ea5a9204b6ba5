import { expect, test } from 'bun:test'
import { readHealth, readPage } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

/** A server whose time stands still, a monitor, and a viewer who has the whole state. */
async function watched(hz = 10) {
  const clock = new TestClock()
  const server = testServer({ clock })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  monitor.send('setup_data', { setup: garageSetup() })
  await monitor.publish(existingMonitorFrame({ fuel: 60 }))
  const stream = await EventStream.open(`${server.url}/dashboard/${id}/stream?hz=${hz}`)
  const whole = await stream.next(({ data }) => data !== '')
  return { clock, server, monitor, id, stream, whole }
}

const panelsIn = (data: string) =>
  [...data.matchAll(/<hx-partial hx-target="#([\w-]+)"/g)].map(([, id]) => id)

test('a viewer gets the whole state first, and when to come back', async () => {
  const { server, id, monitor, stream, whole } = await watched()
  expect(stream.messages[0]).toBe(whole)
  expect(whole.event).toBeNull()
  expect(whole.retryMs).toBeGreaterThanOrEqual(500)
  expect(whole.retryMs).toBeLessThanOrEqual(2_000)
  expect(whole.id).toMatch(/^\d+;0;live;;[0-9a-f]{8}$/)
  const page = await readPage(server, id)
  const roots = [...page.matchAll(/<(?:section|h1|p) id="([\w-]+)"/g)].map(([, root]) => root)
  const panels = panelsIn(whole.data)
  expect(panels.length).toBeGreaterThan(10)
  for (const panel of panels) expect(roots).toContain(panel)
  stream.close()
  monitor.close()
  await server.close()
})

test('then only the panels that changed', async () => {
  const { server, monitor, stream } = await watched()
  await monitor.publish(existingMonitorFrame({ fuel: 40 }))
  const update = await stream.next(({ data }) => data.includes('40.0'), 1)
  expect(panelsIn(update.data)).toContain('energy')
  expect(panelsIn(update.data)).not.toContain('setup')
  expect(panelsIn(update.data)).not.toContain('events')
  expect(update.retryMs).toBeNull()
  stream.close()
  monitor.close()
  await server.close()
})

test('frames that come faster than the viewer’s interval are one update, with the last of them', async () => {
  const { clock, server, monitor, stream } = await watched(1)
  await monitor.publish(existingMonitorFrame({ fuel: 59 }))
  await stream.next(({ data }) => data.includes('59.0'))
  const before = stream.messages.length
  for (let frame = 1; frame <= 9; frame++) {
    clock.advance(100)
    await monitor.publish(existingMonitorFrame({ fuel: 59 - frame }))
  }
  clock.advance(100)
  await stream.next(({ data }) => data.includes('50.0'))
  expect(stream.messages.length).toBe(before + 1)
  stream.close()
  monitor.close()
  await server.close()
})

test('a parked car is alive: frames that say the same still tell that they came', async () => {
  const { clock, server, monitor, stream } = await watched()
  await monitor.publish(existingMonitorFrame({ fuel: 60 }))
  clock.advance(100)
  clock.advance(3_000)
  const before = stream.messages.length
  await monitor.publish(existingMonitorFrame({ fuel: 60 }))
  const pulse = await stream.next(({ event }) => event === 'pulse', before)
  expect(pulse.data).toBe('')
  expect(pulse.id).toMatch(/^\d+;0;live;;/)
  stream.close()
  monitor.close()
  await server.close()
})

test('a stream without news beats every ten seconds, and says how old its numbers are', async () => {
  const { clock, server, monitor, stream } = await watched()
  clock.advance(10_000)
  const first = await stream.next(({ event }) => event === 'heartbeat')
  expect(first.id).toMatch(/^\d+;\d+;live;;/)
  clock.advance(10_000)
  await stream.next(({ event }) => event === 'heartbeat', stream.messages.indexOf(first) + 1)
  const ages = stream.messages
    .filter(({ event }) => event === 'heartbeat')
    .map(({ id }) => Number(id?.split(';')[1]))
  expect(ages[1]! - ages[0]!).toBe(10_000)
  stream.close()
  monitor.close()
  await server.close()
})

test('when the server ends, viewers are told, and their streams end', async () => {
  const { server, monitor, stream } = await watched()
  await server.close()
  await stream.ended
  expect(stream.messages.at(-1)).toMatchObject({
    event: 'restarting',
    id: expect.stringContaining(';restarting;'),
  })
  expect(await monitor.closed).toEqual({ code: 1012, reason: 'restarting' })
  expect((await monitor.hears('restarting')).data.retry_ms).toBeGreaterThanOrEqual(500)
})

test('a viewer who leaves is forgotten', async () => {
  const { server, monitor, id, stream } = await watched()
  expect((await readHealth(server)).viewers).toBe(1)
  stream.close()
  let left = 1
  // The end of a socket is news only when it arrives: each question gives it time to.
  while (left > 0) left = (await readHealth(server)).viewers
  const head = await fetch(`${server.url}/dashboard/${id}/stream`, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect((await readHealth(server)).viewers).toBe(0)
  monitor.close()
  await server.close()
})

test.each(['0', '0.19', '10.01', '-1', 'fast', 'NaN', 'Infinity', '1e9', ''])(
  'no stream at %j updates a second',
  async (hz) => {
    await using server = testServer()
    const { monitor, id } = await TypedMonitor.begun(server.url)
    for (const path of [`/dashboard/${id}/stream`, `/api/sessions/${id}/stream`]) {
      const answer = await fetch(`${server.url}${path}?hz=${hz}`)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('0.2 to 10')
    }
    monitor.close()
  },
)
