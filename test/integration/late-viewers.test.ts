import { expect, test } from 'bun:test'
import type { CarId, SessionId } from '../../src/race/session.ts'
import { memorySessionStore } from '../../src/store/memory-session-store.ts'
import { readPage, readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { lapsDriven } from '../fixtures/race.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

test('a viewer who joins in hour 23 has all of the race at once, without waiting for a frame', async () => {
  const id = crypto.randomUUID() as SessionId
  const { session } = lapsDriven(900, { carName: 'Borealis Racing #52', sessionType: 'Race' })
  const store = memorySessionStore()
  const access = { publishKeys: [], engineerKeyHash: null, boundAddress: null }
  const car = crypto.randomUUID() as CarId
  store.create({ session: { ...session, id, car }, access, notes: null })
  await using server = testServer({ store })

  expect(await readPage(server, id)).toContain('#52')
  const stream = await EventStream.open(`${server.url}/dashboard/${id}/stream`)
  const whole = await stream.next(({ data }) => data !== '')
  expect(stream.messages.indexOf(whole)).toBe(0)
  expect(whole.data).toContain('900')
  expect((await readSession(server, id)).laps).toHaveLength(900)
  stream.close()
})

test('a phone that slept for 40 minutes catches up by one message, not by 4,800 frames', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  await monitor.publish(existingMonitorFrame({ fuel: 90 }))
  const asleep = await EventStream.open(`${server.url}/dashboard/${id}/stream`)
  await asleep.next(({ data }) => data.includes('90.0'))
  asleep.close()
  for (let frame = 1; frame <= 4_800; frame++) {
    clock.advance(500)
    monitor.send('telemetry_update', {
      telemetry: existingMonitorFrame({ fuel: 90 - frame / 120 }),
    })
    // So that none meets the limit of frames a second.
    if (frame % 20 === 0) await monitor.settled()
  }
  const awake = await EventStream.open(`${server.url}/dashboard/${id}/stream`)
  const first = await awake.next(({ data }) => data !== '')
  expect(awake.messages.indexOf(first)).toBe(0)
  expect(first.data).toContain('50.0')
  awake.close()
  monitor.close()
})
