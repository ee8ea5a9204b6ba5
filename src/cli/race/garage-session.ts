import { nothing } from './car-load.ts'
import { driveLap, driveStretch, standStill } from './driven-lap.ts'
import { pitLane } from './invented-track.ts'
import { type DriverHand, lapCharacter } from './lap-character.ts'
import { LapLedger } from './lap-ledger.ts'
import { steadyLeader } from './leader-drive.ts'
import { LegChain } from './leg-chain.ts'
import { pitLaneLeg } from './pit-service.ts'
import { alwaysCalm } from './race-conditions.ts'
import { idling, LEADER_LAP_MS, loadAtTheStart, type RacePlan } from './race-plan.ts'
import type { InventedStop } from './race-truth.ts'
import type { SeededRandom } from './seeded-random.ts'

const FUEL_LITERS = 40
const IN_GARAGE_MS = 40_000
/** Where the driver has had enough and presses Escape: the car is in the garage in the same moment, its tank full. */
const GIVES_UP_METERS = 2100
const COOL_DOWN_MS = 15_000
const COOL_DOWN_METERS = 500

/**
 * Practice or qualifying: runs of so many laps, each begun in the garage. The count of laps goes on from run to run,
 * and a lap given up is the next run's out-lap.
 */
export function garageSession(
  lapsOfRuns: readonly number[],
  hand: DriverHand,
  random: SeededRandom,
): RacePlan {
  const fuelled = { ...loadAtTheStart, fuelLiters: FUEL_LITERS }
  const chain = new LegChain(fuelled)
  const ledger = new LapLedger(chain, random)
  const stops: InventedStop[] = []
  for (const [run, laps] of lapsOfRuns.entries()) {
    let added = nothing
    const outLap = run === 0 ? ledger.begin() : ledger.laps.length + 1
    if (run > 0) {
      const { fuelLiters, energyRatio, wearRatio } = chain.load
      const fuelAddedLiters = FUEL_LITERS - fuelLiters
      const energyAddedRatio = 1 - energyRatio
      added = { ...nothing, fuelLiters: fuelAddedLiters, energyRatio: energyAddedRatio }
      chain.load = { ...fuelled, wearRatio }
      stops.push({
        inLap: outLap - 1,
        startedAtMs: chain.nowMs,
        standingMs: IN_GARAGE_MS,
        fuelAddedLiters,
        energyAddedRatio,
        changedTires: [],
        swapsDriver: false,
      })
    }
    standStill(chain, 'garage', outLap, pitLane.boxMeters, IN_GARAGE_MS, nothing)
    pitLaneLeg(chain, outLap, pitLane.boxMeters, pitLane.exitMeters)
    for (let i = 0; i < laps; i++) {
      const lap = i === 0 ? outLap : ledger.begin()
      const character = lapCharacter(lap, chain.load.fuelLiters, lap, hand, random)
      const isOutLap = i === 0
      driveLap(chain, { lap, character, isOutLap, isInLap: false }, null)
      const { isValid } = character
      const lastInLap = stops.at(-1)?.inLap ?? null
      ledger.complete({
        added: isOutLap ? added : nothing,
        isInLap: false,
        isOutLap,
        isValid,
        lastInLap,
      })
    }
    if (run === lapsOfRuns.length - 1) break
    const lap = ledger.begin()
    const character = lapCharacter(lap, chain.load.fuelLiters, lap, hand, random)
    driveStretch(chain, lap, character, 0, GIVES_UP_METERS)
  }
  const flagAtMs = chain.nowMs
  chain.drive(
    {
      kind: 'cool-down',
      lap: ledger.laps.length + 1,
      durationMs: COOL_DOWN_MS,
      fromMeters: 0,
      toMeters: COOL_DOWN_METERS,
    },
    idling(COOL_DOWN_MS),
  )
  const startFuelLiters = FUEL_LITERS
  const leader = steadyLeader(0, LEADER_LAP_MS)
  const truth = {
    laps: ledger.laps,
    stops,
    startFuelLiters,
    greenAtMs: 0,
    leaderFlagAtMs: flagAtMs,
    flagAtMs,
  }
  return { legs: chain.legs, truth, incidents: [], leader, conditions: alwaysCalm }
}
