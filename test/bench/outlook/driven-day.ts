import { type InventedRace, inventedRace } from '../../../src/cli/invented-race.ts'
import { inventedSetup } from '../../../src/cli/invented-setup.ts'
import { advance } from '../../../src/race/advance.ts'
import type { DrivingRules } from '../../../src/race/inputs/driving-rules.ts'
import { type CarId, newSession, type Session, type SessionId } from '../../../src/race/session.ts'
import type { TelemetryTaken } from '../../../src/race/session-event.ts'
import { unjudged } from '../../../src/race/units.ts'
import { outlook } from '../../../src/strategy/outlook.ts'
import { decode } from '../../../src/wire/decode.ts'
import { judged, unitsFor } from '../../../src/wire/units.ts'

const DAY_MINUTES = 24 * 60
const EVERY_MS = 500
/** Two laps and a bit: what a lap costs when it ends is part of the price of its frames. */
const PASS_MS = 220_000
const DRIVERS = ['Ana Lima', 'Ben Ito', 'Cho Park'] as const
const HOUR = 3600_000
const rules: DrivingRules = {
  ...{ minMs: 4 * HOUR, maxMs: 14 * HOUR, stintMaxMs: 3 * HOUR },
  window: { lengthMs: 6 * HOUR, maxMs: 4 * HOUR },
}

/** 24 hours of one car and three drivers, with a setup, a roster, rules and a correction: everything is worked out. */
export class DrivenDay {
  readonly #race: InventedRace
  #session: Session
  #atMs = 0

  constructor(seed: number) {
    this.#race = inventedRace({ seed, raceMinutes: DAY_MINUTES })
    let session = newSession({ car: 'day' as CarId, id: 'day' as SessionId, mode: 'keyed' }, 0)
    const setup = { receivedAtMs: 0, sentAt: null, tree: inventedSetup() }
    session = advance(session, { type: 'setup', atMs: 0, setup })
    const corrections = { ...session.inputs.corrections, excludedLaps: [{ chapter: 1, number: 1 }] }
    const told = [
      { name: 'roster', value: DRIVERS },
      { name: 'drivingRules', value: rules },
      { name: 'corrections', value: corrections },
    ] as const
    for (const input of told) session = advance(session, { type: 'input-set', atMs: 0, ...input })
    this.#session = session
  }

  /** The race as it is then; moments have to be asked for in their order. */
  at(raceMs: number): Moment {
    for (; this.#atMs < raceMs; this.#atMs += EVERY_MS) {
      this.#session = advance(this.#session, this.#frame(this.#session, this.#atMs))
    }
    const frames: TelemetryTaken[] = []
    let session = this.#session
    for (let atMs = raceMs; atMs < raceMs + PASS_MS; atMs += EVERY_MS) {
      const frame = this.#frame(session, atMs)
      frames.push(frame)
      session = advance(session, frame)
    }
    return new Moment(this.#session, frames)
  }

  #frame(session: Session, atMs: number): TelemetryTaken {
    const stamp = { timestamp: new Date(atMs).toISOString(), seq: atMs / EVERY_MS, bootId: 'day' }
    const frame = this.#race.frameAt(atMs, stamp)
    const units = unitsFor(frame, judged(unjudged, frame))
    const driverName = DRIVERS[session.stops.length % DRIVERS.length] ?? null
    const telemetry = { ...decode(frame, units).telemetry, driverName }
    return {
      ...{ type: 'telemetry', atMs, lateMs: 0, isLate: false, isRefresh: false },
      ...{ telemetry, frame, units, pc: 'day', verdict: unjudged },
    }
  }
}

/** A session, and the frames that come next. */
class Moment {
  readonly #session: Session
  readonly #frames: readonly TelemetryTaken[]

  constructor(session: Session, frames: readonly TelemetryTaken[]) {
    this.#session = session
    this.#frames = frames
    // As in a race that runs, all that is old has been worked out before.
    outlook(session)
  }

  get frames(): number {
    return this.#frames.length
  }

  get laps(): number {
    return this.#session.laps.length
  }

  get stops(): number {
    return this.#session.stops.length
  }

  /** Microseconds a frame, of one pass over the frames. */
  passUs(): number {
    let session = this.#session
    const began = Bun.nanoseconds()
    for (const frame of this.#frames) {
      session = advance(session, frame)
      outlook(session)
    }
    return (Bun.nanoseconds() - began) / 1_000 / this.#frames.length
  }
}
