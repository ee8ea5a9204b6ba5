import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { EnergyEntered } from '../../../src/race/inputs/energy-entered.ts'
import { type CountdownGround, energyLeft } from '../../../src/strategy/entered-energy.ts'

/** 80 % was read out after 10 laps, with 60 L in the car. */
const entered = (known: Partial<EnergyEntered> = {}): EnergyEntered => ({
  ...{ percent: 80, percentPerLap: null, chapter: 1, lapsDone: 10, fuelLiters: 60, atMs: 0 },
  ...known,
})
const ground = (known: Partial<CountdownGround> = {}): CountdownGround => ({
  ...{ chapter: 1, lapsDone: 14.4, isFilledSince: false, fuelLiters: 48, fuelLitersPerLap: 2.4 },
  ...{ percentPerLiter: 1.05, ...known },
})

describe('energy that was read out', () => {
  test('is counted down by what the engineer knows of a lap', () => {
    // by hand: 4.4 laps × 2.5 = 11; 80 − 11 = 69.
    const left = energyLeft(entered({ percentPerLap: 2.5 }), ground())
    expect(left.percent).toBeCloseTo(69, 9)
    expect(left).toMatchObject({ percentPerLap: 2.5, ask: null })
  })

  test('is counted down by the fuel that was used since, where he does not', () => {
    // by hand: 60 − 48 = 12 L × 1.05 = 12.6; 80 − 12.6 = 67.4. A lap takes 2.4 × 1.05 = 2.52.
    const left = energyLeft(entered(), ground())
    expect(left.percent).toBeCloseTo(67.4, 9)
    expect(left.percentPerLap).toBeCloseTo(2.52, 9)
  })

  test('is counted down by laps where the fuel was not known', () => {
    // by hand: 4.4 × 2.52 = 11.088; 80 − 11.088 = 68.912.
    expect(energyLeft(entered({ fuelLiters: null }), ground()).percent).toBeCloseTo(68.912, 9)
  })

  test('is asked for again after a stop, and in another chapter', () => {
    const filled = energyLeft(entered(), ground({ isFilledSince: true }))
    expect(filled).toMatchObject({ percent: null, ask: 'filled-since' })
    expect(energyLeft(entered(), ground({ chapter: 2 })).ask).toBe('filled-since')
  })

  test('stands for two laps where nothing tells what a lap takes, and is asked for then', () => {
    const untold = { fuelLitersPerLap: null, percentPerLiter: null }
    expect(energyLeft(entered(), ground({ ...untold, lapsDone: 12 })).percent).toBe(80)
    expect(energyLeft(entered(), ground({ ...untold, lapsDone: 12.1 }))).toMatchObject({
      ...{ percent: null, ask: 'use-unknown' },
    })
  })

  test('never rises, and never falls below 0', () => {
    // by hand: 60.4 L now are 0.4 more than there were: nothing used. 40 laps × 2.5 = 100 > 80: 0.
    expect(energyLeft(entered(), ground({ fuelLiters: 60.4 })).percent).toBe(80)
    expect(energyLeft(entered({ percentPerLap: 2.5 }), ground({ lapsDone: 50 })).percent).toBe(0)
    const liters = fc.double({ min: 0, max: 120, noNaN: true })
    fc.assert(
      fc.property(liters, liters, (fuelLiters, more) => {
        const left = (now: number) => energyLeft(entered(), ground({ fuelLiters: now })).percent!
        expect(left(fuelLiters)).toBeGreaterThanOrEqual(0)
        expect(left(fuelLiters + more)).toBeGreaterThanOrEqual(left(fuelLiters))
        expect(left(fuelLiters)).toBeLessThanOrEqual(80)
      }),
      { numRuns: 100 },
    )
  })
})
