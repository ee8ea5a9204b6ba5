import { eachWheel } from '../../race/wheels.ts'
import { type CarLoad, loadDifference, loadSum, nothing } from './car-load.ts'
import { car as anyCar, REFUEL_MS_PER_PERCENT, TIRE_CHANGE_MS } from './invented-car.ts'
import type { InventedCar } from './invented-cars.ts'
import { pitLane } from './invented-track.ts'
import type { LegChain } from './leg-chain.ts'
import { pitCall } from './pit-call.ts'
import type { ScriptedSwap } from './race-script.ts'
import type { InventedStop } from './race-truth.ts'
import type { SeededRandom } from './seeded-random.ts'

/** From the line to the box, what is done there, and out: fuel first, then tyres, as in LMU, then the driver if he is not in yet. */
export function serviceInTheBox(
  chain: LegChain,
  lap: number,
  stopNumber: number,
  lapsToFlag: number,
  swap: ScriptedSwap | null,
  random: SeededRandom,
  car: InventedCar,
): { stop: InventedStop; added: CarLoad } {
  pitLaneLeg(chain, lap, 0, pitLane.boxMeters, car)
  const [startedAtMs, arrived] = [chain.nowMs, chain.load]
  const call = pitCall(stopNumber, lapsToFlag, arrived, swap !== null, random, car)
  const inTheBox = { lap, fromMeters: pitLane.boxMeters, toMeters: pitLane.boxMeters }

  const energyAddedRatio = call.energyRatio - arrived.energyRatio
  const addedRatio =
    car.energyPerLapRatio > 0
      ? energyAddedRatio
      : (call.fuelLiters - arrived.fuelLiters) / car.fillLiters
  const refuelMs = addedRatio * 100 * REFUEL_MS_PER_PERCENT
  chain.fill(
    { kind: 'refuelling', durationMs: refuelMs, ...inTheBox },
    call.fuelLiters,
    call.energyRatio,
  )

  const fitted = eachWheel((wheel) =>
    call.changedTires.includes(wheel) ? 1 - arrived.wearRatio[wheel] : 0,
  )
  const tireMs = TIRE_CHANGE_MS[call.changedTires.length] ?? 0
  if (tireMs > 0) {
    const idling = { ...nothing, fuelLiters: (tireMs / 1000) * car.idleLitersPerSecond }
    chain.changeTires({ kind: 'tires', durationMs: tireMs, ...inTheBox }, call.changedTires, idling)
  }
  const heldMs = startedAtMs + (swap?.heldMs ?? 0) - chain.nowMs
  // The engine is off: what the next driver finds is what was filled in.
  if (heldMs > 0) chain.drive({ kind: 'driver-swap', durationMs: heldMs, ...inTheBox }, nothing)
  const stop: InventedStop = {
    inLap: lap - 1,
    startedAtMs,
    standingMs: chain.nowMs - startedAtMs,
    fuelAddedLiters: call.fuelLiters - arrived.fuelLiters,
    energyAddedRatio,
    changedTires: call.changedTires,
    swapsDriver: swap !== null,
  }
  pitLaneLeg(chain, lap, pitLane.boxMeters, pitLane.exitMeters, car)
  const filled = { ...arrived, fuelLiters: call.fuelLiters, energyRatio: call.energyRatio }
  const added = loadSum(loadDifference(filled, arrived), { ...nothing, wearRatio: fitted })
  return { stop, added }
}

export function pitLaneLeg(
  chain: LegChain,
  lap: number,
  fromMeters: number,
  toMeters: number,
  car: Pick<InventedCar, 'crawlLitersPerMeter' | 'crawlEnergyPerMeter'> = anyCar,
): void {
  const metersLong = toMeters - fromMeters
  chain.drive(
    {
      kind: 'pit-lane',
      lap,
      durationMs: (metersLong / (pitLane.limitKph / 3.6)) * 1000,
      fromMeters,
      toMeters,
    },
    {
      ...nothing,
      fuelLiters: metersLong * car.crawlLitersPerMeter,
      energyRatio: metersLong * car.crawlEnergyPerMeter,
    },
  )
}
