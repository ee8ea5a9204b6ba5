import { eachWheel } from '../../race/wheels.ts'
import type { CarLoad } from './car-load.ts'
import { cars, type InventedCar } from './invented-cars.ts'
import { type Conditions, calm } from './race-conditions.ts'
import type { SeededRandom } from './seeded-random.ts'

/** How a lap goes if nothing but racing happens on it. */
export interface LapCharacter {
  readonly timeMs: number
  readonly used: CarLoad
  readonly isValid: boolean
}

const MS_PER_LITER_ON_BOARD = 11
const MS_PER_LAP_OF_TIRE = 18
const COLD_TIRES_MS = 1600
const SCATTER_MS = 320
const TRAFFIC_CHANCE = 0.09
const TRAFFIC_MS = 2200
const OFF_TRACK_CHANCE = 0.02
/** Relative scatter of the use: at most 2.5 times this either way. */
const FUEL_SCATTER = 0.012
const ENERGY_SCATTER = 0.004
const WEAR_SCATTER = 0.05

/** How one driver differs from the others. */
export interface DriverHand {
  /** Added to every lap; below 0 is faster. */
  readonly paceMs: number
  /** Fuel and energy a lap, against the usual 1. */
  readonly useRatio: number
}

export const usualHand: DriverHand = { paceMs: 0, useRatio: 1 }

/** The car, and what it drives in. */
export interface LapGround {
  readonly car: InventedCar
  readonly conditions: Conditions
}

const usualGround: LapGround = { car: cars.lmgt3, conditions: calm }

export function lapCharacter(
  lap: number,
  fuelLiters: number,
  lapsOnTires: number,
  hand: DriverHand,
  random: SeededRandom,
  { car, conditions }: LapGround = usualGround,
): LapCharacter {
  const inTraffic = lap > 1 && random.unit('traffic', lap) < TRAFFIC_CHANCE
  const timeMs =
    lap === 1
      ? car.firstLapMs + random.bell('first lap', lap) * 600
      : car.cleanLapMs +
        fuelLiters * MS_PER_LITER_ON_BOARD +
        lapsOnTires * MS_PER_LAP_OF_TIRE +
        (lapsOnTires === 0 ? COLD_TIRES_MS : 0) +
        (inTraffic ? (0.3 + 0.7 * random.unit('traffic time', lap)) * TRAFFIC_MS : 0) +
        random.bell('pace', lap) * SCATTER_MS
  const effort = hand.useRatio * conditions.useRatio * (1 + random.bell('fuel', lap) * FUEL_SCATTER)
  return {
    timeMs: Math.round(
      (timeMs + hand.paceMs) * conditions.fieldPaceRatio * conditions.ownPaceRatio,
    ),
    used: {
      fuelLiters: car.fuelPerLapLiters * effort,
      energyRatio:
        car.energyPerLapRatio * effort * (1 + random.bell('energy', lap) * ENERGY_SCATTER),
      wearRatio: eachWheel(
        (wheel) =>
          car.wearPerLapRatio[wheel] * (1 + random.bell(`wear ${wheel}`, lap) * WEAR_SCATTER),
      ),
    },
    isValid: lap === 1 || random.unit('off track', lap) >= OFF_TRACK_CHANCE,
  }
}
