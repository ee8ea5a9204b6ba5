import { expect, test } from 'bun:test'
import { readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

test('programs get the session as JSON: all parts first, then those that changed', async () => {
  await using server = testServer()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  await monitor.publish(typedFrame({ seq: 1, fuel: 60 }))
  const stream = await EventStream.open(`${server.url}/api/sessions/${id}/stream?hz=10`)
  await stream.next(({ event }) => event === 'outlook_update')
  const parts = ['session_update', 'setup_update', 'telemetry_update', 'outlook_update']
  expect(stream.messages.slice(0, 4).map(({ event }) => event)).toEqual(parts)
  const { presence: _, age_ms: _age, now_ms: _now, ...whole } = await readSession(server, id)
  const told = Object.assign({}, ...stream.messages.slice(0, 4).map(({ data }) => JSON.parse(data)))
  delete told.presence
  expect(told).toEqual(whole)
  const frame = typedFrame({ seq: 2, fuel: 59 })
  await monitor.publish(frame)
  const update = await stream.next(({ event }) => event === 'telemetry_update', 4)
  expect(JSON.parse(update.data)).toMatchObject({
    telemetry: frame,
    normalized: { fuelLiters: 59 },
  })
  expect(stream.messages.slice(4).map(({ event }) => event)).not.toContain('setup_update')
  stream.close()
  monitor.close()
})

test('viewers who join in the middle of a burst never see the fuel rise', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  const streams: EventStream[] = []
  for (let frame = 0; frame < 60; frame++) {
    clock.advance(60)
    const taken = monitor.publish({ seq: frame, fuel: 100 - frame })
    const joins = EventStream.open(`${server.url}/api/sessions/${id}/stream?hz=10`)
    await taken
    streams.push(await joins)
  }
  clock.advance(100)
  const isLast = ({ event, data }: { event: string | null; data: string }) =>
    event === 'telemetry_update' && JSON.parse(data).telemetry?.fuel === 41
  for (const stream of streams) {
    await stream.next(isLast)
    const fuel = stream.messages
      .filter(({ event }) => event === 'telemetry_update')
      .map(({ data }) => JSON.parse(data).telemetry?.fuel ?? 1_000)
    expect(fuel).toEqual([...fuel].sort((a, b) => b - a))
    stream.close()
  }
  monitor.close()
})
