import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { CarId } from '../../../src/race/session.ts'
import { unjudged } from '../../../src/race/units.ts'
import type { Monitor } from '../../../src/sessions/arbitration/monitor.ts'
import { Doorkeeper } from '../../../src/sessions/doorkeeper.ts'
import { SessionManager } from '../../../src/sessions/session-manager.ts'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import { TestClock } from '../../fixtures/clock.ts'
import {
  type Car,
  driving,
  frozen,
  menu,
  parked,
  practising,
  standing,
  watching,
} from './arbitration/cars.ts'

const SEED = 25
const RUNS = 60

const units = {
  pressure: 'kPa',
  temperature: 'C',
  brakeTemperature: 'C',
  wear: 'remaining_fraction',
  source: 'declared',
} as const

interface Pc {
  monitor: Monitor
  sent: number
}

/** One car's PCs in front of the only writer, as connections tell it; nothing of its inside is known here. */
class Day {
  readonly clock = new TestClock()
  readonly store = { ...memorySessionStore(), close: () => {} }
  readonly pcs = new Map<string, Pc>()
  readonly car: CarId
  sessions: SessionManager
  /** Who fed the wall when, where that changed. */
  readonly sources: { readonly driver: string; readonly atMs: number; readonly picked: boolean }[] =
    []
  #sockets = 0
  #tick = 0
  #picked: string | null = null

  constructor() {
    this.sessions = this.#started()
    const door = new Doorkeeper({
      sessions: this.sessions,
      clock: this.clock,
      legacyMonitors: true,
    })
    const created = door.create('keyed', '192.0.2.1')
    if (!created.ok) throw new Error(created.problem)
    this.car = created.value.car
  }

  get session() {
    const session = this.sessions.ofCar(this.car)
    if (session === null) throw new Error('the car is gone')
    return session
  }

  connect(driver: string, bootId: string | null = null): Pc {
    this.leave(driver)
    const monitor = { socket: ++this.#sockets, pc: `pc-of-${driver}`, bootId, keyed: true }
    const pc = { monitor, sent: 0 }
    this.pcs.set(driver, pc)
    this.sessions.joined(this.car, monitor)
    return pc
  }

  leave(driver: string): void {
    const pc = this.pcs.get(driver)
    if (pc === undefined) return
    this.pcs.delete(driver)
    this.sessions.left(this.car, pc.monitor)
  }

  pick(driver: string): void {
    const pc = this.pcs.get(driver)
    if (pc !== undefined && this.sessions.pick(this.car, pc.monitor.socket)) this.#picked = driver
  }

  restart(): void {
    this.sessions.close()
    this.pcs.clear()
    this.#sockets = 0
    this.sessions = this.#started()
  }

  /** Half a second, in which these publish. Says whose frames reached the wall. */
  half(cars: Readonly<Record<string, Car>>): string[] {
    this.clock.advance(500)
    this.#tick++
    return Object.entries(cars)
      .filter(([driver, car]) => this.#publish(driver, car))
      .map(([driver]) => driver)
  }

  #publish(driver: string, car: Car): boolean {
    const { monitor } = this.pcs.get(driver) ?? this.connect(driver)
    const atMs = this.clock.nowMs()
    const frame = { by: driver, tick: this.#tick }
    const known = car(this.#tick)
    const telemetry = {
      ...known,
      driverName: driver,
      bootId: monitor.bootId ?? `socket ${monitor.socket}`,
    }
    const judged = {
      units,
      pc: monitor.pc,
      verdict: unjudged,
      lateMs: 0,
      isLate: false,
      isRefresh: false,
    }
    const before = this.session.frame
    const { onWall } = this.sessions.publish(this.car, monitor, {
      type: 'telemetry',
      atMs,
      telemetry,
      frame,
      ...judged,
    })
    const isShown = this.session.frame === frame
    // What is said of it is what happens: the wall shows this frame, or exactly what it showed before.
    expect(isShown || this.session.frame === before).toBe(true)
    expect(onWall || !isShown).toBe(true)
    if (isShown) this.#isNoStandby(monitor)
    if (isShown && this.sources.at(-1)?.driver !== driver) {
      this.sources.push({ driver, atMs, picked: this.#picked === driver })
      this.#picked = null
    }
    return isShown
  }

  /** It is the active one; or nobody is, or that one is gone or silent and this is the same PC. */
  #isNoStandby({ socket }: Monitor): void {
    const active = this.sessions.monitors(this.car)?.active ?? null
    if (active === null || active.socket === socket) return
    const isDead = active.doing === 'gone' || this.clock.nowMs() - (active.heardAtMs ?? 0) >= 2_000
    expect(isDead).toBe(true)
  }

  #started() {
    return new SessionManager({ store: this.store, clock: this.clock })
  }
}

const cars = { driving, frozen, menu, parked, practising, standing, watching }
type Doing = keyof typeof cars | 'off'
const doing = fc.constantFrom<Doing>(...(Object.keys(cars) as (keyof typeof cars)[]), 'off')
const drivers = ['ana', 'ben', 'cem'] as const
const who = fc.constantFrom(...drivers)
const happens = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'nothing' } as const) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('leaves' as const), who }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('connects' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('boots' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('is picked' as const), who }) },
  { weight: 1, arbitrary: fc.constant({ type: 'restart' } as const) },
)
const scene = fc.record({
  happens,
  halves: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 300 }) },
  ),
  does: fc.tuple(doing, doing, doing),
})
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never
const schedule = fc.array(scene, { minLength: 1, maxLength: 12 })

