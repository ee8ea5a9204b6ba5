import { expect, test } from 'bun:test'
import { paceMs } from '../../../src/strategy/pace.ts'
import { aLap } from '../../fixtures/raced-session.ts'

const timed = (times: readonly number[]) =>
  times.map((timeMs, i) => aLap({ number: i + 1, timeMs }))

test('the pace is the mean of the last eight valid laps', () => {
  // by hand: of nine laps 120 | 100 101 102 103 104 105 106 107 the last eight sum to 828; 828 / 8 = 103.5 s. The median
  // of all nine is 104; 105 % of it 109.2.
  const times = [120, 100, 101, 102, 103, 104, 105, 106, 107].map((s) => s * 1000)
  expect(paceMs(timed(times), 5)).toBeCloseTo(103_500, 6)
})

test('or of as many as the average has, if those are more', () => {
  // by hand: the last ten are 99 and 101 in turn: 1000 / 10 = 100 s.
  const times = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 99_000 : 101_000))
  expect(paceMs(timed(times), 10)).toBe(100_000)
})

test('laps above 105 % of the last ten’s median are not counted, and others in their place', () => {
  // by hand: the last ten are 106 106 and eight of 100: median 100, limit 105. Of the last eight that are not above it
  // all are 100 s.
  const times = [100, 100, 106, 100, 100, 100, 106, 100, 100, 100, 100, 100].map((s) => s * 1000)
  expect(paceMs(timed(times), 5)).toBe(100_000)
  // by hand: 104.9 is within it: (7·100 + 104.9) / 8 = 100.6125.
  expect(paceMs(timed([...Array(7).fill(100_000), 104_900]), 5)).toBeCloseTo(100_612.5, 6)
})

test('laps that say nothing do not count, and without any there is no pace', () => {
  const slow = aLap({ number: 3, timeMs: 150_000, flags: ['slow'] })
  expect(paceMs([...timed([100_000, 102_000]), slow], 5)).toBe(101_000)
  expect(paceMs([slow], 5)).toBeNull()
})
