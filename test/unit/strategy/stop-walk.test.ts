import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { savingRatio } from '../../../src/strategy/finish/saving-target.ts'
import { type WalkGround, walkToFlag } from '../../../src/strategy/finish/stop-walk.ts'

/** L = 100 s at the line, 20 laps in the car and in a fill, D = 60 s, of which 40 s refuelling. K = ⌊20 − 0.3⌋ = 19. */
const ground = (known: Partial<WalkGround> = {}): WalkGround => ({
  ...{ lapMs: 100_000, part: 0, lapsLeft: 20, fillLaps: 20, marginLaps: 0.3, reserveLaps: 0.3 },
  ...{ stopLossMs: 60_000, refuelMs: 40_000, ...known },
})
const walk = (seconds: number, known: Partial<WalkGround> = {}) =>
  walkToFlag(seconds * 1000, ground(known))

describe('the walk from stop to stop', () => {
  test('needs none where the level lasts with the reserve', () => {
    // by hand: 3600 s are 36 crossings, 36 + 0.3 = 36.3 laps. Half a billionth less is enough, a hundredth is not.
    expect(walk(3600, { lapsLeft: 36.3 })).toMatchObject({ crossings: 36, stops: 0 })
    expect(walk(3600, { lapsLeft: 36.3 - 5e-10 }).stops).toBe(0)
    expect(walk(3600, { lapsLeft: 36.29 }).stops).toBe(1)
  })

  test('a stop takes time', () => {
    // by hand: c₀ = ⌊20 − 0.3⌋ = 19. 3600 s: (3600 − 60) / 100 = 35.4 → 36; 36 − 19 + 0.3 = 17.3 ≤ 20: one stop. The last
    // refuel is 13.5 % shorter, 5.4 s: 35.45 → 36.
    expect(walk(3600)).toEqual({ crossings: 36, stops: 1, lastStopAt: 19, isReached: true })
  })

  test('and so a lap, where there is not enough of it', () => {
    // by hand: 3520 s: without a stop 35.2 → 36; with it 34.6 → 35: 35 − 19 + 0.3 = 16.3, 18.5 % shorter, 7.4 s: 34.67 → 35.
    expect(walk(3520)).toMatchObject({ crossings: 35, stops: 1 })
  })

  test('but the last fill is a short one, which may give the lap back', () => {
    // by hand: 3558 s: 34.98 → 35; 16.3 of 20 laps: 7.4 s shorter: 35.054 → 36; 17.3 still fit.
    expect(walk(3558)).toMatchObject({ crossings: 36, stops: 1 })
  })

  test('takes as many stops as it needs', () => {
    // by hand: 4500 s, one stop: 44.4 → 45; 45 − 19 + 0.3 = 26.3 > 20. Two, the last at 19 + 19 = 38: 43.8 → 44; 6.3 ≤ 20;
    // 68.5 % shorter, 27.4 s: 44.074 → 45.
    expect(walk(4500)).toEqual({ crossings: 45, stops: 2, lastStopAt: 38, isReached: true })
  })

  test('counts dozens of stops as it counts one', () => {
    // by hand: 86400 s, n stops at 19n. n = 43, the last at 817: (86400 − 2580) / 100 = 838.2 → 839; 839 − 817 + 0.3 = 22.3
    // > 20. n = 44, at 836: (86400 − 2640) / 100 = 837.6 → 838; 2.3 ≤ 20; 88.5 % shorter, 35.4 s: 837.954 → 838.
    expect(walk(86_400)).toMatchObject({ crossings: 838, stops: 44, lastStopAt: 836 })
  })

  test('a stop is followed by the end of a lap, even after the flag', () => {
    // by hand: 50 s from the end, half a lap done, 0.4 laps left: ⌈0.5 + 0.5⌉ = 1 is 0.5 away, 0.4 − 0.3 does not reach. c₀ =
    // ⌊0.4 − 0.3 + 0.5⌋ = 0, at least 1; ⌈(50 − 60) / 100 + 0.5⌉ = 1, but one after the stop: 2.
    expect(walk(50, { part: 0.5, lapsLeft: 0.4 })).toMatchObject({ crossings: 2, stops: 1 })
  })

  test('says so where no number of stops reaches the flag', () => {
    // by hand: a fill of 1.2 laps less the reserve of 0.3 is less than a lap.
    expect(walk(3600, { fillLaps: 1.2 }).isReached).toBe(false)
    expect(walk(3600, { fillLaps: null }).isReached).toBe(false)
  })
})

describe('saving a stop', () => {
  const timeless = { stopLossMs: 0, refuelMs: 0 }
  const saved = (known: Partial<WalkGround>) =>
    savingRatio(3_600_000, ground({ ...timeless, ...known }))

  /** As little as it takes, and a point more to be sure of it; found to some hundredths of a point. */
  const expectJustAbove = (ratio: number | null, least: number) => {
    expect(ratio).toBeGreaterThanOrEqual(least)
    expect(ratio).toBeLessThan(least + 0.0101)
  }

  test('the last one, by making what is in the car last', () => {
    // by hand: 36.3 laps are needed and 35 left: 35 / (1 − s) = 36.3, s = 1 − 35 / 36.3 = 0.03581.
    expectJustAbove(saved({ lapsLeft: 35 }), 0.03581)
  })

  test('one of two, by making the fill last as well', () => {
    // by hand: 15 laps left: stop at 14, 22.3 of 20: two stops. Leaner, from 15 / (1 − s) ≥ 15.3, s ≥ 0.0196, at 15: then the
    // fill must last 36 − 15 + 0.3 = 21.3: s = 1 − 20 / 21.3 = 0.06103. (At 16 only from 1 − 15 / 16.3 = 0.0798 on.)
    expectJustAbove(saved({ lapsLeft: 15 }), 0.06103)
  })

  test('is hidden above 12 %', () => {
    // by hand: 31.9 of 36.3: s = 0.1212. 33 of 36.3: 0.0909.
    expect(saved({ lapsLeft: 31.9 })).toBeNull()
    expectJustAbove(saved({ lapsLeft: 33 }), 0.0909)
  })

  test('is none where there is no stop to save', () => {
    expect(saved({ lapsLeft: 36.3 })).toBeNull()
    expect(saved({ lapsLeft: 20, fillLaps: null })).toBeNull()
  })

  test('really saves it', () => {
    const laps = fc.double({ min: 5, max: 40, noNaN: true })
    fc.assert(
      fc.property(laps, laps, fc.integer({ min: 600, max: 40_000 }), (lapsLeft, fill, seconds) => {
        const now = ground({ lapsLeft: Math.min(lapsLeft, fill), fillLaps: fill })
        const ratio = savingRatio(seconds * 1000, now)
        if (ratio === null) return
        expect(ratio).toBeLessThanOrEqual(0.12)
        const leaner = {
          lapsLeft: now.lapsLeft! / (1 - ratio),
          fillLaps: now.fillLaps! / (1 - ratio),
        }
        const stops = walkToFlag(seconds * 1000, { ...now, ...leaner }).stops
        expect(stops).toBeLessThan(walkToFlag(seconds * 1000, now).stops)
      }),
      { numRuns: 100 },
    )
  })
})
