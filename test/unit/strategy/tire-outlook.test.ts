import { describe, expect, test } from 'bun:test'
import { eachWheel } from '../../../src/race/wheels.ts'
import { tireOutlook, tireWear } from '../../../src/strategy/tire-outlook.ts'
import { aLap } from '../../fixtures/raced-session.ts'

const worn = (number: number, ratio: number, known: Parameters<typeof aLap>[0] = {}) =>
  aLap({ number, wearUsedRatio: eachWheel(() => ratio), ...known })

describe('wear per lap', () => {
  test('is the median of the last five laps of the stint', () => {
    // by hand: of 20 | 8 6 7 9 5 thousandths the last five, sorted 5 6 7 8 9: 7.
    const laps = [20, 8, 6, 7, 9, 5].map((each, i) => worn(i + 1, each / 1000))
    expect(tireWear(laps, 1)).toMatchObject({ lapsCounted: 5, basis: 'stint' })
    expect(tireWear(laps, 1).wearPerLap.rr).toBeCloseTo(0.007, 12)
  })

  test('counts slow laps and those in, but none that was not seen or that the engineer excluded', () => {
    // by hand: 6 and 8 count: (6 + 8) / 2 = 7.
    const laps = [
      worn(1, 0.006, { flags: ['slow'] }),
      worn(2, 0.05, { flags: ['gap'] }),
      worn(3, 0.05, { flags: ['excluded'] }),
      worn(4, 0.008, { flags: ['in'] }),
    ]
    expect(tireWear(laps, 1).wearPerLap.fl).toBeCloseTo(0.007, 12)
  })

  test('is borrowed from the stint before, until this one has a lap', () => {
    const before = [worn(1, 0.006), worn(2, 0.006)]
    expect(tireWear(before, 2)).toMatchObject({ basis: 'car', lapsCounted: 2 })
    const now = tireWear([...before, worn(3, 0.009, { stint: 2 })], 2)
    expect(now).toMatchObject({ basis: 'stint', lapsCounted: 1 })
    expect(now.wearPerLap.fl).toBe(0.009)
  })
})

describe('laps of tyre', () => {
  const wear = (ratio: number) => ({ ...tireWear([worn(1, ratio)], 1) })

  test('are what is above the least, by the wear of a lap, and the worst wheel is named', () => {
    // by hand: (0.62 − 0.2) / 0.007 = 60; (0.55 − 0.2) / 0.007 = 50, front right, the worst.
    const left = { fl: 0.62, fr: 0.55, rl: 0.9, rr: null }
    const { lapsLeft, worst } = tireOutlook(left, wear(0.007), 0.2)
    expect(lapsLeft.fl).toBeCloseTo(60, 9)
    expect(lapsLeft.rl).toBeCloseTo(100, 9)
    expect(lapsLeft.rr).toBeNull()
    expect(worst?.wheel).toBe('fr')
    expect(worst?.laps).toBeCloseTo(50, 9)
  })

  test('are none below the least, and not known where a lap wears nothing', () => {
    const left = eachWheel(() => 0.15)
    expect(tireOutlook(left, wear(0.007), 0.2).worst?.laps).toBe(0)
    // by hand: with the least at 8 %: (0.15 − 0.08) / 0.007 = 10.
    expect(tireOutlook(left, wear(0.007), 0.08).worst?.laps).toBeCloseTo(10, 9)
    expect(tireOutlook(left, wear(0), 0.2).worst).toBeNull()
    expect(tireOutlook(null, wear(0.007), 0.2).worst).toBeNull()
  })
})
