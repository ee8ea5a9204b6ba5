import { expect, test } from 'bun:test'
import { memorySessionStore } from '../../src/store/memory-session-store.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

/** A store in which every session that is created after this was ended by its engineer. */
function storeOfEnded() {
  const memory = memorySessionStore()
  const over = { atMs: 0, by: 'engineer' } as const
  return {
    ...memory,
    close: () => {},
    all: () => memory.all().map((stored) => ({ ...stored, session: { ...stored.session, over } })),
  }
}

test('a typed monitor of a session that its engineer has ended is sent away with 4410', async () => {
  const store = storeOfEnded()
  const server = testServer({ store })
  const { monitor, key } = await TypedMonitor.begun(server.url)
  monitor.close()
  await server.close()
  await using again = testServer({ store })
  const back = await TypedMonitor.connected(again.url)
  back.send('request_session_id', { publish_key: key })
  const { code, message } = (await back.hears('problem')).data
  expect(code).toBe('session-ended')
  expect(message).toContain('its key stays the same')
  expect(await back.closed).toEqual({ code: 4410, reason: 'session-ended' })
})

test('one on Socket.IO is told why with its next frame, and disconnected', async () => {
  const store = storeOfEnded()
  const id = crypto.randomUUID()
  const server = testServer({ store })
  const monitor = await SocketioMonitor.connected(server.url)
  await monitor.publish(id, { fuel: 60 })
  monitor.close()
  await server.close()
  await using again = testServer({ store })
  const back = await SocketioMonitor.connected(again.url)
  back.send('telemetry_update', { session_id: id, telemetry: { fuel: 59 } })
  expect((await back.hears('problem')).data.code).toBe('session-ended')
  expect(await back.closed).toBe('io server disconnect')
})
