import { eachWheel } from '../../race/wheels.ts'
import { type CarLoad, loadDifference, loadShare, loadSum, nothing } from './car-load.ts'
import { car } from './invented-car.ts'
import { pitLane, TRACK_LENGTH_METERS, trackProfile } from './invented-track.ts'
import { lapCharacter } from './lap-character.ts'
import { LegChain } from './leg-chain.ts'
import { settingsAtTheStart, settingsForLap } from './live-settings.ts'
import { comesIn } from './pit-call.ts'
import { pitLaneLeg, serviceInTheBox } from './pit-service.ts'
import type { Leg } from './race-leg.ts'
import { placeOnLap } from './race-places.ts'
import type { InventedLap, InventedStop, RaceTruth } from './race-truth.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface RacePlan {
  readonly legs: readonly Leg[]
  readonly truth: RaceTruth
}

const FORMATION_MS = 45_000
const FORMATION_METERS = 1050
const COOL_DOWN_MS = 60_000
const COOL_DOWN_METERS = 1500
/** The overall leader's; he takes the flag first, and only then everyone finishes their lap. */
export const LEADER_LAP_MS = 98_600
const TYPICAL_LAP_MS = 108_500

/** The whole race before it is run: every lap and stop, to the flag. */
export function racePlan(raceMs: number, random: SeededRandom): RacePlan {
  const chain = new LegChain(loadAtTheStart)
  const formation = {
    fromMeters: TRACK_LENGTH_METERS - FORMATION_METERS,
    toMeters: TRACK_LENGTH_METERS,
  }
  chain.drive(
    { kind: 'formation', lap: 1, durationMs: FORMATION_MS, ...formation },
    idling(FORMATION_MS),
  )
  const greenAtMs = chain.nowMs
  const leaderFlagAtMs =
    greenAtMs + Math.max(1, Math.ceil((raceMs - greenAtMs) / LEADER_LAP_MS)) * LEADER_LAP_MS
  const lapsToFlag = (atMs: number) => Math.ceil((leaderFlagAtMs - atMs) / TYPICAL_LAP_MS)

  const laps: InventedLap[] = []
  const stops: InventedStop[] = []
  let settings = settingsAtTheStart
  let firstLapOnTires = 1
  while (chain.nowMs < leaderFlagAtMs) {
    const lap = laps.length + 1
    const [startedAtMs, startLoad] = [chain.nowMs, chain.load]
    const isOutLap = laps.at(-1)?.isInLap ?? false
    let added = nothing
    if (isOutLap) {
      const service = serviceInTheBox(chain, lap, stops.length + 1, lapsToFlag(chain.nowMs), random)
      stops.push(service.stop)
      added = service.added
      if (service.stop.changedTires.length > 0) firstLapOnTires = lap
    }
    const { timeMs, used, isValid } = lapCharacter(
      lap,
      chain.load.fuelLiters,
      lap - firstLapOnTires,
      random,
    )
    const lapsAfterThis = lapsToFlag(chain.nowMs + timeMs)
    const isInLap =
      lapsAfterThis > 0 && comesIn(chain.load.energyRatio - used.energyRatio, lapsAfterThis)

    const fromMeters = isOutLap ? pitLane.exitMeters : 0
    const toMeters = isInLap ? pitLane.entryMeters : TRACK_LENGTH_METERS
    const partMs = trackProfile.timeMsAt(toMeters) - trackProfile.timeMsAt(fromMeters)
    const spent = trackProfile.spentRatioAt(toMeters) - trackProfile.spentRatioAt(fromMeters)
    const durationMs = timeMs * (partMs / trackProfile.lapMs)
    chain.drive({ kind: 'racing', lap, durationMs, fromMeters, toMeters }, loadShare(used, spent))
    if (isInLap) pitLaneLeg(chain, lap, pitLane.entryMeters, TRACK_LENGTH_METERS)

    settings = settingsForLap(settings, lap, random)
    const lapUsed = loadSum(loadDifference(startLoad, chain.load), added)
    const lastStop = stops.at(-1)
    laps.push({
      number: lap,
      timeMs: chain.nowMs - startedAtMs,
      startedAtMs,
      completedAtMs: chain.nowMs,
      fuelUsedLiters: lapUsed.fuelLiters,
      energyUsedRatio: lapUsed.energyRatio,
      wearUsedRatio: lapUsed.wearRatio,
      isInLap,
      isOutLap,
      isValid,
      place: placeOnLap(lap, lastStop === undefined ? null : lap - lastStop.inLap, random),
      settings,
    })
  }
  const flagAtMs = chain.nowMs
  const coolDown = { kind: 'cool-down', lap: laps.length + 1, durationMs: COOL_DOWN_MS } as const
  chain.drive({ ...coolDown, fromMeters: 0, toMeters: COOL_DOWN_METERS }, idling(COOL_DOWN_MS))
  const startFuelLiters = loadAtTheStart.fuelLiters
  return { legs: chain.legs, truth: { laps, stops, startFuelLiters, greenAtMs, flagAtMs } }
}

const loadAtTheStart: CarLoad = {
  fuelLiters: 100 * car.litersPerEnergyPercent,
  energyRatio: 1,
  wearRatio: eachWheel(() => 1),
}

function idling(durationMs: number): CarLoad {
  return { ...nothing, fuelLiters: (durationMs / 1000) * car.idleLitersPerSecond }
}
