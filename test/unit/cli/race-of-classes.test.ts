import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { inventedRace } from '../../../src/cli/invented-race.ts'
import { leaderKnown } from '../../../src/cli/race/frame-stamp.ts'
import { carClasses } from '../../../src/cli/race/invented-cars.ts'

const stamp = { timestamp: '2026-01-01T12:00:00.000Z', seq: 0, bootId: 'boot' }
const seeds = fc.integer({ min: 0, max: 2 ** 31 })
const everything = { yellows: true, rain: true, phases: true }

test('each class has its laps, and only two of them virtual energy', () => {
  const median = (carClass: (typeof carClasses)[number]) => {
    const times = inventedRace({ seed: 3, carClass }).truth.laps.map(({ timeMs }) => timeMs)
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]! / 1000
  }
  expect(median('hypercar')).toBeWithin(97, 100)
  expect(median('lmp2')).toBeWithin(100, 104)
  expect(median('lmgt3')).toBeWithin(107, 110)
  const energyOf = (carClass: (typeof carClasses)[number]) =>
    inventedRace({ seed: 3, carClass }).frameAt(600_000, stamp).virtual_energy
  expect(energyOf('lmp2')).toBe(0)
  expect(energyOf('hypercar')).toBeGreaterThan(0.7)
})

test('whatever is driven in, no car runs dry, and the flag falls with the leader’s crossing', () => {
  const options = fc.record({
    seed: seeds,
    raceMinutes: fc.integer({ min: 90, max: 500 }),
    carClass: fc.constantFrom(...carClasses),
    leader: fc.constantFrom(...leaderKnown),
    conditions: fc.constantFrom({}, everything),
  })
  fc.assert(
    fc.property(options, (given) => {
      const race = inventedRace(given)
      const { laps, flagAtMs, stops } = race.truth
      const zeroMs = given.raceMinutes * 60_000
      expect(flagAtMs).toBeGreaterThanOrEqual(zeroMs)
      // At the most a leader's lap and a stop of his, and a lap of ours: both may be behind a safety car.
      expect(flagAtMs - zeroMs).toBeLessThan(480_000)
      expect(laps.at(-1)?.completedAtMs).toBe(flagAtMs)
      if (given.leader === 'us') expect(laps.at(-2)!.completedAtMs).toBeLessThan(zeroMs)
      for (const { completedAtMs } of laps) {
        expect(race.sampleAt(completedAtMs).load.fuelLiters).toBeGreaterThan(0.2)
      }
      expect(stops.length).toBeGreaterThan(0)
    }),
    { numRuns: 60 },
  )
})

describe('under a full-course yellow', () => {
  const race = inventedRace({ seed: 5, raceMinutes: 720, conditions: { yellows: true } })
  const under = race.truth.laps.filter(
    ({ startedAtMs }) => race.frameAt(startedAtMs + 1_000, stamp).flag === 'fcy',
  )

  test('the field is slow and thirsty for less', () => {
    expect(under.length).toBeGreaterThan(10)
    for (const { timeMs, fuelUsedLiters, isOutLap, isInLap } of under) {
      if (isOutLap || isInLap) continue
      expect(timeMs).toBeGreaterThan(150_000)
      expect(fuelUsedLiters).toBeLessThan(2)
    }
  })

  test('which nobody could foresee: when it began and ended is kept', () => {
    expect(race.changes.length).toBeGreaterThanOrEqual(2)
    expect(race.changes).toEqual(race.changes.toSorted((a, b) => a - b))
  })
})

test('rain is seen by the car, and who leads has nobody in front of him', () => {
  const race = inventedRace({
    ...{
      seed: 8,
      raceMinutes: 1440,
      carClass: 'hypercar',
      leader: 'us',
      conditions: { rain: true },
    },
  })
  const rains = race.truth.laps.map((lap) => race.frameAt(lap.startedAtMs + 1, stamp).rain)
  expect(rains).toContain(0.4)
  expect(rains).toContain(0)
  const frame = race.frameAt(3_600_000, stamp)
  expect(frame).toMatchObject({ position: 1, class_position: 1 })
  expect(frame).not.toHaveProperty('leader_lap_progress')
})

test('a leader whose place is not told is not told', () => {
  const frame = (leader: 'known' | 'unknown') =>
    inventedRace({ seed: 8, leader }).frameAt(3_600_000, stamp)
  expect(frame('known').leader_lap_progress).toBeWithin(0, 1)
  expect(frame('unknown')).not.toHaveProperty('leader_lap_progress')
  expect(frame('unknown').position).toBeGreaterThan(1)
})

test('drivers change at stops, each with a hand of his own', () => {
  const drivers = ['Ana', 'Ben', 'Cho']
  const race = inventedRace({ seed: 2, raceMinutes: 1440, drivers })
  const swaps = race.truth.stops.filter(({ swapsDriver }) => swapsDriver)
  expect(swaps.length).toBeWithin(8, 14)
  const names = race.truth.laps.map(
    (lap) => race.frameAt(lap.startedAtMs + 50_000, stamp).player_name,
  )
  expect(new Set(names)).toEqual(new Set(drivers))
})
