import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { refillFor } from '../../../src/strategy/stop/refill.ts'
import { type RefillQuestion, refillTable } from '../../../src/strategy/stop/refill-table.ts'

/** A fill of 97 L, 0.97 L with every percent, 0.3 laps of reserve. */
const ground = { reserveLaps: 0.3, fillLiters: 97, litersPerPercent: 0.97 }
const use = { fuelLiters: 2.4, energyPercent: 2.5 }

describe('the levels to set for a stint', () => {
  test('are those after service, with the litres that go with the energy', () => {
    // by hand, 20 laps: 20.3 × 2.5 = 50.75 → 51 %. 20.3 × 2.4 = 48.72 L, 0.97 × 51 = 49.47 L, the greater → 50 L. 2.4 / 2.5 =
    // 0.96 L are needed for 1 %.
    const refill = refillFor(20, use, ground)
    expect(refill).toMatchObject({ energyPercent: 51, fuelLiters: 50, fits: true })
    expect(refill.litersPerPercent).toBeCloseTo(0.96, 12)
  })

  test('are by the fuel where that needs more', () => {
    // by hand: 20.3 × 2.6 = 52.78 → 53 L; 49.47 are fewer.
    expect(refillFor(20, { ...use, fuelLiters: 2.6 }, ground).fuelLiters).toBe(53)
  })

  test('are whole numbers as they are, not one more for a billionth', () => {
    // by hand: 19.7 + 0.3 = 20; × 2.5 = 50 %, × 2.4 = 48 L; 0.97 × 50 = 48.5 → 49 L. Without the setup's word 48.
    expect(refillFor(19.7, use, ground)).toMatchObject({ energyPercent: 50, fuelLiters: 49 })
    expect(refillFor(19.7, use, { ...ground, litersPerPercent: null }).fuelLiters).toBe(48)
  })

  test('are no more than fit, and say so', () => {
    // by hand, 40 laps: 40.3 × 2.5 = 100.75 → 100 %, not in one fill; 40.3 × 2.4 = 96.72, 0.97 × 100 = 97 L.
    expect(refillFor(40, use, ground)).toMatchObject({
      ...{ energyPercent: 100, fuelLiters: 97, fits: false },
    })
    // by hand, 39.7 laps: 40 × 2.5 = 100 % just fit.
    expect(refillFor(39.7, use, ground)).toMatchObject({ energyPercent: 100, fits: true })
    // by hand: 33.3 × 3 = 99.9 L are more than 97; 33.3 × 2.5 = 83.25 → 84 % would fit.
    expect(refillFor(33, { ...use, fuelLiters: 3 }, ground)).toMatchObject({
      ...{ energyPercent: 84, fuelLiters: 97, fits: false },
    })
  })

  test('of a car without virtual energy are litres', () => {
    // by hand: 48.72 → 49 L. A fill of 97.4 L is set as such where 40.3 × 2.42 = 97.526 → 98 are needed.
    const fuel = { fuelLiters: 2.4, energyPercent: null }
    expect(refillFor(20, fuel, ground)).toEqual({
      ...{ energyPercent: null, fuelLiters: 49, litersPerPercent: null, fits: true },
    })
    const most = refillFor(40, { ...fuel, fuelLiters: 2.42 }, { ...ground, fillLiters: 97.4 })
    expect(most).toMatchObject({ fuelLiters: 97.4, fits: false })
  })

  test('are not made up where the use is not known', () => {
    expect(refillFor(20, { fuelLiters: null, energyPercent: 2.5 }, ground)).toMatchObject({
      ...{ energyPercent: 51, fuelLiters: null, litersPerPercent: null },
    })
  })

  test('grow with the laps, and reach them wherever they fit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.5, max: 10, noNaN: true }),
        fc.double({ min: 0.5, max: 10, noNaN: true }),
        (laps, fuelLiters, energyPercent) => {
          const one = refillFor(laps, { fuelLiters, energyPercent }, ground)
          const more = refillFor(laps + 1, { fuelLiters, energyPercent }, ground)
          expect(more.energyPercent).toBeGreaterThanOrEqual(one.energyPercent!)
          expect(more.fuelLiters).toBeGreaterThanOrEqual(one.fuelLiters!)
          if (!one.fits) return
          expect(one.energyPercent! / energyPercent).toBeGreaterThan(laps)
          expect(one.fuelLiters! / fuelLiters).toBeGreaterThan(laps)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('the refill table', () => {
  const question = (known: Partial<RefillQuestion> = {}): RefillQuestion => ({
    ...ground,
    ...{ lapsToFlag: 34, lapsAFill: 29, stopsAfter: 1, average: use },
    push: { fuelLiters: 2.5, energyPercent: 2.6 },
    save: { fuelLiters: 2.3, energyPercent: 2.4 },
    ...known,
  })
  const lapsOf = (known: Partial<RefillQuestion>) =>
    refillTable(question(known)).map(({ laps }) => laps)

  test('has the laps around a whole fill, and those to the flag', () => {
    expect(lapsOf({})).toEqual([27, 28, 29, 30, 31, 34])
    const rows = refillTable(question())
    expect(rows.find(({ isPlan }) => isPlan)?.laps).toBe(29)
    expect(rows.find(({ isToFlag }) => isToFlag)?.laps).toBe(34)
  })

  test('has each of them pushed, as it is driven, and saved', () => {
    // by hand, 29 laps and 0.3: × 2.6 = 76.18 → 77 %; × 2.5 = 73.25 → 74 %; × 2.4 = 70.32 → 71 %.
    // Litres: 29.3 × 2.5 = 73.25, 0.97 × 77 = 74.69 → 75; 70.32, 0.97 × 74 = 71.78 → 72; 67.39, 0.97 × 71 = 68.87 → 69.
    const plan = refillTable(question()).find(({ isPlan }) => isPlan)
    expect(plan?.push).toMatchObject({ energyPercent: 77, fuelLiters: 75 })
    expect(plan?.average).toMatchObject({ energyPercent: 74, fuelLiters: 72 })
    expect(plan?.save).toMatchObject({ energyPercent: 71, fuelLiters: 69 })
  })

  test('ends with the flag at the last stop', () => {
    expect(lapsOf({ lapsToFlag: 20, stopsAfter: 0 })).toEqual([18, 19, 20])
    expect(lapsOf({ lapsToFlag: 1, stopsAfter: 0 })).toEqual([1])
    expect(lapsOf({ lapsToFlag: null })).toEqual([27, 28, 29, 30, 31])
    expect(lapsOf({ lapsToFlag: null, lapsAFill: null })).toEqual([])
  })
})
