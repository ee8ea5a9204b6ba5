import { eachWheel } from '../../race/wheels.ts'
import { type CarLoad, nothing } from './car-load.ts'
import { driveLap } from './driven-lap.ts'
import { car as lmgt3 } from './invented-car.ts'
import { cars, type InventedCar } from './invented-cars.ts'
import { TRACK_LENGTH_METERS } from './invented-track.ts'
import { lapCharacter } from './lap-character.ts'
import { LapLedger } from './lap-ledger.ts'
import { type LeaderDrive, steadyLeader } from './leader-drive.ts'
import { LegChain } from './leg-chain.ts'
import { comesIn, lapsAfter } from './pit-call.ts'
import { serviceInTheBox } from './pit-service.ts'
import { alwaysCalm, type RaceConditions } from './race-conditions.ts'
import type { Leg } from './race-leg.ts'
import { type IncidentMoment, type RaceScript, undisturbed } from './race-script.ts'
import type { InventedStop, RaceTruth } from './race-truth.ts'
import { ScriptProgress } from './script-progress.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface RacePlan {
  readonly legs: readonly Leg[]
  readonly truth: RaceTruth
  /** Those of the script that found a lap, in its order. */
  readonly incidents: readonly IncidentMoment[]
  /** null: this car leads. */
  readonly leader: LeaderDrive | null
  readonly conditions: RaceConditions
}

/** What is driven, in what, and behind whom. */
export interface RaceGround {
  readonly car: InventedCar
  readonly conditions: RaceConditions
  /** null: this car leads. */
  readonly leader: (greenAtMs: number) => LeaderDrive | null
}

const usualGround: RaceGround = {
  car: cars.lmgt3,
  conditions: alwaysCalm,
  leader: (greenAtMs) => steadyLeader(greenAtMs, LEADER_LAP_MS),
}

const FORMATION_MS = 45_000
const FORMATION_METERS = 1050
const COOL_DOWN_MS = 60_000
const COOL_DOWN_METERS = 1500
/** The overall leader's; he takes the flag first, and only then everyone finishes their lap. */
export const LEADER_LAP_MS = 98_600
export const TYPICAL_LAP_MS = 108_500

/** The whole race before it is run: every lap and stop, to the flag. */
export function racePlan(
  raceMs: number,
  random: SeededRandom,
  script: RaceScript = undisturbed,
  ground: RaceGround = usualGround,
): RacePlan {
  const { car, conditions } = ground
  const start = { ...loadAtTheStart, ...fullOf(car) }
  const chain = new LegChain(start)
  const formation = {
    fromMeters: TRACK_LENGTH_METERS - FORMATION_METERS,
    toMeters: TRACK_LENGTH_METERS,
  }
  chain.drive(
    { kind: 'formation', lap: 1, durationMs: FORMATION_MS, ...formation },
    idling(FORMATION_MS),
  )
  const greenAtMs = chain.nowMs
  const leader = ground.leader(greenAtMs)
  // Nobody finishes before the leader does; he finishes with the lap in which the clock reads zero.
  const leaderFlagAtMs = leader === null ? raceMs : leader.firstCrossingFrom(raceMs)
  const typicalLapMs = car.cleanLapMs + TYPICAL_LAP_MS - cars.lmgt3.cleanLapMs
  const lapsToFlag = (atMs: number) => Math.ceil((leaderFlagAtMs - atMs) / typicalLapMs)

  const ledger = new LapLedger(chain, random)
  const progress = new ScriptProgress(script)
  const stops: InventedStop[] = []
  let firstLapOnTires = 1
  let isInLap = false
  while (chain.nowMs < leaderFlagAtMs) {
    const lap = ledger.begin()
    const isOutLap = isInLap
    let added = nothing
    if (isOutLap) {
      const toFlag = lapsToFlag(chain.nowMs)
      const swap = progress.swapAt(lap - 1)
      const service = serviceInTheBox(chain, lap, stops.length + 1, toFlag, swap, random, car)
      stops.push(service.stop)
      added = service.added
      if (service.stop.changedTires.length > 0) firstLapOnTires = lap
    }
    const { fuelLiters } = chain.load
    const lapsOnTires = lap - firstLapOnTires
    const character = lapCharacter(lap, fuelLiters, lapsOnTires, progress.hand, random, {
      ...{ car, conditions: conditions.at(chain.nowMs) },
    })
    const lapsAfterThis = lapsToFlag(chain.nowMs + character.timeMs)
    const left = lapsAfter(car, chain.load, character.used)
    isInLap = lapsAfterThis > 0 && (comesIn(left, lapsAfterThis) || progress.mustSwapAfter(lap))
    const isFree = lap > 1 && !isOutLap && !isInLap
    const incident = isFree ? progress.incidentOn(lap) : null
    const happenedAtMs = driveLap(chain, { lap, character, isOutLap, isInLap }, incident, car)
    if (happenedAtMs !== null) progress.happened(lap, happenedAtMs)
    const { isValid } = character
    const lastInLap = stops.at(-1)?.inLap ?? null
    ledger.complete({ added, isInLap, isOutLap, isValid, lastInLap })
  }
  const flagAtMs = chain.nowMs
  const coolDown = { kind: 'cool-down', lap: ledger.laps.length + 1 } as const
  chain.drive(
    { ...coolDown, durationMs: COOL_DOWN_MS, fromMeters: 0, toMeters: COOL_DOWN_METERS },
    idling(COOL_DOWN_MS),
  )
  const startFuelLiters = start.fuelLiters
  const { legs } = chain
  const truth = { laps: ledger.laps, stops, startFuelLiters, greenAtMs, leaderFlagAtMs, flagAtMs }
  return { legs, truth, incidents: progress.moments, leader, conditions }
}

/** As the rules let it begin: full. */
const fullOf = ({ energyPerLapRatio, litersPerEnergyPercent, fillLiters }: InventedCar) =>
  energyPerLapRatio > 0
    ? { fuelLiters: 100 * litersPerEnergyPercent, energyRatio: 1 }
    : { fuelLiters: fillLiters, energyRatio: 0 }

export const loadAtTheStart: CarLoad = {
  fuelLiters: 100 * lmgt3.litersPerEnergyPercent,
  energyRatio: 1,
  wearRatio: eachWheel(() => 1),
}

export function idling(durationMs: number): CarLoad {
  return { ...nothing, fuelLiters: (durationMs / 1000) * lmgt3.idleLitersPerSecond }
}
