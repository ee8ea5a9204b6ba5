import { expect, test } from 'bun:test'
import { resourceOutlook } from '../../../src/strategy/resource.ts'
import { toFinish } from '../../../src/strategy/to-finish.ts'
import { aUse } from '../../fixtures/use-per-lap.ts'

const fuel = resourceOutlook(50, 97, aUse({ amount: 2.4 }))
const energy = resourceOutlook(60, 100, aUse({ amount: 2.5 }))

test('to finish is what the way to the flag and the reserve take, less what is in the car', () => {
  // by hand: (38.6 + 0.3) × 2.4 = 93.36; − 50 = 43.36 L. 38.9 × 2.5 = 97.25; − 60 = 37.25 %.
  const missing = toFinish(38.6, 0.3, fuel, energy)
  expect(missing.fuelLiters).toBeCloseTo(43.36, 9)
  expect(missing.energyPercent).toBeCloseTo(37.25, 9)
})

test('below 0 it is what will be left', () => {
  // by hand: 10.3 × 2.4 = 24.72; − 50 = −25.28 L. 10.3 × 2.5 = 25.75; − 60 = −34.25 %.
  const left = toFinish(10, 0.3, fuel, energy)
  expect(left.fuelLiters).toBeCloseTo(-25.28, 9)
  expect(left.energyPercent).toBeCloseTo(-34.25, 9)
})

test('is not known where the level or the use is not', () => {
  expect(toFinish(10, 0.3, resourceOutlook(50, 97, null), null)).toEqual({
    ...{ fuelLiters: null, energyPercent: null },
  })
  expect(toFinish(10, 0.3, resourceOutlook(null, 97, aUse()), null).fuelLiters).toBeNull()
})
