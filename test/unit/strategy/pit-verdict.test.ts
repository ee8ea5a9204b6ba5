import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type PitQuestion, pitVerdict } from '../../../src/strategy/stop/pit-verdict.ts'

/** Pit entry at 95 % of the lap, 0.3 laps kept back, the flag far away. */
const at = (lapsLeft: number, known: Partial<PitQuestion> = {}) =>
  pitVerdict({
    ...{ lapsLeft, part: 0.3, pitEntryRatio: 0.95, marginLaps: 0.3, reserveLaps: 0.3 },
    ...{ lapsToFlag: 200, ...known },
  })

describe('when the car has to come in', () => {
  test('golden: 8.4 laps left, 30 % of the lap done, entry at 95 %, margin 0.3: box in 7', () => {
    // by hand: d = 0.95 − 0.30 = 0.65; 8.4 − 0.3 − 0.65 = 7.45; below it 7.
    expect(at(8.4)).toEqual({ kind: 'box-in', laps: 7 })
  })

  test('past the pit entry the next chance is a lap away', () => {
    // by hand: p = 0.95 is past it: d = 1 + 0.95 − 0.95 = 1; 1.95 − 0.3 − 1 = 0.65 → this lap. A moment before it d is 0.01:
    // 1.95 − 0.3 − 0.01 = 1.64 → in 1. p = 0.98: d = 0.97; 2.4 − 0.3 − 0.97 = 1.13 → in 1.
    expect(at(1.95, { part: 0.95 })).toEqual({ kind: 'box-this-lap' })
    expect(at(1.95, { part: 0.94 })).toEqual({ kind: 'box-in', laps: 1 })
    expect(at(2.4, { part: 0.98 })).toEqual({ kind: 'box-in', laps: 1 })
  })

  test('the entry is at the line until somebody says where', () => {
    // by hand: π = 1, p = 0.25: d = 0.75; 10 − 0.3 − 0.75 = 8.95 → 8. p = 0: d = 1; 10 − 0.3 − 1 = 8.7 → 8.
    expect(at(10, { pitEntryRatio: 1, part: 0.25 })).toEqual({ kind: 'box-in', laps: 8 })
    expect(at(10, { pitEntryRatio: 1, part: 0 })).toEqual({ kind: 'box-in', laps: 8 })
  })

  test('between one lap and none it is this lap', () => {
    // by hand: 1.95 − 0.3 − 0.65 = 1 → in 1; 1.94 leaves 0.99 → this lap; 0.95 leaves 0 → this lap, and it is safe.
    expect(at(1.95)).toEqual({ kind: 'box-in', laps: 1 })
    expect(at(1.94)).toEqual({ kind: 'box-this-lap' })
    expect(at(0.95)).toEqual({ kind: 'box-this-lap' })
  })

  test('below that the margin is used, while the pit is within reach', () => {
    // by hand: 0.94 − 0.3 − 0.65 = −0.01, below 0, and 0.94 ≥ d = 0.65. 0.65 is just enough; 0.649 is not.
    expect(at(0.94)).toEqual({ kind: 'box-now' })
    expect(at(0.65)).toEqual({ kind: 'box-now' })
    expect(at(0.649)).toEqual({ kind: 'cannot-reach' })
    expect(at(0)).toEqual({ kind: 'cannot-reach' })
  })

  test('a sum that misses a whole number by a billionth is that number', () => {
    // by hand: 2.95 − 0.3 − 0.65 = 2; half a billionth less is still 2, a millionth less is 1.
    expect(at(2.95)).toEqual({ kind: 'box-in', laps: 2 })
    expect(at(2.95 - 5e-10)).toEqual({ kind: 'box-in', laps: 2 })
    expect(at(2.95 - 1e-6)).toEqual({ kind: 'box-in', laps: 1 })
    // 0.65 to the entry: half a billionth less still reaches it, a millionth less does not.
    expect(at(0.65 - 5e-10)).toEqual({ kind: 'box-now' })
    expect(at(0.65 - 1e-6)).toEqual({ kind: 'cannot-reach' })
  })

  test('what lasts to the latest flag with the reserve needs no stop', () => {
    // by hand: 12.6 + 0.3 = 12.9. 12.9 is enough, and half a billionth less; 12.8 is not: 12.8 − 0.3 − 0.65 = 11.85 → in 11.
    expect(at(12.9, { lapsToFlag: 12.6 })).toEqual({ kind: 'no-stop-needed' })
    expect(at(12.9 - 5e-10, { lapsToFlag: 12.6 })).toEqual({ kind: 'no-stop-needed' })
    expect(at(12.8, { lapsToFlag: 12.6 })).toEqual({ kind: 'box-in', laps: 11 })
  })

  test('while the flag is not known no stop is ruled out', () => {
    // by hand: 100 − 0.3 − 0.65 = 99.05 → in 99.
    expect(at(100, { lapsToFlag: null })).toEqual({ kind: 'box-in', laps: 99 })
  })
})

test('whoever comes in as told has the margin left at the pit entry, and one lap later he would not', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  const laps = fc.double({ min: 0, max: 60, noNaN: true })
  fc.assert(
    fc.property(laps, part, (lapsLeft, p) => {
      const verdict = at(lapsLeft, { part: p })
      const waits = verdict.kind === 'box-in' ? verdict.laps : 0
      const toEntry = p < 0.95 ? 0.95 - p : 1.95 - p
      const leftThere = lapsLeft - waits - toEntry
      if (verdict.kind === 'box-in' || verdict.kind === 'box-this-lap') {
        expect(leftThere).toBeGreaterThanOrEqual(0.3 - 1e-8)
        expect(leftThere - 1).toBeLessThan(0.3)
      } else expect(leftThere).toBeLessThan(0.3)
    }),
    { numRuns: 100 },
  )
})

test('more fuel never calls the car in earlier', () => {
  const order = ['cannot-reach', 'box-now', 'box-this-lap', 'box-in', 'no-stop-needed']
  const rank = (verdict: ReturnType<typeof at>) =>
    order.indexOf(verdict.kind) * 1_000 + (verdict.kind === 'box-in' ? verdict.laps : 0)
  const laps = fc.double({ min: 0, max: 60, noNaN: true })
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(laps, laps, part, laps, (left, more, p, lapsToFlag) => {
      const known = { part: p, lapsToFlag }
      expect(rank(at(left + more, known))).toBeGreaterThanOrEqual(rank(at(left, known)))
    }),
    { numRuns: 100 },
  )
})
