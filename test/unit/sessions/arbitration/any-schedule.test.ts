import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Telemetry } from '../../../../src/race/telemetry.ts'
import {
  type Arbitration,
  activeMonitor,
} from '../../../../src/sessions/arbitration/arbitration.ts'
import { feedsWall } from '../../../../src/sessions/arbitration/only-one.ts'
import { type Car, driving, frozen, menu, parked, practising, standing, watching } from './cars.ts'
import { PitWall } from './pit-wall.ts'

const SEED = 24
const RUNS = 100

type Known = Partial<Telemetry>

const cars = { driving, frozen, menu, parked, practising, standing, watching }
type Doing = keyof typeof cars | 'off'
const doings = [...Object.keys(cars), 'off'] as Doing[]
const drivers = ['ana', 'ben', 'cem'] as const

const known: fc.Arbitrary<Known> = fc.record(
  {
    inControl: fc.constantFrom(true, false),
    lap: fc.constantFrom(1, 6, 7, 8, 30),
    carName: fc.constantFrom('Borealis Racing #52', 'Meridian Motorsport #8'),
    trackName: fc.constantFrom('Imola', 'Monza'),
    sessionType: fc.constantFrom('Practice', 'Qualifying', 'Race'),
    state: fc.constantFrom('driving', 'menu', 'spectating', 'paused'),
  },
  { requiredKeys: [] },
)
const someoneDoes = fc.record({
  doing: fc.constantFrom(...doings),
  known: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: known }),
  lateMs: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat(9_000) },
  ),
})
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
  halfSeconds: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 300 }) },
  ),
  does: fc.tuple(someoneDoes, someoneDoes, someoneDoes),
})
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never
const schedule = fc.array(scene, { minLength: 1, maxLength: 14 })

function play(wall: PitWall, { happens, halfSeconds, does }: Scene): void {
  if (happens.type === 'restart') wall.restart()
  if (happens.type === 'leaves') wall.left(happens.who)
  if (happens.type === 'connects') wall.connect(happens.who)
  if (happens.type === 'boots') wall.connect(happens.who, { bootId: `boot of ${happens.who}` })
  if (happens.type === 'is picked') wall.pick(happens.who)
  for (let half = 0; half < halfSeconds; half++) {
    wall.run(0.5)
    for (const [index, driver] of drivers.entries()) {
      const { doing, known, lateMs } = does[index]!
      if (doing !== 'off') frameOf(wall, driver, cars[doing](known), lateMs)
    }
  }
}

/** One frame, of which what must hold for every frame is asked. */
function frameOf(wall: PitWall, driver: string, car: Car, lateMs: number): void {
  const fate = wall.frame(driver, car, lateMs)
  const active = activeMonitor(wall.state)
  const isActive = active?.socket === wall.monitor(driver).socket
  if (lateMs > 3_000) expect(fate).toBeOneOf(['ledger', 'silence'])
  if (fate === 'wall' || fate === 'ledger') expect(isActive).toBe(true)
  if (fate === 'refresh') expect(feedsWall(wall.state, wall.monitor(driver))).toBe(true)
}

const played = (scenes: readonly Scene[]) => {
  const wall = new PitWall()
  for (const scene of scenes) play(wall, scene)
  return wall
}

const assertForAny = (holds: (wall: PitWall) => void) =>
  fc.assert(
    fc.property(schedule, (scenes) => holds(played(scenes))),
    { seed: SEED, numRuns: RUNS },
  )

test('no frame of a standby, and no late one, is ever on the wall; every switch has its reason', () => {
  assertForAny((wall) => {
    for (const { from, to, reason, blindMs } of wall.newsOf('switched')) {
      expect(reason).toBeString()
      expect(from?.socket).not.toBe(to.socket)
      expect(blindMs).toBeGreaterThanOrEqual(0)
    }
  })
})

test('never are there two switches within five seconds, but by the engineer', () => {
  assertForAny((wall) => {
    const switches = wall.newsOf('switched')
    for (const [index, { atMs, reason }] of switches.entries()) {
      const before = switches[index - 1]
      if (before && reason !== 'picked') expect(atMs - before.atMs).toBeGreaterThanOrEqual(5_000)
    }
  })
})

test('the news tell one story: a conflict ends before the next one begins, quiet before offline', () => {
  assertForAny((wall) => {
    let [isConflict, isQuiet, isOffline] = [false, false, false]
    for (const { type } of wall.told) {
      if (type === 'conflict-began') expect(isConflict).toBe(false)
      if (type === 'conflict-ended') expect(isConflict).toBe(true)
      if (type === 'went-offline') expect([isQuiet, isOffline]).toEqual([true, false])
      if (type === 'came-back') expect(isQuiet).toBe(true)
      if (type.startsWith('conflict')) isConflict = type === 'conflict-began'
      if (type === 'went-offline') isOffline = true
      if (type === 'went-quiet') isQuiet = true
      if (type === 'switched' || type === 'came-back') [isQuiet, isOffline] = [false, false]
    }
    expect(wall.state.conflict !== null).toBe(isConflict)
  })
})

test('what is known between two frames is plain JSON, and of bounded size', () => {
  assertForAny(({ state }) => {
    const saved = JSON.stringify(state)
    expect(JSON.parse(saved)).toEqual(state)
    expect(saved.length).toBeLessThan(10_000)
  })
})

const idle = fc.constantFrom<Doing>('menu', 'parked', 'standing', 'watching', 'off')

test('it is never stuck: who alone drives on with the chapter is on the wall within six seconds', () => {
  fc.assert(
    fc.property(schedule, who, idle, idle, fc.boolean(), (scenes, driver, one, two, claims) => {
      const wall = played(scenes)
      const others = drivers.filter((other) => other !== driver)
      const place = goesOn(wall.state)
      const car = driving({ ...place, ...(claims ? { inControl: true } : {}) })
      const idles = { ...cars, standing: () => standing(place), parked: () => parked(place) }
      for (let half = 0; half < 12; half++) {
        wall.run(0.5, { [driver]: car })
        for (const [index, doing] of [one, two].entries()) {
          // Who was picked keeps the wall as long as his engine runs: that is what a choice is for.
          const isChosen = wall.state.isPicked && doing === 'standing'
          if (doing !== 'off' && !isChosen) wall.frame(others[index]!, idles[doing]())
        }
      }
      expect(wall.driver).toBe(driver)
      expect(wall.phase).toBe('live')
    }),
    { seed: SEED, numRuns: 2 * RUNS },
  )
})

const sessionTypes = ['Practice', 'Qualifying', 'Warmup', 'Race']

/** A frame that goes on where the car was last. */
function goesOn({ chapter }: Arbitration): Known {
  if (chapter === null) return {}
  const { carName, trackName, rank, lap } = chapter
  return { carName, trackName, lap, sessionType: rank === null ? null : sessionTypes[rank]! }
}