function play(day: Day, { happens, halves, does }: Scene): void {
  if (happens.type === 'restart') day.restart()
  if (happens.type === 'leaves') day.leave(happens.who)
  if (happens.type === 'connects') day.connect(happens.who)
  if (happens.type === 'boots') day.connect(happens.who, `boot of ${happens.who}`)
  if (happens.type === 'is picked') day.pick(happens.who)
  const publishing = Object.fromEntries(
    drivers.flatMap((driver, index) => {
      const what = does[index] ?? 'off'
      return what === 'off' ? [] : [[driver, cars[what]()]]
    }),
  )
  for (let half = 0; half < halves; half++) {
    const shown = day.half(publishing)
    // Of all that publish in one half second, one reaches the wall, or two as it is handed over.
    expect(shown.length).toBeLessThanOrEqual(2)
  }
}

function played(scenes: readonly Scene[]): Day {
  const day = new Day()
  for (const scene of scenes) play(day, scene)
  return day
}

test('whatever PCs do: no frame of a standby is on the wall, and its source never changes twice in five seconds', () => {
  let switches = 0
  fc.assert(
    fc.property(schedule, (scenes) => {
      const { sources } = played(scenes)
      switches += Math.max(0, sources.length - 1)
      for (const [index, { atMs, picked }] of sources.entries()) {
        const before = sources[index - 1]
        const beforeThat = sources[index - 2]
        if (!before || !beforeThat || picked || before.picked) continue
        expect(atMs - before.atMs).toBeGreaterThanOrEqual(5_000)
      }
    }),
    { seed: SEED, numRuns: RUNS },
  )
  // Schedules in which nothing happens would prove nothing.
  expect(switches).toBeGreaterThan(RUNS)
}, 60_000)

const idle = fc.constantFrom<Doing>('menu', 'watching', 'off')

test('whatever was before: who alone drives on with the race is on the wall within six seconds, online, and named', () => {
  fc.assert(
    fc.property(schedule, who, idle, idle, (scenes, driver, one, two) => {
      const day = played(scenes)
      const others = drivers.filter((other) => other !== driver)
      const place = goesOn(day)
      const rest = [one, two].flatMap((what, index) => {
        return what === 'off' ? [] : [[others[index], cars[what]()]]
      })
      const publishing = { [driver]: driving(place), ...Object.fromEntries(rest) }
      for (let half = 0; half < 12; half++) day.half(publishing)
      const { frame, monitor, feed } = day.session
      expect(frame).toMatchObject({ by: driver })
      expect(monitor.status).toBe('online')
      expect(feed).toMatchObject({ driverName: driver, phase: 'live' })
    }),
    { seed: SEED, numRuns: RUNS },
  )
}, 60_000)

/** A frame that goes on where the wall's car was last. */
function goesOn({ session }: Day) {
  const { telemetry } = session
  if (telemetry === null) return {}
  const { carName, trackName, lap, sessionType } = telemetry
  return { carName, trackName, lap, sessionType }
}
