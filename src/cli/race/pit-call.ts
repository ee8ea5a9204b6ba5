import { type WheelName, wheelNames } from '../../race/wheels.ts'
import type { CarLoad } from './car-load.ts'
import { car } from './invented-car.ts'
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

export function comesIn(energyAfterLapRatio: number, lapsToFlag: number): boolean {
  return energyAfterLapRatio < car.energyPerLapRatio * Math.min(lapsToFlag * 1.06, LAPS_IN_HAND)
}

/** Full, or what the flag needs; the number set is the level after service. A swap takes its time, so always full. */
export function pitCall(
  stop: number,
  lapsToFlag: number,
  load: CarLoad,
  swapsDriver: boolean,
  random: SeededRandom,
): PitCall {
  const laps = swapsDriver ? Infinity : lapsToFlag + RESERVE_LAPS
  const needed = Math.ceil(laps * car.energyPerLapRatio * 100)
  const percent = Math.max(Math.ceil(load.energyRatio * 100), Math.min(100, needed))
  const liters = Math.min(car.fillLiters, percent * car.litersPerEnergyPercent)
  return {
    fuelLiters: Math.max(load.fuelLiters, liters),
    energyRatio: percent / 100,
    changedTires: tiresToChange(stop, load, random),
  }
}

/** All four at the first stop; then four, the left side, or none: whatever a team may do, a wall must see. */
function tiresToChange(stop: number, load: CarLoad, random: SeededRandom): readonly WheelName[] {
  const wornOut = Math.min(...wheelNames.map((wheel) => load.wearRatio[wheel])) < WORN_OUT_RATIO
  if (stop === 1 || wornOut) return wheelNames
  const choices: readonly (readonly WheelName[])[] = [wheelNames, ['fl', 'rl'], []]
  return choices[Math.floor(random.unit('tires', stop) * choices.length)] ?? wheelNames
}
