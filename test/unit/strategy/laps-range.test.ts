import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { lapsRange } from '../../../src/strategy/laps-range.ts'
import { scatterOf } from '../../../src/strategy/scatter.ts'

describe('the scatter of a lap’s use', () => {
  test('is taken from laps that follow each other', () => {
    // by hand: differences of 2.0 2.2 2.1 are 0.2 and −0.1; squares 0.04 + 0.01 = 0.05; over 2·2 = 0.0125; its root
    // 0.1118034; over the mean (2.0 + 2.2 + 2.1) / 3 = 2.1: 0.0532397.
    expect(scatterOf([2.0, 2.2, 2.1])).toBeCloseTo(0.0532397, 6)
  })

  test('takes no drift for scatter', () => {
    // by hand: 2.00 2.01 … 2.09: nine differences of 0.01; 9·0.0001 / (2·9) = 0.00005; root 0.0070711; mean 2.045: 0.0034578.
    const drift = Array.from({ length: 10 }, (_, i) => 2 + i / 100)
    expect(scatterOf(drift)).toBeCloseTo(0.0034578, 6)
  })

  test('looks at the last 25 laps, and needs two', () => {
    // by hand: the wild ones are older than the last 25, and those are all alike.
    expect(scatterOf([9, 1, 9, ...Array(25).fill(2)])).toBe(0)
    expect([scatterOf([]), scatterOf([2])]).toEqual([null, null])
  })
})

describe('the range of laps left', () => {
  test('is made of scatter and drift', () => {
    // by hand: k = 20, n = 5, s = 2 %: 1.28·0.02 = 0.0256, squared 0.00065536; 1.57/5 + 1/20 = 0.364; product
    // 0.000238551; + 0.009² = 0.000081 → 0.000319551; root 0.0178760; × 20 = 0.357520.
    const { low, high } = lapsRange(20, 5, 0.02)
    expect(low).toBeCloseTo(19.64248, 5)
    expect(high).toBeCloseTo(20.35752, 5)
  })

  test('straddles a whole lap here, and not there', () => {
    // by hand: k = 17.5, n = 5, s = 3 %: 0.0384² = 0.00147456; 0.314 + 1/17.5 = 0.371143; product 0.000547272; + 0.000081 =
    // 0.000628272; root 0.0250654; × 17.5 = 0.438644 → 17.06 to 17.94. k = 17.6: 18.04 at its end.
    const within = lapsRange(17.5, 5, 0.03)
    expect([Math.floor(within.low), Math.floor(within.high)]).toEqual([17, 17])
    const across = lapsRange(17.6, 5, 0.03)
    expect([Math.floor(across.low), Math.floor(across.high)]).toEqual([17, 18])
  })

  test('is never empty where nothing is left, and never below 0', () => {
    expect(lapsRange(0, 5, 0.02)).toEqual({ low: 0, high: 0 })
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 50 }),
        fc.option(fc.double({ min: 0, max: 2, noNaN: true }), { nil: null }),
        (laps, counted, scatter) => {
          const { low, high } = lapsRange(laps, counted, scatter)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(low).toBeLessThanOrEqual(laps)
          expect(high).toBeGreaterThanOrEqual(laps)
        },
      ),
      { numRuns: 100 },
    )
  })
})
