import { expect, test } from 'bun:test'
import type { Stint } from '../../../src/race/stint.ts'
import { drivingTimes } from '../../../src/strategy/driving-time.ts'

const MINUTE = 60_000

/** Stints as "who, from, to" in minutes; an open one has no end. */
const stints = (...told: readonly (readonly [string | null, number, number?])[]): Stint[] =>
  told.map(([driverName, from, to], i) => ({
    number: i + 1,
    driverName,
    startedAtMs: from * MINUTE,
    startLap: 1,
    endedAtMs: to === undefined ? null : to * MINUTE,
    endLap: null,
  }))

test('sums the stints of each driver, in the order in which they first drove', () => {
  const times = drivingTimes(
    stints(['Ana', 0, 50], ['Ben', 51, 100], ['Ana', 101, 150], ['Cho', 151]),
    170 * MINUTE,
  )
  expect(times.map((time) => [time.driverName, time.stints, time.totalMs / MINUTE])).toEqual([
    ['Ana', 2, 99],
    ['Ben', 1, 49],
    ['Cho', 1, 19],
  ])
})

test('a double stint is one time at the wheel, without the stop in between', () => {
  const [ana] = drivingTimes(stints(['Ana', 0, 50], ['Ana', 51, 90], ['Ben', 91]), 100 * MINUTE)
  expect(ana).toMatchObject({ stints: 2, longestMs: 89 * MINUTE, totalMs: 89 * MINUTE })
})

test('says who sits in the car and for how long, and how long the others have rested', () => {
  const times = drivingTimes(stints(['Ana', 0, 50], ['Ben', 51]), 80 * MINUTE)
  expect(times[0]).toMatchObject({ currentMs: null, restMs: 30 * MINUTE })
  expect(times[1]).toMatchObject({ currentMs: 29 * MINUTE, restMs: null })
})

test('a driver who returns is no longer resting', () => {
  const [ana] = drivingTimes(stints(['Ana', 0, 50], ['Ben', 51, 90], ['Ana', 91]), 100 * MINUTE)
  expect(ana).toMatchObject({ currentMs: 9 * MINUTE, restMs: null, longestMs: 50 * MINUTE })
})

test('a stint that begins with the stop it still stands in has lasted no time', () => {
  const times = drivingTimes(stints(['Ana', 0, 50], ['Ben', 51]), 50 * MINUTE)
  expect(times[1]).toMatchObject({ totalMs: 0, currentMs: 0 })
})

test('drivers whose monitor tells no name are one driver without a name', () => {
  const times = drivingTimes(stints([null, 0, 10], ['Ana', 11, 20], [null, 21, 30]), 40 * MINUTE)
  expect(times.map((time) => [time.driverName, time.totalMs / MINUTE])).toEqual([
    [null, 19],
    ['Ana', 9],
  ])
})

test('nobody has driven before the first stint', () => {
  expect(drivingTimes([], 0)).toEqual([])
})
