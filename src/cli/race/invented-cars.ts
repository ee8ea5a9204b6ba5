import type { Wheels } from '../../race/wheels.ts'
import { car as lmgt3 } from './invented-car.ts'

/** A car of one class: what it holds, takes and needs for a lap. */
export interface InventedCar {
  readonly name: string
  readonly model: string
  readonly vehicleClass: string
  readonly tankLiters: number
  readonly fillLiters: number
  readonly fuelPerLapLiters: number
  /** 0: the class has no virtual energy. */
  readonly energyPerLapRatio: number
  readonly litersPerEnergyPercent: number
  readonly idleLitersPerSecond: number
  readonly crawlLitersPerMeter: number
  readonly crawlEnergyPerMeter: number
  readonly wearPerLapRatio: Wheels<number>
  /** With an empty tank on new tyres, alone on the track. */
  readonly cleanLapMs: number
  /** Behind the field. */
  readonly firstLapMs: number
  /** Cars of faster classes, and how many there are of its own. */
  readonly fasterCars: number
  readonly classCars: number
}

export const carClasses = ['hypercar', 'lmp2', 'lmgt3'] as const
export type CarClass = (typeof carClasses)[number]

/** Fuel and lap times of the three classes of Le Mans, scaled to this track; guessed but for the LMGT3. */
export const cars: Readonly<Record<CarClass, InventedCar>> = {
  hypercar: {
    ...lmgt3,
    ...{ name: 'Invented Racing #7:HYPER', model: 'Invented LMH', vehicleClass: 'Hypercar' },
    ...{ tankLiters: 90, fillLiters: 90, fuelPerLapLiters: 2.55, energyPerLapRatio: 0.0296 },
    ...{ litersPerEnergyPercent: 0.9, cleanLapMs: 96_900, firstLapMs: 118_000 },
    ...{ fasterCars: 0, classCars: 12 },
  },
  lmp2: {
    ...lmgt3,
    ...{ name: 'Invented Racing #23:LMP2', model: 'Invented LMP2', vehicleClass: 'LMP2' },
    ...{ tankLiters: 75, fillLiters: 75, fuelPerLapLiters: 2.36, energyPerLapRatio: 0 },
    ...{
      litersPerEnergyPercent: 0,
      crawlEnergyPerMeter: 0,
      cleanLapMs: 100_600,
      firstLapMs: 122_000,
    },
    ...{ fasterCars: 12, classCars: 8 },
  },
  lmgt3: {
    ...lmgt3,
    ...{ cleanLapMs: 107_300, firstLapMs: 130_000, fasterCars: 20, classCars: 18 },
  },
}

/** Laps that are still in it. */
export const lapsIn = (
  { energyPerLapRatio, fuelPerLapLiters }: InventedCar,
  load: { readonly fuelLiters: number; readonly energyRatio: number },
): number =>
  energyPerLapRatio > 0 ? load.energyRatio / energyPerLapRatio : load.fuelLiters / fuelPerLapLiters
