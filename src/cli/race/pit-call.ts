import { type WheelName, wheelNames } from '../../race/wheels.ts'
import type { CarLoad } from './car-load.ts'
import { type InventedCar, lapsIn } from './invented-cars.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface PitCall {
  readonly fuelLiters: number
  readonly energyRatio: number
  readonly changedTires: readonly WheelName[]
}

/** Without as many laps of energy in hand after a lap, the car comes in. */
const LAPS_IN_HAND = 1.25
/** Filled beyond what the flag needs. */
const RESERVE_LAPS = 1.5
const WORN_OUT_RATIO = 0.75

/** @param lapsAfter laps that are still in the car after this one */
export const comesIn = (lapsAfter: number, lapsToFlag: number): boolean =>
  lapsAfter < Math.min(lapsToFlag * 1.06, LAPS_IN_HAND)

export const lapsAfter = (car: InventedCar, load: CarLoad, used: CarLoad): number =>
  lapsIn(car, {
    fuelLiters: load.fuelLiters - used.fuelLiters,
    energyRatio: load.energyRatio - used.energyRatio,
  })

/** Full, or what the flag needs; the number set is the level after service. A swap takes its time, so always full. */
export function pitCall(
  stop: number,
  lapsToFlag: number,
  load: CarLoad,
  swapsDriver: boolean,
  random: SeededRandom,
  car: InventedCar,
): PitCall {
  const laps = swapsDriver ? Infinity : lapsToFlag + RESERVE_LAPS
  const changedTires = tiresToChange(stop, load, random)
  if (car.energyPerLapRatio === 0) {
    const liters = Math.min(car.fillLiters, Math.ceil(laps * car.fuelPerLapLiters))
    return { fuelLiters: Math.max(load.fuelLiters, liters), energyRatio: 0, changedTires }
  }
  const needed = Math.ceil(laps * car.energyPerLapRatio * 100)
  const percent = Math.max(Math.ceil(load.energyRatio * 100), Math.min(100, needed))
  const liters = Math.min(car.fillLiters, percent * car.litersPerEnergyPercent)
  return {
    fuelLiters: Math.max(load.fuelLiters, liters),
    energyRatio: percent / 100,
    changedTires,
  }
}

/** All four at the first stop; then four, the left side, or none: whatever a team may do, a wall must see. */
function tiresToChange(stop: number, load: CarLoad, random: SeededRandom): readonly WheelName[] {
  const wornOut = Math.min(...wheelNames.map((wheel) => load.wearRatio[wheel])) < WORN_OUT_RATIO
  if (stop === 1 || wornOut) return wheelNames
  const choices: readonly (readonly WheelName[])[] = [wheelNames, ['fl', 'rl'], []]
  return choices[Math.floor(random.unit('tires', stop) * choices.length)] ?? wheelNames
}
