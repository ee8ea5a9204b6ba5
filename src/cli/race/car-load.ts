import { eachWheel, type Wheels } from '../../race/wheels.ts'

/** What the car carries, and uses up. */
export interface CarLoad {
  readonly fuelLiters: number
  readonly energyRatio: number
  /** 1 = new. */
  readonly wearRatio: Wheels<number>
}

export const nothing: CarLoad = {
  fuelLiters: 0,
  energyRatio: 0,
  wearRatio: { fl: 0, fr: 0, rl: 0, rr: 0 },
}

/** The load part of the way from one to the other. */
export function loadBetween(start: CarLoad, end: CarLoad, part: number): CarLoad {
  return combined(start, end, (from, to) => from + (to - from) * part)
}

export const loadAfter = (load: CarLoad, used: CarLoad): CarLoad =>
  combined(load, used, (carried, gone) => Math.max(0, carried - gone))

export const loadDifference = (more: CarLoad, less: CarLoad): CarLoad =>
  combined(more, less, (a, b) => a - b)

export const loadSum = (one: CarLoad, other: CarLoad): CarLoad =>
  combined(one, other, (a, b) => a + b)

export const loadShare = (load: CarLoad, part: number): CarLoad => loadBetween(nothing, load, part)

function combined(a: CarLoad, b: CarLoad, one: (a: number, b: number) => number): CarLoad {
  return {
    fuelLiters: one(a.fuelLiters, b.fuelLiters),
    energyRatio: one(a.energyRatio, b.energyRatio),
    wearRatio: eachWheel((wheel) => one(a.wearRatio[wheel], b.wearRatio[wheel])),
  }
}
