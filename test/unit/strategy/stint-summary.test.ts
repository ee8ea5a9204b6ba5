import { expect, test } from 'bun:test'
import { eachWheel } from '../../../src/race/wheels.ts'
import { stintSummaries } from '../../../src/strategy/stint-summary.ts'
import { worstWheel } from '../../../src/strategy/worst-wheel.ts'
import { aLap } from '../../fixtures/raced-session.ts'

test('averages leave out the laps that say nothing about the pace', () => {
  const summary = stintSummaries([
    aLap({ timeMs: 130_000, fuelUsedLiters: null, flags: ['out', 'first'] }),
    aLap({ timeMs: 108_000, fuelUsedLiters: 2.2 }),
    aLap({ timeMs: 109_000, fuelUsedLiters: 2.4 }),
    aLap({ timeMs: 108_500, fuelUsedLiters: 9, flags: ['excluded'] }),
  ]).get(1)
  expect(summary).toMatchObject({ laps: 4, lapTimeMs: 108_500, energyPerLapRatio: null })
  expect(summary?.fuelPerLapLiters).toBeCloseTo(2.3)
})

test('a stint without a valid lap has no average, and one without a lap no summary', () => {
  const summaries = stintSummaries([aLap({ flags: ['gap'] })])
  expect(summaries.get(1)).toMatchObject({ laps: 1, lapTimeMs: null, fuelPerLapLiters: null })
  expect(summaries.get(2)).toBeUndefined()
})

test('levels are those of the last time over the line, temperatures means of what is known', () => {
  const { temperatures } = aLap()
  const at = (waterTempC: number | null) => ({ ...temperatures, waterTempC })
  const summary = stintSummaries([
    aLap({ fuelLiters: 60, temperatures: at(84) }),
    aLap({ fuelLiters: 58, temperatures: at(null) }),
    aLap({
      fuelLiters: 56,
      wearRatio: { ...eachWheel(() => null), fl: 0.8 },
      temperatures: at(88),
    }),
  ]).get(1)
  expect(summary).toMatchObject({ endFuelLiters: 56, endEnergyRatio: null })
  expect(summary?.endWearRatio).toEqual({ fl: 0.8, fr: null, rl: null, rr: null })
  expect(summary?.temperatures.waterTempC).toBe(86)
  expect(summary?.temperatures.oilTempC).toBeNull()
})

test('the same laps are summed up once', () => {
  const laps = [aLap()]
  expect(stintSummaries(laps)).toBe(stintSummaries(laps))
})

test('the worst tyre is named, where one is known', () => {
  expect(worstWheel({ fl: 0.8, fr: 0.74, rl: null, rr: 0.9 })).toEqual({
    wheel: 'fr',
    leftRatio: 0.74,
  })
  expect(worstWheel(eachWheel(() => null))).toBeNull()
})

test('an average is estimated where any of its laps is', () => {
  const estimated = (...laps: Parameters<typeof aLap>[0][]) =>
    stintSummaries(laps.map((lap) => aLap(lap))).get(1)?.lapTimeEstimated
  expect(estimated({}, { timeEstimated: true })).toBe(true)
  expect(estimated({}, { timeEstimated: true, flags: ['out'] })).toBe(false)
})
