import { describe, expect, test } from 'bun:test'
import { readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { testServer } from '../fixtures/server.ts'
import { transports } from '../fixtures/transports.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

describe.each(transports)('too many messages on $name', ({ begun, name }) => {
  test('are dropped after a burst of 40, and told once a second', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { monitor, id } = await begun(server.url)
    const send = (fuel: number) =>
      monitor.send('telemetry_update', { session_id: id, telemetry: { fuel } })
    // The request for the session was the first of the forty.
    for (let frame = 1; frame <= 60; frame++) send(frame)
    await monitor.settled()
    expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 39 } })
    const told = () => monitor.told.filter(({ data }) => data.code === 'rate-limited').length
    expect(told()).toBe(1)
    clock.advance(999)
    for (let frame = 100; frame <= 150; frame++) send(frame)
    await monitor.settled()
    expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 118 } })
    expect(told()).toBe(1)
    clock.advance(1)
    for (let frame = 0; frame < 10; frame++) send(frame)
    await monitor.settled()
    expect(told()).toBe(2)
    monitor.close()
  })

  test('for ten seconds end the connection', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { monitor, id } = await begun(server.url)
    const frame = { session_id: id, telemetry: { fuel: 50 } }
    for (let second = 0; second <= 10; second++) {
      if (second > 0) clock.advance(1_000)
      for (let sent = 0; sent < 45; sent++) monitor.send('telemetry_update', frame)
      if (second < 10) await monitor.settled()
    }
    const end = await monitor.closed
    expect(end).toEqual(
      name === 'Socket.IO' ? 'io server disconnect' : { code: 4429, reason: 'rate-exceeded' },
    )
    expect(monitor.told.at(-1)?.data.code).toBe('rate-exceeded')
  })
})

test('twenty messages a second are welcome for ever', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  for (let frame = 1; frame <= 600; frame++) {
    clock.advance(50)
    monitor.send('telemetry_update', { telemetry: { fuel: frame / 10 } })
    await monitor.settled()
  }
  expect(monitor.told.filter(({ event }) => event === 'problem')).toEqual([])
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 60 } })
  monitor.close()
})

test('a burst that is over is forgiven: the ten seconds begin anew', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  for (let burst = 0; burst < 4; burst++) {
    for (let sent = 0; sent < 60; sent++) monitor.send('telemetry_update', { telemetry: {} })
    await monitor.settled()
    clock.advance(5_000)
  }
  await monitor.publish({ fuel: 5 })
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 5 } })
  monitor.close()
})

describe.each(transports)('too many bytes on $name', ({ begun, name }) => {
  const large = { nobody: 'x'.repeat(400 * 1024) }

  test('are not even read, whatever they mean; what comes after a pause is', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { monitor, id } = await begun(server.url)
    for (let event = 0; event < 3; event++) monitor.send('of_tomorrow', large)
    const told = await monitor.hears('problem', ({ data }) => data.code === 'rate-limited')
    expect(told.data.message).toContain('256 KB')
    clock.advance(2_000)
    monitor.send('telemetry_update', { session_id: id, telemetry: { fuel: 60 } })
    await monitor.settled()
    expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 60 } })
    monitor.close()
  })

  test('for ten seconds end the connection', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { monitor } = await begun(server.url)
    for (let second = 0; second <= 10; second++) {
      for (let event = 0; event < 4; event++) monitor.send('of_tomorrow', large)
      if (second < 10) await monitor.settled()
      clock.advance(1_000)
    }
    monitor.send('of_tomorrow', large)
    const ended = await monitor.closed
    if (name === 'Socket.IO') expect(ended).toBe('io server disconnect')
    else expect(ended).toMatchObject({ code: 4429 })
  })
})
