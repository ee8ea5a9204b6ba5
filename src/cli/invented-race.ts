import { type CarSample, carSample } from './race/car-sample.ts'
import { existingFrame } from './race/existing-frame.ts'
import type { FrameStamp } from './race/frame-stamp.ts'
import { TRACK_NAME } from './race/invented-track.ts'
import { racePlan } from './race/race-plan.ts'
import type { RaceTruth } from './race/race-truth.ts'
import { seededRandom } from './race/seeded-random.ts'
import { typedFrame } from './race/typed-frame.ts'

/** `units`: everything, declared. `existing`: the fields and quirks of the existing Python monitor. */
export type Dialect = 'units' | 'existing'

export interface InventedRaceOptions {
  readonly seed: number
  /** Until the session clock is at zero, formation included. */
  readonly raceMinutes?: number
  readonly dialect?: Dialect
  readonly driverName?: string
}

/** A race nobody drove: the same for the same seed, at any speed and any rate of asking. */
export interface InventedRace {
  /** What really happens, for tests to compare a wall with. */
  readonly truth: RaceTruth
  /** A minute after the chequered flag; later moments look like this one. */
  readonly endMs: number
  sampleAt(raceTimeMs: number): CarSample
  /** The `telemetry` of a `telemetry_update`. */
  frameAt(raceTimeMs: number, stamp: FrameStamp): Readonly<Record<string, unknown>>
}

const FOUR_HOURS = 240

export function inventedRace(options: InventedRaceOptions): InventedRace {
  const { seed, raceMinutes = FOUR_HOURS, dialect = 'units', driverName = 'Ana Lima' } = options
  const random = seededRandom(seed)
  const raceMs = raceMinutes * 60_000
  const plan = racePlan(raceMs, random)
  const { greenAtMs } = plan.truth
  const identity = {
    sessionType: 'Race',
    driverName,
    trackName: TRACK_NAME,
    raceMs,
    greenAtMs,
  } as const
  const frame = dialect === 'units' ? typedFrame : existingFrame
  const sampleAt = (raceTimeMs: number) => carSample(plan, raceTimeMs, random)
  return {
    truth: plan.truth,
    endMs: plan.legs.at(-1)?.endMs ?? 0,
    sampleAt,
    frameAt: (raceTimeMs, stamp) => frame(sampleAt(raceTimeMs), identity, stamp),
  }
}
