import type { Telemetry } from '../../../../src/race/telemetry.ts'
import type { Monitor } from '../../../../src/sessions/arbitration/monitor.ts'
import { telemetry } from '../../../fixtures/telemetry.ts'
import { type Car, driving, menu, parked, practising, standing, watching } from './cars.ts'
import type { Chance } from './chance.ts'

/** What a PC does while a teammate has the car. */
type Pastime =
  | 'watching'
  | 'menu'
  | 'garage'
  | 'hanging'
  | 'practising'
  | 'other car'
  | 'own race'
  | 'off'

/** How teammates spend a race. Guessed, with more practising than any team does. */
const pastimes: readonly (readonly [Pastime, number])[] = [
  ['watching', 40],
  ['menu', 24],
  ['garage', 12],
  ['practising', 5],
  ['other car', 1.5],
  ['own race', 0.5],
  ['off', 16],
]

/** The game of who has just handed over: it shows the teammate, loads, or hangs with its last frame. */
const afterStint: typeof pastimes = [
  ['watching', 60],
  ['menu', 25],
  ['hanging', 15],
]

export interface Sent {
  readonly dueMs: number
  readonly lateMs: number
  readonly telemetry: Telemetry
}

let sockets = 0

/** A teammate's PC with its monitor, its link and its habits. */
export class RacePc {
  monitor: Monitor | null = null
  readonly #address: string
  readonly #chance: Chance
  /** A monitor that says who is in control; else one as it exists today. */
  readonly #isTyped: boolean
  #boot = 0
  #pastime: Pastime = 'menu'
  #pastimeUntilMs = 0
  #lagMs = 0
  #lagUntilMs = 0
  #cutUntilMs = 0
  #onTheWay: Sent[] = []
  #last: Telemetry | null = null

  constructor(name: string, chance: Chance) {
    this.#address = `pc-of-${name}`
    this.#chance = chance
    this.#isTyped = chance.happens(0.5)
    this.start()
  }

  /** The monitor's program begins anew. */
  start(): void {
    this.#boot++
    this.#last = null
    this.connect()
  }

  connect(): void {
    const bootId = this.#isTyped ? `${this.#address}/${this.#boot}` : null
    this.monitor = { socket: ++sockets, pc: this.#address, bootId, keyed: true }
    this.#onTheWay = []
  }

  disconnect(): void {
    this.monitor = null
  }

  /** For a while everything arrives late, or nothing at all. */
  troubleLink(atMs: number): void {
    const forMs = this.#chance.between(4_000, 30_000)
    if (this.#chance.happens(0.5)) {
      this.#lagMs = this.#chance.between(1_000, 8_000)
      this.#lagUntilMs = atMs + forMs
    } else this.#cutUntilMs = atMs + forMs
  }

  /** What it would send now with the car (`lap` of the race, standing or driving) or without it. */
  sample(atMs: number, tick: number, lap: number, inCar: 'driving' | 'standing' | null): Telemetry {
    const car = inCar === null ? this.#withoutCar(atMs, lap) : this.#withCar(atMs, inCar, lap)
    this.#last = car(tick)
    return this.#last
  }

  /** Gives a frame to the link, and gets what comes out of it at the other end. */
  send(atMs: number, telemetry: Telemetry): Sent[] {
    const lateMs = atMs < this.#lagUntilMs ? this.#lagMs : 0
    const before = this.#onTheWay.at(-1)?.dueMs ?? 0
    const dueMs = Math.max(before, atMs + lateMs)
    if (atMs >= this.#cutUntilMs) this.#onTheWay.push({ dueMs, lateMs: dueMs - atMs, telemetry })
    const arrived = this.#onTheWay.filter((sent) => sent.dueMs <= atMs)
    this.#onTheWay = this.#onTheWay.filter((sent) => sent.dueMs > atMs)
    return arrived
  }

  get isOff(): boolean {
    return this.#pastime === 'off'
  }

  #withCar(atMs: number, how: 'driving' | 'standing', lap: number): Car {
    const known = this.#isTyped ? ({ lap, inControl: true, state: 'driving' } as const) : { lap }
    // Nobody is in a session of his own sooner after his stint: a game takes its time to load.
    this.#pastime = this.#chance.weighted(afterStint)
    this.#pastimeUntilMs = atMs + this.#chance.between(20_000, 90_000)
    return how === 'driving' ? driving(known) : standing(known)
  }

  #withoutCar(atMs: number, lap: number): Car {
    if (atMs >= this.#pastimeUntilMs) {
      this.#pastime = this.#chance.weighted(pastimes)
      this.#pastimeUntilMs = atMs + this.#chance.between(30_000, 300_000)
    }
    const control = (inControl: boolean) => (this.#isTyped ? { inControl } : {})
    switch (this.#pastime) {
      case 'watching':
        return watching({ lap, ...control(false) })
      case 'menu':
      case 'off':
        return menu(control(false))
      case 'garage':
        return parked({ sessionType: 'Practice', lap: 1, ...control(true) })
      case 'hanging':
        return () => this.#last ?? telemetry()
      case 'practising':
        return practising(control(true))
      case 'other car':
        return practising({ carName: 'Meridian Motorsport #8', ...control(true) })
      case 'own race':
        return driving({ lap: 2, ...control(true) })
    }
  }
}
