import { eachWheel, type Wheels } from '../../race/wheels.ts'
import type { CarLoad } from './car-load.ts'
import { type DriveTrain, driveTrain } from './drive-train.ts'
import { trackProfile } from './invented-track.ts'
import { type InventedWeather, inventedWeather } from './invented-weather.ts'
import type { LeaderDrive } from './leader-drive.ts'
import type { Conditions } from './race-conditions.ts'
import { brakeTempC, isStanding, type LegKind, legAt, placeInLeg } from './race-leg.ts'
import type { RacePlan } from './race-plan.ts'
import type { InventedLap } from './race-truth.ts'
import type { SeededRandom } from './seeded-random.ts'
import { type TireState, tireState } from './tire-state.ts'

/** Everything about the car at one moment, before it is put into a monitor's words. */
export interface CarSample {
  readonly raceTimeMs: number
  readonly doing: LegKind
  /** The lap being driven; after the flag the last one. */
  readonly lap: InventedLap
  readonly lastLap: InventedLap | null
  readonly bestLapMs: number | null
  readonly lapsCompleted: number
  /** From the place on the track, as the simulator estimates it: stands still when the car does. */
  readonly lapTimeMs: number
  readonly meters: number
  readonly speedKph: number
  readonly stopsMade: number
  readonly load: CarLoad
  readonly brakeTempC: Wheels<number>
  readonly waterTempC: number
  readonly tires: TireState
  readonly driveTrain: DriveTrain
  readonly weather: InventedWeather
  readonly conditions: Conditions
  /** Where the race's leader is; null: this car leads. */
  readonly leader: ReturnType<LeaderDrive['at']> | null
}

const brakeShare: Wheels<number> = { fl: 1, fr: 0.98, rl: 0.96, rr: 0.93 }
const COLDEST_BRAKE_C = 250
/** The estimate runs at the pace of a good lap. */
const ESTIMATE_LAP_MS = 107_500
const IN_GARAGE_MS = -2_759

export function carSample(plan: RacePlan, raceTimeMs: number, random: SeededRandom): CarSample {
  const endMs = plan.legs.at(-1)?.endMs ?? 0
  const atMs = Math.max(0, Math.min(endMs, raceTimeMs))
  const leg = legAt(plan.legs, atMs)
  const { laps, stops } = plan.truth
  const lapsCompleted = leg === undefined ? 0 : leg.lap - 1
  const lap = laps[lapsCompleted] ?? laps.at(-1)
  if (leg === undefined || lap === undefined)
    throw new Error('A planned race has at least one lap.')

  const { meters, speedKph, load } = placeInLeg(leg, atMs)
  const hottest = brakeTempC(leg, atMs)
  return {
    raceTimeMs: atMs,
    doing: leg.kind,
    lap,
    lastLap: laps[lapsCompleted - 1] ?? null,
    bestLapMs:
      lapsCompleted === 0 ? null : Math.min(...laps.slice(0, lapsCompleted).map((l) => l.timeMs)),
    lapsCompleted,
    lapTimeMs: estimatedLapTimeMs(leg.kind, meters),
    meters,
    speedKph,
    stopsMade: stops.filter((stop) => stop.startedAtMs <= atMs).length,
    load,
    brakeTempC: eachWheel((wheel) => Math.max(COLDEST_BRAKE_C, hottest * brakeShare[wheel])),
    waterTempC: 84 + 2 * random.drift('water', atMs / 90_000) + (isStanding(leg.kind) ? 4 : 0),
    tires: tireState(leg, atMs, meters, speedKph),
    driveTrain: driveTrain(leg, meters, speedKph),
    weather: inventedWeather(atMs, random),
    conditions: plan.conditions.at(lap.startedAtMs),
    leader: plan.leader?.at(atMs) ?? null,
  }
}

function estimatedLapTimeMs(doing: LegKind, meters: number): number {
  if (doing === 'formation') return 0
  // A quirk of the simulator: below 0 until the car has left the garage.
  if (doing === 'garage') return IN_GARAGE_MS
  return (trackProfile.timeMsAt(meters) / trackProfile.lapMs) * ESTIMATE_LAP_MS
}
