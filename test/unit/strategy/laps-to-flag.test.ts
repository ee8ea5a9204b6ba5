import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { lapRaceToFlag } from '../../../src/strategy/finish/lap-race.ts'
import { lapsToFlag } from '../../../src/strategy/finish/laps-to-flag.ts'
import { flagLater, leaderFlag } from '../../../src/strategy/finish/leader-flag.ts'
import type { WalkGround } from '../../../src/strategy/finish/stop-walk.ts'

/** L = 95 s, 40 % of the lap done, no stop needed. */
const ground = (known: Partial<WalkGround> = {}): WalkGround => ({
  ...{ lapMs: 95_000, part: 0.4, lapsLeft: 200, fillLaps: 200, marginLaps: 0.3 },
  ...{ reserveLaps: 0.3, stopLossMs: 60_000, refuelMs: 40_000, ...known },
})
const us = { kind: 'us' } as const
const unknown = { kind: 'unknown', lapMs: 95_000 } as const

describe('laps to the flag of a race by the clock', () => {
  test('golden: 3600 s, own car leads: 38.6', () => {
    // by hand: 3600 / 95 + 0.4 = 38.29 → 39 crossings; 39 − 0.4 = 38.6.
    const { best, lower, upper, stopsLeft } = lapsToFlag(leaderFlag(3_600_000, us), ground())
    for (const laps of [best, lower, upper]) expect(laps).toBeCloseTo(38.6, 9)
    expect(stopsLeft).toBe(0)
  })

  test('golden: 3600 s, somebody else leads: 38.6, from 38.6 to 39.6', () => {
    // by hand: likeliest (3600 + 47.5) / 95 + 0.4 = 38.79 → 39; latest 3695 / 95 + 0.4 = 39.29 → 40.
    const { best, lower, upper } = lapsToFlag(leaderFlag(3_600_000, unknown), ground())
    expect(best).toBeCloseTo(38.6, 9)
    expect(lower).toBeCloseTo(38.6, 9)
    expect(upper).toBeCloseTo(39.6, 9)
  })

  test('golden: 2400 s, own car leads: 25.6', () => {
    // by hand: 2400 / 95 + 0.4 = 25.66 → 26; 26 − 0.4 = 25.6.
    expect(lapsToFlag(leaderFlag(2_400_000, us), ground()).best).toBeCloseTo(25.6, 9)
  })

  test('by the rule of one lap more: one lap more', () => {
    // by hand: (3600 + 95) / 95 + 0.4 = 39.29 → 40; 39.6.
    const flag = flagLater(leaderFlag(3_600_000, us), 95_000)
    expect(lapsToFlag(flag, ground()).best).toBeCloseTo(39.6, 9)
  })

  test('after zero it is the rest of this lap', () => {
    // by hand: ⌈0 + 0.4⌉ = 1; 1 − 0.4 = 0.6. On the line itself ⌈0⌉ = 0 is at least 1.
    expect(lapsToFlag(leaderFlag(0, us), ground()).best).toBeCloseTo(0.6, 9)
    expect(lapsToFlag(leaderFlag(0, us), ground({ part: 0 })).best).toBe(1)
  })

  test('the leader’s place decides at the end', () => {
    // by hand: T = 600, he at 80 % of his 90 s: 600 / 90 + 0.8 = 7.47 → 8; 7.2·90 = 648 s, 639 to 657.
    // We: 648 / 95 + 0.4 = 7.22 → 8; 639: 7.13 → 8; 657: 7.32 → 8. All 7.6.
    const leader = { kind: 'known', lapMs: 90_000, part: 0.8 } as const
    const { best, lower, upper } = lapsToFlag(leaderFlag(600_000, leader), ground())
    for (const laps of [best, lower, upper]) expect(laps).toBeCloseTo(7.6, 9)
  })

  test('a later flag may take a stop more', () => {
    // by hand: 39 laps left less 0.3 reach 38.6, not 39.6. With a stop at crossing ⌊39 − 0.3 + 0.4⌋ = 39 the way to 3695 s is
    // (3695 − 60) / 95 + 0.4 = 38.66 → 39, but one crossing after the stop: 40, 39.6.
    const way = lapsToFlag(leaderFlag(3_600_000, unknown), ground({ lapsLeft: 39, fillLaps: 40 }))
    expect(way).toMatchObject({ stopsLower: 0, stopsLeft: 0, stopsUpper: 1 })
    expect(way.upper).toBeCloseTo(39.6, 9)
  })

  test('while nobody knows how far the car goes, no stop is known', () => {
    const way = lapsToFlag(leaderFlag(3_600_000, us), ground({ lapsLeft: null }))
    expect(way.stopsLeft).toBeNull()
    expect(way.best).toBeCloseTo(38.6, 9)
  })
})

describe('laps to the flag of a race by laps', () => {
  const race = { total: 50, done: 20, gapMs: null, leaderLapMs: 98_000 }
  const ours = ground({ lapMs: 100_000 })

  test('are those of the race that are left', () => {
    // by hand: 50 − 20 − 0.4 = 29.6.
    expect(lapRaceToFlag(race, ours).best).toBeCloseTo(29.6, 9)
    expect(lapRaceToFlag({ ...race, done: 50 }, ours).best).toBe(0)
  })

  test('are never more than the leader’s finish allows', () => {
    // by hand: he is 120 s ahead, 1.2 of our laps: 50 − 20 − 0.4 − 1.2 = 28.4 of his left; in their time we do
    // 28.4·98 / 100 = 27.832; + 0.4 = 28.23 → 29 crossings; 28.6.
    expect(lapRaceToFlag({ ...race, gapMs: 120_000 }, ours).best).toBeCloseTo(28.6, 9)
    // by hand: 20 s ahead and as fast as we are: 29.4 + 0.4 = 29.8 → 30 crossings: all of ours, 29.6.
    const near = { ...race, gapMs: 20_000, leaderLapMs: 100_000 }
    expect(lapRaceToFlag(near, ours).best).toBeCloseTo(29.6, 9)
  })

  test('a stop takes no lap away', () => {
    // by hand: 30 crossings; 15 laps left, stop at ⌊15 − 0.3 + 0.4⌋ = 15; 15 more and the reserve are 15.3 of a fill of 20.
    const way = lapRaceToFlag(race, { ...ours, lapsLeft: 15, fillLaps: 20 })
    expect(way.best).toBeCloseTo(29.6, 9)
    expect(way.stopsLeft).toBe(1)
  })
})

test('never below 0, never NaN, in order, and the same whether time is in seconds or milliseconds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 86_400 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 50, noNaN: true }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      (seconds, part, lapsLeft, fillLaps) => {
        const way = (unit: number) =>
          lapsToFlag(leaderFlag(seconds * unit, { kind: 'unknown', lapMs: 95 * unit }), {
            ...ground({ part, lapsLeft, fillLaps }),
            ...{ lapMs: 95 * unit, stopLossMs: 60 * unit, refuelMs: 40 * unit },
          })
        const { lower, best, upper } = way(1000)
        expect(way(1)).toEqual({ ...way(1000) })
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(best).toBeGreaterThanOrEqual(lower)
        expect(upper).toBeGreaterThanOrEqual(best)
        expect(Number.isFinite(upper)).toBe(true)
      },
    ),
    { numRuns: 100 },
  )
})
