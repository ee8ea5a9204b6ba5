import type { Telemetry } from '../../../../src/race/telemetry.ts'
import { eachWheel } from '../../../../src/race/wheels.ts'
import { telemetry } from '../../../fixtures/telemetry.ts'

/** What one PC sends, frame by frame: `tick` counts half seconds. */
export type Car = (tick: number) => Telemetry

type Known = Partial<Telemetry>

/** The entry in the race; names are invented. */
const entry: Known = { carName: 'Borealis Racing #52', sessionType: 'Race', lap: 7 }

const wobble = (tick: number) => (tick * 7) % 11

/** On the road: everything moves, the tank empties. */
export const driving =
  (known: Known = {}): Car =>
  (tick) =>
    telemetry({
      ...entry,
      fuelLiters: 60 - (tick % 4_000) * 0.01,
      speedKph: 180 + wobble(tick),
      rpm: 7_000 + 10 * wobble(tick),
      waterTempC: 84 + 0.1 * wobble(tick),
      tireTempC: eachWheel(() => 90 + wobble(tick)),
      ...known,
    })

/** In its pit box with the engine idling. */
export const standing = (known: Known = {}): Car =>
  driving({ speedKph: 0, fuelLiters: 60, ...known })

/** In the garage, as the existing monitor sends it: engine off, tyres at absolute zero (unknown), nothing moves. */
export const parked =
  (known: Known = {}): Car =>
  () =>
    telemetry({ ...entry, fuelLiters: 75, speedKph: 0.005, rpm: 0, ...known })

/** The menu of a game without a car: zeros. */
export const menu =
  (known: Known = {}): Car =>
  () =>
    telemetry({ fuelLiters: 0, speedKph: 0, rpm: 0, lap: 1, ...known })

/** A teammate's screen while another drives: the car moves, its fuel is hidden. */
export const watching = (known: Known = {}): Car =>
  driving({ fuelLiters: 0, tireTempC: eachWheel(() => null), ...known })

/** A game that hangs while its monitor goes on: the last frame, again and again. */
export const frozen =
  (known: Known = {}): Car =>
  () =>
    driving(known)(1)

/** A teammate who practises by himself in the same car. */
export const practising = (known: Known = {}): Car =>
  driving({ sessionType: 'Practice', lap: 3, ...known })
