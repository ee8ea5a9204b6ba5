import { describe, expect, test } from 'bun:test'
import type { Lap } from '../../../src/race/lap.ts'
import { usePerLap } from '../../../src/strategy/use-per-lap.ts'
import { aLap } from '../../fixtures/raced-session.ts'

/** Laps in a row, one for each amount of fuel. */
const lapsOf = (uses: readonly number[], known: Partial<Lap> = {}, from = 1) =>
  uses.map((fuelUsedLiters, i) => aLap({ number: from + i, fuelUsedLiters, ...known }))

const fuelUse = (laps: readonly Lap[], stint = 1, driver: string | null = 'Ana Lima', window = 5) =>
  usePerLap(laps, stint, driver, window, (lap) => lap.fuelUsedLiters)

describe('use per lap', () => {
  test('is the median of the stint’s last five valid laps', () => {
    // by hand: the last five of seven are 3.1 2.9 3.3 3.0 3.2; sorted 2.9 3.0 3.1 3.2 3.3; the middle is 3.1.
    expect(fuelUse(lapsOf([4, 4, 3.1, 2.9, 3.3, 3.0, 3.2]))).toMatchObject({
      ...{ amount: 3.1, basis: 'stint', lapsCounted: 5, window: 5, confidence: 'medium' },
    })
  })

  test('is the median of as many as the engineer wants', () => {
    // by hand: the last two are 3.0 and 3.2; an even number has its median between them: (3.0 + 3.2) / 2 = 3.1.
    const use = fuelUse(lapsOf([4, 4, 3.1, 2.9, 3.3, 3.0, 3.2]), 1, 'Ana Lima', 2)
    expect(use?.amount).toBeCloseTo(3.1, 12)
    expect(use).toMatchObject({ lapsCounted: 2, window: 2 })
  })

  test('shows a driver who saves 6.5 % after three laps, because no use is too small to count', () => {
    // by hand: 2.31 × 0.935 = 2.15985. Of 2.31 2.31 2.15985 2.15985 2.15985 the third smallest is 2.15985.
    const use = fuelUse(lapsOf([2.31, 2.31, 2.31, 2.31, 2.15985, 2.15985, 2.15985]))
    expect(use?.amount).toBe(2.15985)
  })

  test('counts no lap that says nothing about the next one', () => {
    const [good] = lapsOf([2.2])
    for (const flag of [
      'out',
      'in',
      'refuel',
      'slow',
      'gap',
      'invalid',
      'first',
      'excluded',
    ] as const) {
      // by hand: of 2.2 and one lap that does not count, 2.2 is the median.
      const laps = [good!, aLap({ number: 2, fuelUsedLiters: 9, flags: [flag] })]
      expect(fuelUse(laps)).toMatchObject({ amount: 2.2, lapsCounted: 1 })
    }
    expect(fuelUse(lapsOf([2.2, 0, -0.05]))).toMatchObject({ amount: 2.2, lapsCounted: 1 })
  })

  test('of a new stint is that of its driver, before it has a lap of its own', () => {
    const ana = lapsOf([2.0, 2.2, 2.6])
    const ben = lapsOf([3.0, 3.2], { driverName: 'Ben', stint: 2 }, 4)
    // by hand: Ana's own laps are 2.0 2.2 2.6, in the middle 2.2. Ben's say nothing of her.
    expect(fuelUse([...ana, ...ben], 3)).toMatchObject({
      ...{ amount: 2.2, basis: 'driver', lapsCounted: 3, confidence: 'low' },
    })
  })

  test('of a new driver is that of the car', () => {
    const ana = lapsOf([2.0, 2.2, 2.6])
    const ben = lapsOf([3.0, 3.2], { driverName: 'Ben', stint: 2 }, 4)
    // by hand: 2.0 2.2 2.6 3.0 3.2, in the middle 2.6.
    expect(fuelUse([...ana, ...ben], 3, 'Cho')).toMatchObject({
      ...{ amount: 2.6, basis: 'car', lapsCounted: 5, confidence: 'low' },
    })
    expect(fuelUse([], 1)).toBeNull()
  })

  test('says how sure it is by the stint’s own laps, however many the median is of', () => {
    const confidence = (laps: number) => fuelUse(lapsOf(Array(laps).fill(2.2)))?.confidence
    // by hand: below 3 low, below 10 medium, from 10 on high.
    expect([1, 2, 3, 9, 10].map(confidence)).toEqual(['low', 'low', 'medium', 'medium', 'high'])
  })

  test('is told in other ways beside', () => {
    const ana = lapsOf([9, 2.5, 2.1, 2.4])
    const ben = lapsOf([2.0, 2.2, 2.3, 2.6, 2.7, 2.8, 2.9, 3.0], { driverName: 'Ben', stint: 2 }, 5)
    // by hand, of the twelve 9 2.5 2.1 2.4 | 2.0 2.2 2.3 2.6 2.7 2.8 2.9 3.0:
    // now: the last five 2.6 2.7 2.8 2.9 3.0 → 2.8. last: 3.0.
    // last ten, 2.1 … 3.0, sorted 2.0 2.1 2.2 2.3 2.4 2.6 2.7 2.8 2.9 3.0 → (2.4 + 2.6) / 2 = 2.5; most 3.0, least 2.0.
    // stint: 2.0 2.2 2.3 2.6 2.7 2.8 2.9 3.0 → (2.6 + 2.7) / 2 = 2.65.
    // race: 2.0 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 3.0 9 → (2.5 + 2.6) / 2 = 2.55.
    const use = fuelUse([...ana, ...ben], 2, 'Ben')
    expect(use?.amount).toBe(2.8)
    expect(use?.variants).toMatchObject({ last: 3, lastTen: 2.5, push: 3, save: 2 })
    expect(use?.variants.stint).toBeCloseTo(2.65, 12)
    expect(use?.variants.race).toBeCloseTo(2.55, 12)
  })
})
