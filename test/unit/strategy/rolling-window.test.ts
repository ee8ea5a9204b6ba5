import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  type Interval,
  mostInWindow,
  windowBrokenAtMs,
} from '../../../src/strategy/drivers/rolling-window.ts'
import { ruleBreak } from '../../../src/strategy/drivers/rule-break.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (hours: number, minutes = 0) => hours * HOUR + minutes * MINUTE
const driven = (...told: readonly (readonly [number, number])[]): Interval[] =>
  told.map(([fromMs, toMs]) => ({ fromMs, toMs }))
/** At most 3 h in any 5 h. */
const rule = { lengthMs: 5 * HOUR, maxMs: 3 * HOUR }

describe('the most that was driven in any window', () => {
  test('is found wherever the window lies', () => {
    // by hand, 5 h: 0-2, 3-5 and 6-7 o’clock: from 0 it holds 2 + 2 = 4 h, from 3 it holds 2 + 1 = 3, up to 7 (from 2) 3.
    const times = driven([at(0), at(2)], [at(3), at(5)], [at(6), at(7)])
    expect(mostInWindow(times, 5 * HOUR)).toBe(4 * HOUR)
    // by hand, 6 h: from 1 to 7 it holds 1 + 2 + 1 = 4 h, from 0 to 6 it holds 4.
    expect(mostInWindow(times, 6 * HOUR)).toBe(4 * HOUR)
    // by hand, 1 h: never more than its own length.
    expect(mostInWindow(times, HOUR)).toBe(HOUR)
    expect(mostInWindow([], HOUR)).toBe(0)
  })
})

describe('when a rule breaks', () => {
  /** Ben drove from 23:42 to 1:12 and sits in the car again since 2:42. */
  const ben = driven([at(23, 42), at(25, 12)])
  const ahead = (untilMs: number) => windowBrokenAtMs(ben, at(26, 42), untilMs, rule)

  test('if Ben double-stints he passes 3 h in 5 h at 04:12', () => {
    // by hand: 90 minutes are driven, 90 more may be: 2:42 + 1:30 = 4:12; the window that ends then begins at 23:12 and
    // holds all of the first time.
    expect(Math.abs(ahead(at(30))! - at(28, 12))).toBeLessThanOrEqual(500)
  })

  test('just as much as allowed breaks nothing', () => {
    expect(ahead(at(28, 12))).toBeNull()
    expect(ahead(at(28, 13))).not.toBeNull()
  })

  test('what falls out of the window counts no more', () => {
    // by hand: with the first time from 20:00 to 21:30, at 2:42 + 3:00 = 5:42 the window begins at 0:42: only the 3 h of now.
    const early = driven([at(20), at(21, 30)])
    expect(windowBrokenAtMs(early, at(26, 42), at(29, 42), rule)).toBeNull()
  })

  test('the first that breaks is told', () => {
    // by hand: 1.5 h driven of 4 in all: 2.5 h left, to 5:12; 2 h without a break, none of it driven: to 4:42; 3 in 5: 4:12.
    const turn = { fromMs: at(26, 42), untilMs: at(32), unbrokenMs: 0, driven: ben }
    const none = { minMs: null, maxMs: null, stintMaxMs: null, window: null }
    const rules = { ...none, maxMs: 4 * HOUR, stintMaxMs: 2 * HOUR }
    expect(ruleBreak(turn, { ...none, maxMs: 4 * HOUR })).toEqual({ rule: 'max', atMs: at(29, 12) })
    expect(ruleBreak(turn, rules)).toEqual({ rule: 'stint-max', atMs: at(28, 42) })
    expect(ruleBreak(turn, { ...rules, window: rule })?.rule).toBe('window')
    // by hand: half an hour of the unbroken time is driven already: 4:42 − 0:30 = 4:12.
    const inCar = { ...turn, unbrokenMs: 30 * MINUTE }
    expect(ruleBreak(inCar, rules)).toEqual({ rule: 'stint-max', atMs: at(28, 12) })
    expect(ruleBreak({ ...turn, untilMs: at(28) }, { ...rules, window: rule })).toBeNull()
  })
})

test('no window holds more than it is long, nor more than was driven, and a longer one never less', () => {
  const times = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 600 }), (minutes, length) => {
      let now = 0
      const intervals = minutes.map((each, i) => {
        const fromMs = now + (minutes[i - 1] ?? 0) * MINUTE
        now = fromMs + each * MINUTE
        return { fromMs, toMs: now }
      })
      const total = minutes.reduce((sum, each) => sum + each, 0) * MINUTE
      const most = mostInWindow(intervals, length * MINUTE)
      expect(most).toBeLessThanOrEqual(Math.min(total, length * MINUTE))
      expect(mostInWindow(intervals, (length + 7) * MINUTE)).toBeGreaterThanOrEqual(most)
    }),
    { numRuns: 100 },
  )
})
