import { expect, test } from 'bun:test'
import { Watch } from '../../../src/ingest/watch.ts'
import { Doorkeeper } from '../../../src/sessions/doorkeeper.ts'
import { SessionManager } from '../../../src/sessions/session-manager.ts'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import { TestClock } from '../../fixtures/clock.ts'

function watched() {
  const clock = new TestClock()
  const sessions = new SessionManager({ store: memorySessionStore(), clock })
  const door = new Doorkeeper({ sessions, clock, legacyMonitors: true })
  const created = door.create('keyed', '192.0.2.1')
  if (!created.ok) throw new Error(created.problem)
  const { car, id } = created.value
  const line = { isBehind: false, told: [] as unknown[] }
  const link = {
    transport: 'typed',
    send: (_event: string, { setup }: { setup?: unknown }) => void line.told.push(setup),
    close: () => {},
    cut: () => {},
    isBehind: () => line.isBehind,
  } as const
  const watch = new Watch({ sessions, clock }, link, () => {})
  watch.begin(id)
  const sendSetup = (wing: number) => {
    const atMs = clock.nowMs()
    const setup = { receivedAtMs: atMs, sentAt: null, tree: { wing } }
    const monitor = { socket: 1, pc: '192.0.2.1', bootId: null, keyed: true }
    sessions.publish(car, monitor, { type: 'setup', atMs, setup })
  }
  return { clock, line, watch, sendSetup }
}

test('a watcher that was behind when the monitor said its last gets that once it has caught up', () => {
  const { clock, line, sendSetup } = watched()
  sendSetup(1)
  line.isBehind = true
  for (const wing of [2, 3]) sendSetup(wing)
  clock.advance(2_000)
  expect(line.told).toEqual([{ wing: 1 }])
  line.isBehind = false
  clock.advance(500)
  expect(line.told).toEqual([{ wing: 1 }, { wing: 3 }])
})

test('a watcher that left while it was behind hears no more', () => {
  const { clock, line, watch, sendSetup } = watched()
  line.isBehind = true
  sendSetup(1)
  watch.end()
  line.isBehind = false
  clock.advance(2_000)
  sendSetup(2)
  expect(line.told).toEqual([])
})
