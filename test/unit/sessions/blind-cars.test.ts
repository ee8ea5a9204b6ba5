import { describe, expect, test } from 'bun:test'
import type { Session } from '../../../src/race/session.ts'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import { unjudged } from '../../../src/race/units.ts'
import { BlindCars } from '../../../src/sessions/blind-cars.ts'
import { Doorkeeper } from '../../../src/sessions/doorkeeper.ts'
import { SessionManager } from '../../../src/sessions/session-manager.ts'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import { TestClock } from '../../fixtures/clock.ts'
import { aCar, Drive } from '../../fixtures/race.ts'
import { telemetry } from '../../fixtures/telemetry.ts'

const MINUTE = 60_000
const monitor = { socket: 1, pc: '198.51.100.7', bootId: 'b-1', keyed: true }

/** A car that drives for some seconds, twice a second, over a store that a second server can begin with. */
function driving(known: Partial<Telemetry> = {}) {
  const clock = new TestClock()
  const store = memorySessionStore()
  const sessions = new SessionManager({ store, clock })
  const door = new Doorkeeper({ sessions, clock, legacyMonitors: true })
  const created = door.create('keyed', '198.51.100.7')
  if (!created.ok) throw new Error(created.problem)
  const { car } = created.value
  let changes = 0
  sessions.onChange(car, () => changes++)
  let fuelLiters = 60
  const drive = (seconds: number) => {
    for (let half = 0; half < 2 * seconds; half++) {
      clock.advance(500)
      fuelLiters -= 0.01
      const seen = { speedKph: 200, fuelLiters, inControl: true, bootId: 'b-1', ...known }
      const units = { pressure: 'kPa', temperature: 'C', brakeTemperature: 'C' } as const
      sessions.publish(car, monitor, {
        ...{ type: 'telemetry', atMs: clock.nowMs(), lateMs: 0, isLate: false, isRefresh: false },
        ...{ telemetry: telemetry(seen), frame: {}, pc: monitor.pc, verdict: unjudged },
        units: { ...units, wear: 'remaining_fraction', source: 'declared' },
      })
    }
  }
  drive(3)
  const session = (): Session => sessions.ofCar(car)!
  const unseenMs = () => session().passedAtMs && session().passedAtMs! - session().takenAtMs!
  return { clock, store, sessions, car, drive, session, unseenMs, changes: () => changes }
}

describe('a car that nobody sees', () => {
  test('goes on about every ten seconds, until it is seen again', () => {
    const { clock, unseenMs, drive } = driving()
    expect(unseenMs()).toBeNull()
    clock.advance(MINUTE)
    expect(unseenMs()).toBeGreaterThan(MINUTE - 10_000)
    expect(unseenMs()).toBeLessThanOrEqual(MINUTE)
    drive(1)
    expect(unseenMs()).toBeNull()
    clock.advance(4_000)
    expect(unseenMs()).toBeNull()
  })

  test('goes on for at most one stint, and costs nothing from then on', () => {
    const { clock, unseenMs, changes } = driving()
    clock.advance(70 * MINUTE)
    expect(unseenMs()).toBe(60 * MINUTE)
    const before = changes()
    clock.advance(600 * MINUTE)
    expect([unseenMs(), changes()]).toEqual([60 * MINUTE, before])
  })

  test('is where it was, if it stood', () => {
    const { clock, unseenMs } = driving({ speedKph: 0 })
    clock.advance(MINUTE)
    expect(unseenMs()).toBeNull()
  })

  test('goes on under the next server too', () => {
    const { clock, store, sessions, car } = driving()
    sessions.close()
    const next = new SessionManager({ store, clock })
    clock.advance(MINUTE)
    const { passedAtMs, takenAtMs } = next.ofCar(car)!
    expect(passedAtMs! - takenAtMs!).toBeGreaterThan(MINUTE - 10_000)
  })

  test('does not go on once its session is over', () => {
    const { clock, sessions, car, unseenMs } = driving()
    sessions.apply(car, { type: 'ended', atMs: clock.nowMs(), by: 'engineer' })
    clock.advance(MINUTE)
    expect(unseenMs()).toBeNull()
  })
})

test('only cars that are not seen are asked, and each that has come to its end once', () => {
  const asked: string[] = []
  const cars = new BlindCars({
    apply: (car) => {
      asked.push(car)
      return false
    },
  })
  const { session } = new Drive({ fuelLiters: 50, speedKph: 200 }).frame()
  const feed = { driverName: null, phase: 'live', sinceMs: 0, conflict: null } as const
  for (let n = 0; n < 1_000; n++) cars.heard({ ...session, car: `car-${n}` as typeof aCar, feed })
  cars.heard({ ...session, car: aCar, feed: { ...feed, phase: 'lost' } })
  for (let atMs = 10_000; atMs < 100_000; atMs += 10_000) cars.tick(atMs)
  expect(asked).toEqual([aCar])
})
