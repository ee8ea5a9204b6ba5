import { describe, expect, test } from 'bun:test'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { testServer } from '../fixtures/server.ts'
import { transports } from '../fixtures/transports.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

describe.each(transports)('a program that joins on $name', ({ connected }) => {
  test('gets the stored setup and frame as they came, then each new one', async () => {
    await using server = testServer()
    const { monitor, id } = await TypedMonitor.begun(server.url)
    const frame = { fuel: 31.25, lap: '3', nobody_knows: { this: [1, null, 'x'] } }
    const setup = garageSetup()
    const timestamp = '2026-06-13T14:05:31Z'
    monitor.send('setup_data', { setup, timestamp })
    await monitor.publish(frame)
    const watcher = await connected(server.url)
    watcher.send('join_session', { session_id: id.toUpperCase() })
    await watcher.settled()
    expect(watcher.told).toEqual([
      { event: 'setup_update', data: { session_id: id, timestamp, setup } },
      { event: 'telemetry_update', data: { session_id: id, telemetry: frame } },
    ])
    await monitor.publish({ fuel: 31 })
    await watcher.hears('telemetry_update', ({ data }) => data.telemetry.fuel === 31)
    monitor.send('setup_data', { setup: { wing: 7 } })
    await watcher.hears('setup_update', ({ data }) => data.setup.wing === 7)
    expect(watcher.told).toHaveLength(4)
    watcher.close()
    monitor.close()
  })

  test('hears nothing before the first frame, and nothing but what it joined', async () => {
    await using server = testServer()
    const first = await TypedMonitor.begun(server.url)
    const second = await TypedMonitor.begun(server.url)
    const watcher = await connected(server.url)
    watcher.send('join_session', { session_id: first.id })
    await watcher.settled()
    expect(watcher.told).toEqual([])
    watcher.send('join_session', { session_id: second.id })
    await watcher.settled()
    await first.monitor.publish({ fuel: 1 })
    await second.monitor.publish({ fuel: 2 })
    const { data } = await watcher.hears('telemetry_update')
    expect(data).toEqual({ session_id: second.id, telemetry: { fuel: 2 } })
    await watcher.settled()
    expect(watcher.told).toHaveLength(1)
    for (const one of [watcher, first.monitor, second.monitor]) one.close()
  })

  test.each(['nobody', '11111111-2222-4333-8444-555555555555'])(
    'a session that does not exist is told so: %s',
    async (sessionId) => {
      await using server = testServer()
      const watcher = await connected(server.url)
      watcher.send('join_session', { session_id: sessionId })
      expect((await watcher.hears('problem')).data.code).toBe('unknown-session')
      watcher.close()
    },
  )
})
