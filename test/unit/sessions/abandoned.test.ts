import { expect, test } from 'bun:test'
import type { CarId } from '../../../src/race/session.ts'
import { unjudged } from '../../../src/race/units.ts'
import { Doorkeeper } from '../../../src/sessions/doorkeeper.ts'
import { SessionManager } from '../../../src/sessions/session-manager.ts'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import { TestClock } from '../../fixtures/clock.ts'
import { telemetry } from '../../fixtures/telemetry.ts'

const DAY_MS = 24 * 3600_000

function flooded(count: number) {
  const clock = new TestClock()
  const store = memorySessionStore()
  const started = () => {
    const sessions = new SessionManager({ store, clock })
    return { sessions, door: new Doorkeeper({ sessions, clock, legacyMonitors: true }) }
  }
  const { sessions, door } = started()
  const begun = Array.from({ length: count }, (_, car) => {
    const created = door.create('bound', `10.0.${car >> 4}.1`)
    if (!created.ok) throw new Error(created.problem)
    return created.value
  })
  const drive = (car: CarId) => {
    const atMs = clock.nowMs()
    const units = {
      pressure: null,
      temperature: 'C',
      brakeTemperature: null,
      wear: null,
      source: 'judging',
    } as const
    const frame = {
      type: 'telemetry',
      atMs,
      frame: {},
      units,
      pc: 'a',
      verdict: unjudged,
      lateMs: 0,
      isLate: false,
      isRefresh: false,
    } as const
    const monitor = { socket: 1, pc: 'a', bootId: null, keyed: true }
    sessions.publish(car, monitor, { ...frame, telemetry: telemetry({ fuelLiters: 50 }) })
    sessions.flush()
  }
  return { clock, sessions, door, begun, drive, started }
}

test('sessions in which nobody ever drove make room after a day; a raced one stays', () => {
  const { clock, sessions, door, begun, drive, started } = flooded(1_100)
  const [raced, idle] = begun
  drive(raced!.car)
  clock.advance(DAY_MS - 3600_000)
  expect(sessions.count).toBe(1_100)
  clock.advance(2 * 3600_000)
  expect(sessions.count).toBe(1)
  expect(sessions.get(raced!.id)).not.toBeNull()
  // Not even after a restart does anybody get an id that was another's, or in with its key.
  for (const server of [{ sessions, door }, started()]) {
    expect(server.sessions.count).toBe(1)
    const unknown = { ok: false, problem: 'unknown-session' } as const
    expect(server.door.admitKeyless(idle!.id, '10.9.9.9')).toEqual(unknown)
    expect(server.door.presentKey(idle!.publishKey)).toEqual({ ok: false, problem: 'wrong-key' })
    expect(server.door.presentKey(raced!.publishKey).ok).toBe(true)
  }
})

test('where there is room, a key made on Monday still opens its session on Saturday', () => {
  const { clock, door, begun } = flooded(3)
  clock.advance(5 * DAY_MS)
  expect(begun.map(({ publishKey }) => door.presentKey(publishKey).ok)).toEqual(Array(3).fill(true))
})

test('a car that somebody has named keeps its links, also when nobody has driven it for days', () => {
  const { clock, sessions, begun } = flooded(1_100)
  sessions.apply(begun[0]!.car, { type: 'named', atMs: clock.nowMs(), name: 'Borealis #52' })
  clock.advance(4 * DAY_MS)
  expect(sessions.count).toBe(1)
  expect(sessions.get(begun[0]!.id)?.name).toBe('Borealis #52')
})
