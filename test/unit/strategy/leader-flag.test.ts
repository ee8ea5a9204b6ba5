import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { leaderOf } from '../../../src/strategy/finish/leader.ts'
import { flagLater, leaderFlag } from '../../../src/strategy/finish/leader-flag.ts'
import { telemetry } from '../../fixtures/telemetry.ts'

const LAP_MS = 90_000
const known = (part: number) => ({ kind: 'known', lapMs: LAP_MS, part }) as const
const unknown = { kind: 'unknown', lapMs: 95_000 } as const

describe('the leader’s flag', () => {
  test('is at zero where we lead, and never before now', () => {
    expect(leaderFlag(3_600_000, { kind: 'us' })).toEqual({
      ...{ lowerMs: 3_600_000, bestMs: 3_600_000, upperMs: 3_600_000 },
    })
    expect(leaderFlag(-20_000, { kind: 'us' }).bestMs).toBe(0)
  })

  test('is within a lap of his after zero where he is somewhere', () => {
    // by hand: T = 3600, L = 95: from 3600, likeliest half a lap later 3647.5, at the latest 3695.
    expect(leaderFlag(3_600_000, unknown)).toEqual({
      ...{ lowerMs: 3_600_000, bestMs: 3_647_500, upperMs: 3_695_000 },
    })
  })

  test('is his first crossing after zero where his place is known', () => {
    // by hand: T = 1200, L_l = 90, p_l = 0.5: 1200 / 90 + 0.5 = 13.83 → 14; (14 − 0.5)·90 = 1215; 9 s either way.
    expect(leaderFlag(1_200_000, known(0.5))).toEqual({
      ...{ lowerMs: 1_206_000, bestMs: 1_215_000, upperMs: 1_224_000 },
    })
  })

  test('is the line itself where he meets it with the zero', () => {
    // by hand: T = 1170, p_l = 0: 1170 / 90 = 13, no more: 13·90 = 1170.
    expect(leaderFlag(1_170_000, known(0)).bestMs).toBe(1_170_000)
    // by hand: p_l = 0.1 and T = 1161: 12.9 + 0.1 = 13 whatever the machine adds up: (13 − 0.1)·90 = 1161.
    expect(leaderFlag(1_161_000, known(0.1)).bestMs).toBeCloseTo(1_161_000, 6)
  })

  test('needs one crossing at least, once the clock has run out', () => {
    // by hand: T = 0, p_l = 0.5: ⌈0.5⌉ = 1: 0.5·90 = 45 ± 9. p_l = 0: ⌈0⌉ = 0, at least 1: 90.
    expect(leaderFlag(0, known(0.5))).toEqual({ lowerMs: 36_000, bestMs: 45_000, upperMs: 54_000 })
    expect(leaderFlag(0, known(0)).bestMs).toBe(90_000)
    // by hand: T = 0, p_l = 0.95: 0.05·90 = 4.5; 9 s before that is before now: 0.
    expect(leaderFlag(0, known(0.95)).lowerMs).toBe(0)
    expect(leaderFlag(0, known(0.95)).bestMs).toBeCloseTo(4_500, 6)
  })

  test('his place tells nothing further than 25 minutes from the end', () => {
    // by hand: 25 min are 1500 s: from there on it is zero, half a lap and a lap: 1500, 1545, 1590.
    expect(leaderFlag(1_500_000, known(0.5))).toEqual({
      ...{ lowerMs: 1_500_000, bestMs: 1_545_000, upperMs: 1_590_000 },
    })
    // by hand: one second later: 1499 / 90 + 0.5 = 17.16 → 18; 17.5·90 = 1575.
    expect(leaderFlag(1_499_000, known(0.5)).bestMs).toBe(1_575_000)
  })

  test('is behind us once he has it, and a lap later by the rule of one lap more', () => {
    expect(leaderFlag(0, { kind: 'finished' })).toEqual({ lowerMs: 0, bestMs: 0, upperMs: 0 })
    // by hand: 1206, 1215 and 1224 s and a lap of 90.
    expect(flagLater(leaderFlag(1_200_000, known(0.5)), LAP_MS)).toEqual({
      ...{ lowerMs: 1_296_000, bestMs: 1_305_000, upperMs: 1_314_000 },
    })
  })

  test('is in order, and never before now, wherever anybody is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60_000, max: 86_400_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (leftMs, part) => {
          for (const leader of [known(part), unknown, { kind: 'us' } as const]) {
            const { lowerMs, bestMs, upperMs } = leaderFlag(leftMs, leader)
            expect(lowerMs).toBeGreaterThanOrEqual(0)
            expect(bestMs).toBeGreaterThanOrEqual(lowerMs)
            expect(upperMs).toBeGreaterThanOrEqual(bestMs)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('the leader', () => {
  const seen = (what: Parameters<typeof telemetry>[0]) => leaderOf(telemetry(what), 95_000)

  test('is us in first place, until the chequered flag is out', () => {
    expect(seen({ position: 1 })).toEqual({ kind: 'us' })
    expect(seen({ position: 1, flag: 'checkered' })).toEqual({ kind: 'finished' })
  })

  test('has his own lap time where it is one of a racing lap, else ours', () => {
    // by hand: 93 / 95 = 0.98 is believed; 150 / 95 = 1.58 was a stop.
    expect(seen({ position: 3, leaderLapTimeMs: 93_000, leaderLapProgressRatio: 0.4 })).toEqual({
      ...{ kind: 'known', lapMs: 93_000, part: 0.4 },
    })
    expect(seen({ position: 3, leaderLapTimeMs: 150_000 })).toEqual({
      ...{ kind: 'unknown', lapMs: 95_000 },
    })
  })
})
