import { expect, test } from 'bun:test'
import { isSteady, LAPS_OF_PACE, paceMs } from '../../../src/strategy/pace.ts'
import { aLap } from '../../fixtures/raced-session.ts'

const timed = (times: readonly number[]) =>
  times.map((timeMs, i) => aLap({ number: i + 1, timeMs }))
const seconds = (...times: readonly number[]) => timed(times.map((s) => s * 1000))

test('the pace of the race is the mean of two fills of laps: a tank that empties decides nothing', () => {
  // by hand: sixty laps, 99 and 101 in turn, sum to 6000: 100 s. The lap of 104 before them is the 61st from the end; counted
  // it would make (6000 + 104) / 61 = 100.066.
  const times = [104, ...Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 99 : 101))]
  expect(LAPS_OF_PACE).toBe(60)
  expect(paceMs(seconds(...times), LAPS_OF_PACE)).toBe(100_000)
})

test('a pace is the mean of as many of the last valid laps as are asked for', () => {
  // by hand: of nine laps 120 | 100 101 102 103 104 105 106 107 the last eight sum to 828; 828 / 8 = 103.5 s. The median
  // of all nine is 104; within 5 % of it is 98.8 to 109.2.
  const times = seconds(120, 100, 101, 102, 103, 104, 105, 106, 107)
  expect(paceMs(times, 8)).toBeCloseTo(103_500, 6)
  expect(paceMs(times, 60)).toBeCloseTo(103_500, 6)
})

test('laps further than 5 % from the last ten’s median are not counted, and others in their place', () => {
  // by hand: the last ten are 106 106 and eight of 100: median 100, limit 105. Of the last eight that are not above it
  // all are 100 s.
  expect(paceMs(seconds(100, 100, 106, 100, 100, 100, 106, 100, 100, 100, 100, 100), 8)).toBe(
    100_000,
  )
  // by hand: 104.9 is within it: (7·100 + 104.9) / 8 = 100.6125.
  expect(paceMs(seconds(...Array(7).fill(100), 104.9), 8)).toBeCloseTo(100_612.5, 6)
})

test('in the rain the dry laps before it tell nothing any more, once most of the last ten are wet', () => {
  // by hand: forty dry laps of 100, then six of 110: the last ten are four of 100 and six of 110, median 110; 100 is 9.1 %
  // below it. (6·110) / 6 = 110.
  expect(paceMs(seconds(...Array(40).fill(100), ...Array(6).fill(110)), 60)).toBe(110_000)
})

test('laps that say nothing do not count, and without any there is no pace', () => {
  const slow = aLap({ number: 3, timeMs: 150_000, flags: ['slow'] })
  expect(paceMs([...seconds(100, 102), slow], 8)).toBe(101_000)
  expect(paceMs([slow], 8)).toBeNull()
})

test('a car is not steady until it drives at the pace again: not just after rain, nor before any lap', () => {
  // by hand: 101.5 is 7.7 % below 110, 109 is 0.9 %.
  const wet = Array(20).fill(110)
  expect(isSteady(seconds(...wet), 110_000)).toBe(true)
  expect(isSteady(seconds(...wet, 101.5), 110_000)).toBe(true)
  expect(isSteady(seconds(...wet, 101.5, 101.5), 110_000)).toBe(false)
  expect(isSteady(seconds(...wet, 101.5, 109), 110_000)).toBe(true)
  expect(isSteady([], null)).toBe(false)
})
