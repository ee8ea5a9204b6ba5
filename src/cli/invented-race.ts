import { type CarSample, carSample } from './race/car-sample.ts'
import { existingFrame } from './race/existing-frame.ts'
import type { FrameStamp, LeaderKnown } from './race/frame-stamp.ts'
import { type CarClass, cars, type InventedCar } from './race/invented-cars.ts'
import { TRACK_NAME } from './race/invented-track.ts'
import { type LeaderDrive, racingLeader, steadyLeader } from './race/leader-drive.ts'
import {
  type ConditionsWanted,
  type RaceConditions,
  raceConditions,
} from './race/race-conditions.ts'
import { LEADER_LAP_MS, racePlan } from './race/race-plan.ts'
import { type RaceScript, undisturbed } from './race/race-script.ts'
import type { RaceTruth } from './race/race-truth.ts'
import { type SeededRandom, seededRandom } from './race/seeded-random.ts'
import { typedFrame } from './race/typed-frame.ts'

/** `units`: everything, declared. `existing`: the fields and quirks of the existing Python monitor. */
export type Dialect = 'units' | 'existing'

export interface InventedRaceOptions {
  readonly seed: number
  /** Until the session clock is at zero, formation included. */
  readonly raceMinutes?: number
  readonly dialect?: Dialect
  readonly driverName?: string
  /** Who gets in at every second stop, in this order; else one drives all of it. */
  readonly drivers?: readonly string[]
  /** A LMGT3 unless it is said. */
  readonly carClass?: CarClass
  /** Whether this car leads the race, or knows where the leader is. Absent: a leader like a clock. */
  readonly leader?: LeaderKnown
  readonly conditions?: Partial<ConditionsWanted>
}

/** A race nobody drove: the same for the same seed, at any speed and any rate of asking. */
export interface InventedRace {
  /** What really happens, for tests to compare a wall with. */
  readonly truth: RaceTruth
  /** A minute after the chequered flag; later moments look like this one. */
  readonly endMs: number
  /** Race times at which something began or ended that nobody could foresee. */
  readonly changes: readonly number[]
  readonly car: InventedCar
  sampleAt(raceTimeMs: number): CarSample
  /** The `telemetry` of a `telemetry_update`. */
  frameAt(raceTimeMs: number, stamp: FrameStamp): Readonly<Record<string, unknown>>
}

const FOUR_HOURS = 240
/** A stint and its stop, about; whoever swaps drives two of them. */
const STINT_MS = 56 * 60_000
const STINTS_OF_A_TURN = 2
const LAPS_OF_A_STINT = 29
const SWAP_HELD_MS = 45_000

/** Each driver has a hand of his own: some tenths, and some hundredths of the use. */
function scriptOf(drivers: readonly string[], raceMs: number, random: SeededRandom): RaceScript {
  if (drivers.length < 2) return undisturbed
  const turns = Math.floor(raceMs / (STINTS_OF_A_TURN * STINT_MS))
  return {
    incidents: [],
    swaps: Array.from({ length: turns }, (_, i) => ({
      byLap: (i + 1) * STINTS_OF_A_TURN * LAPS_OF_A_STINT,
      heldMs: SWAP_HELD_MS,
    })),
    handAfter: (changes) => {
      const who = changes % drivers.length
      return {
        paceMs: random.bell('hand', who) * 350,
        useRatio: 1 + random.bell('foot', who) * 0.008,
      }
    },
  }
}

/** Of a Hypercar that is a little faster than ours would be; of a race of its own for those who follow. */
const LEADER_RATIO = 0.995

function leaderOf(
  leader: LeaderKnown | undefined,
  race: { readonly greenAtMs: number; readonly raceMs: number },
  conditions: RaceConditions,
  random: SeededRandom,
): LeaderDrive | null {
  if (leader === undefined) return steadyLeader(race.greenAtMs, LEADER_LAP_MS)
  if (leader === 'us') return null
  const lapMs = (cars.hypercar.cleanLapMs + 1_200) * LEADER_RATIO
  return racingLeader({ ...race, lapMs }, conditions, random)
}

export function inventedRace(options: InventedRaceOptions): InventedRace {
  const { seed, raceMinutes = FOUR_HOURS, dialect = 'units', driverName = 'Ana Lima' } = options
  const random = seededRandom(seed)
  const raceMs = raceMinutes * 60_000
  const car = cars[options.carClass ?? 'lmgt3']
  const { leader, drivers = [] } = options
  const wanted = { yellows: false, rain: false, phases: false, ...options.conditions }
  const conditions = raceConditions(wanted, raceMs, random)
  const plan = racePlan(raceMs, random, scriptOf(drivers, raceMs, random), {
    ...{ car, conditions },
    leader: (greenAtMs) => leaderOf(leader, { greenAtMs, raceMs }, conditions, random),
  })
  const { greenAtMs, stops } = plan.truth
  const identity = {
    sessionType: 'Race',
    driverName,
    trackName: TRACK_NAME,
    raceMs,
    greenAtMs,
    car,
    ...(leader !== undefined && { leader }),
  } as const
  const frame = dialect === 'units' ? typedFrame : existingFrame
  const sampleAt = (raceTimeMs: number) => carSample(plan, raceTimeMs, random)
  const driverAt = (raceTimeMs: number) => {
    const swaps = stops.filter(
      ({ swapsDriver, startedAtMs }) => swapsDriver && startedAtMs <= raceTimeMs,
    )
    return drivers[swaps.length % drivers.length] ?? driverName
  }
  return {
    truth: plan.truth,
    endMs: plan.legs.at(-1)?.endMs ?? 0,
    sampleAt,
    frameAt: (raceTimeMs, stamp) =>
      frame(sampleAt(raceTimeMs), { ...identity, driverName: driverAt(raceTimeMs) }, stamp),
    changes: conditions.changes,
    car,
  }
}
