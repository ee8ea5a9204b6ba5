import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { lapsLeft } from '../../../src/strategy/laps-left.ts'
import { fillLaps, resourceOutlook } from '../../../src/strategy/resource.ts'
import { useFromElsewhere } from '../../../src/strategy/use-per-lap.ts'
import { aUse } from '../../fixtures/use-per-lap.ts'

const bySetup = (amount: number) => useFromElsewhere(amount, 'setup')

describe('laps left', () => {
  test('golden: 100 % at 39.8 laps and 97 L at 43.6 laps are 39.8, and virtual energy limits', () => {
    // by hand: 100 / (100 / 39.8) = 39.8; 97 / (97 / 43.6) = 43.6; the smaller is 39.8.
    const left = lapsLeft(
      resourceOutlook(97, 97, bySetup(97 / 43.6)),
      resourceOutlook(100, 100, bySetup(100 / 39.8)),
    )
    expect(left?.laps).toBeCloseTo(39.8, 12)
    expect(left?.otherLaps).toBeCloseTo(43.6, 12)
    expect(left).toMatchObject({ limitedBy: 'virtual-energy', range: null })
  })

  test('are by fuel where that ends first', () => {
    // by hand: 33.6 / 2.4 = 14 laps of fuel; 48 / 3.2 = 15 of energy.
    const left = lapsLeft(
      resourceOutlook(33.6, 97, aUse({ amount: 2.4 })),
      resourceOutlook(48, 100, aUse({ amount: 3.2 })),
    )
    expect(left?.laps).toBeCloseTo(14, 12)
    expect(left?.otherLaps).toBeCloseTo(15, 12)
    expect(left?.limitedBy).toBe('fuel')
  })

  test('have the range of what limits them', () => {
    // by hand: fuel ends first, k = 14, n = 5, s = 2 %: 0.00065536·(0.314 + 1/14) = 0.000252594; + 0.000081 = 0.000333594;
    // root 0.0182646; × 14 = 0.255704.
    const fuel = aUse({ amount: 2.4, lapsCounted: 5, scatterRatio: 0.02 })
    const left = lapsLeft(
      resourceOutlook(33.6, 97, fuel),
      resourceOutlook(48, 100, aUse({ amount: 3.2, scatterRatio: 0.2 })),
    )
    expect(left?.range?.low).toBeCloseTo(13.744296, 5)
    expect(left?.range?.high).toBeCloseTo(14.255704, 5)
  })

  test('say nothing of what limits while one of two is not known', () => {
    const fuel = resourceOutlook(33.6, 97, aUse({ amount: 2.4 }))
    expect(lapsLeft(fuel, resourceOutlook(null, 100, aUse()))?.limitedBy).toBeNull()
    expect(lapsLeft(resourceOutlook(null, 97, aUse()), fuel)).toBeNull()
    expect(lapsLeft(fuel, null)?.limitedBy).toBe('fuel')
  })
})

test('a whole fill lasts as long as what ends first', () => {
  // by hand: 97 / 2.425 = 40 laps of fuel, 100 / 2.5 = 40 and 100 / 3.125 = 32 of energy.
  const fuel = resourceOutlook(5, 97, aUse({ amount: 2.425 }))
  expect(fillLaps(fuel, null)).toBeCloseTo(40, 12)
  expect(fillLaps(fuel, resourceOutlook(5, 100, aUse({ amount: 3.125 })))).toBeCloseTo(32, 12)
  expect(fillLaps(resourceOutlook(5, null, aUse()), null)).toBeNull()
})

test('more fuel is never fewer laps, no level is below 0 laps, and gallons are as many laps as litres', () => {
  const liters = fc.double({ min: 0, max: 250, noNaN: true })
  const perLap = fc.double({ min: 0.1, max: 20, noNaN: true })
  const LITERS_A_GALLON = 3.785411784
  fc.assert(
    fc.property(liters, liters, perLap, (level, more, amount) => {
      const laps = (now: number, unit = 1) =>
        lapsLeft(resourceOutlook(now / unit, 97 / unit, aUse({ amount: amount / unit })), null)!
          .laps
      expect(laps(level)).toBeGreaterThanOrEqual(0)
      expect(laps(level + more)).toBeGreaterThanOrEqual(laps(level))
      expect(laps(level, LITERS_A_GALLON)).toBeCloseTo(laps(level), 9)
    }),
    { numRuns: 100 },
  )
})
