import { describe, expect, test } from 'bun:test'
import type { Feed } from '../../../src/race/feed.ts'
import type { SessionEvent } from '../../../src/race/session-event.ts'
import type { ArbitrationEvent } from '../../../src/sessions/arbitration/arbitration-event.ts'
import type { Monitor } from '../../../src/sessions/arbitration/monitor.ts'
import { type Feeding, feedingAfter, isAtRest, newFeeding } from '../../../src/sessions/feeding.ts'
import { type Car, driving, menu, parked, standing, watching } from './arbitration/cars.ts'

/** One wall, what it says of its source, and what the timeline is told. */
class Wall {
  feeding: Feeding = newFeeding(0)
  feed: Feed | null = null
  told: SessionEvent[] = []
  replaced: number[] = []
  readonly #monitors = new Map<string, Monitor>()
  #tick = 0
  #sockets = 0

  connect(driver: string, known: Partial<Monitor> = {}): this {
    const unsaid = { pc: `pc-of-${driver}`, bootId: null, keyed: true }
    this.#monitors.set(driver, { ...unsaid, ...known, socket: ++this.#sockets })
    return this.tell({ type: 'joined', atMs: this.atMs, monitor: this.#monitor(driver) })
  }

  run(seconds: number, cars: Readonly<Record<string, Car>> = {}): this {
    for (let half = 0; half < seconds * 2; half++) {
      this.#tick++
      for (const [driver, car] of Object.entries(cars)) {
        const telemetry = { ...car(this.#tick), driverName: driver }
        const monitor = this.#monitor(driver)
        this.tell({ type: 'frame', atMs: this.atMs, monitor, telemetry, lateMs: 0 })
      }
      this.tell({ type: 'tick', atMs: this.atMs })
    }
    return this
  }

  pick(driver: string): this {
    return this.tell({ type: 'picked', atMs: this.atMs, monitor: this.#monitor(driver) })
  }

  leaves(driver: string): this {
    return this.tell({ type: 'left', atMs: this.atMs, monitor: this.#monitor(driver) })
  }

  tell(event: ArbitrationEvent): this {
    const { feeding, told, feed, replaced } = feedingAfter(this.feeding, event, this.feed)
    this.feeding = feeding
    this.feed = feed
    this.told.push(...told)
    if (replaced !== null) this.replaced.push(replaced)
    return this
  }

  get atMs(): number {
    return this.#tick * 500
  }

  get types() {
    return this.told.map(({ type }) => type)
  }

  #monitor(driver: string): Monitor {
    const known = this.#monitors.get(driver)
    if (known !== undefined) return known
    this.connect(driver)
    return this.#monitor(driver)
  }
}

const anaDrives = (others: Readonly<Record<string, Car>> = {}) =>
  new Wall().run(10, { ana: driving(), ...others })

test('the first monitor is no news; the wall names it', () => {
  const wall = anaDrives()
  expect(wall.told).toEqual([])
  expect(wall.feed).toEqual({ driverName: 'ana', phase: 'live', sinceMs: 500, conflict: null })
})

test('a hand-over says to whom, and how long the wall was blind', () => {
  const wall = anaDrives().run(60.5).run(1, { ben: standing() })
  expect(wall.told.at(-1)).toEqual({
    type: 'handed-over',
    atMs: 71_500,
    to: 'ben',
    blindMs: 61_500,
    isPicked: false,
  })
  expect(wall.feed).toMatchObject({ driverName: 'ben', phase: 'live', sinceMs: 71_500 })
})

test('a car that was seen parked until the swap was never blind', () => {
  const wall = anaDrives({ ben: menu() }).run(60, { ana: parked(), ben: menu() })
  wall.run(1, { ana: parked(), ben: standing() })
  expect(wall.told).toMatchObject([{ type: 'handed-over', to: 'ben', blindMs: 0 }])
})

test('the same PC whose monitor was started anew is no hand-over, but a return', () => {
  const wall = anaDrives().run(30).connect('ana').leaves('ana')
  wall.connect('ana', { bootId: 'boot-2' }).run(2, { ana: driving() })
  expect(wall.types).toEqual(['feed-quiet', 'feed-returned'])
})

test('an address with another name on it is another PC: a house has many', () => {
  const wall = anaDrives().run(10).connect('ben', { pc: 'pc-of-ana', bootId: 'boot-2' })
  wall.run(2, { ben: driving() })
  expect(wall.types).toEqual(['feed-quiet', 'handed-over'])
})

describe('silence', () => {
  test('is quiet after five seconds, lost after two minutes, and over with the return', () => {
    const wall = anaDrives().run(119).run(1).run(1, { ana: driving() })
    expect(wall.told).toEqual([
      { type: 'feed-quiet', atMs: 15_000 },
      { type: 'feed-lost', atMs: 130_000 },
      { type: 'feed-returned', atMs: 130_500, blindMs: 120_500 },
    ])
    expect(wall.feed).toMatchObject({ phase: 'live', sinceMs: 130_500 })
  })

  test('is not that of a parked car whose monitor speaks, alone or not', () => {
    expect(anaDrives().run(300, { ana: parked() }).told).toEqual([])
    const wall = anaDrives({ ben: menu() }).run(300, { ana: parked(), ben: menu() })
    expect(wall.told).toEqual([])
    expect(wall.feed?.phase).toBe('live')
    wall.run(10, { ben: menu() })
    expect(wall.types).toEqual(['feed-quiet'])
  })

  test('is that of a driver who has got out, though his monitor speaks', () => {
    const wall = anaDrives({ ben: watching() }).run(20, { ana: watching(), ben: watching() })
    expect(wall.types).toEqual(['feed-quiet'])
    expect(wall.feed).toMatchObject({ driverName: 'ana', phase: 'quiet' })
  })
})

describe('a conflict', () => {
  test('is told with the names of both, and stands on the wall', () => {
    const both = { ana: driving(), ben: driving() }
    const wall = anaDrives().run(10, both)
    expect(wall.told).toMatchObject([{ type: 'conflict-began', shown: 'ana', other: 'ben' }])
    expect(wall.feed?.conflict).toEqual(['ana', 'ben'])
    wall.leaves('ben')
    expect(wall.told.at(-1)).toMatchObject({ type: 'conflict-ended', shown: 'ana', other: 'ben' })
    expect(wall.feed?.conflict).toBeNull()
  })

  test('that a choice ends is told by the hand-over, or where nothing is handed over by its own end', () => {
    const stays = anaDrives().run(10, { ana: driving(), ben: driving() }).pick('ana')
    expect(stays.told.at(-1)).toMatchObject({ type: 'conflict-ended', isPicked: true })
    const wall = anaDrives().run(10, { ana: driving(), ben: driving() }).pick('ben')
    expect(wall.types).toEqual(['conflict-began', 'handed-over'])
    expect(wall.told.at(-1)).toMatchObject({ to: 'ben', isPicked: true })
    expect(wall.feed).toMatchObject({ driverName: 'ben', phase: 'live', conflict: null })
  })
})

test('a program on two sockets: the older one is closed; two at one address: it is not', () => {
  const wall = new Wall().connect('ana', { bootId: 'boot-1' }).run(5, { ana: driving() })
  wall.connect('ana', { bootId: 'boot-1' })
  expect(wall.replaced).toEqual([1])
  const nameless = anaDrives().run(3).connect('ana').run(1, { ana: driving() })
  expect(nameless.replaced).toEqual([])
  expect(nameless.told).toEqual([])
})

test('a restart of the server is no silence by itself', () => {
  const wall = anaDrives().tell({ type: 'restarted', atMs: 10_500 })
  expect(wall.told).toEqual([])
  expect(wall.feed).toMatchObject({ driverName: 'ana', phase: 'live' })
})

test('the wall of a car that is lost is at rest, and costs nothing; that of a parked one is watched', () => {
  const atRest = ({ feeding, feed }: Wall) => isAtRest(feeding, feed)
  expect(atRest(new Wall())).toBe(true)
  expect(atRest(anaDrives())).toBe(false)
  expect(atRest(anaDrives().run(130))).toBe(true)
  expect(atRest(anaDrives().run(300, { ana: parked() }))).toBe(false)
  expect(atRest(anaDrives().run(300, { ana: parked() }).run(130))).toBe(true)
})
