import { describe, expect, test } from 'bun:test'
import {
  type InventedTeamRace,
  inventedTeamRace,
} from '../../../../src/cli/team/invented-team-race.ts'
import type { TeamTruth } from '../../../../src/cli/team/team-truth.ts'
import { calmTeamRace, inEveryTeamRace } from './any-team-race.ts'

const always = (holds: (race: InventedTeamRace) => void) => inEveryTeamRace(holds, 40)
const race = inventedTeamRace({ seed: 1, drivers: 3, swaps: 3, raceMinutes: 120 })

const ofChapter = <T extends { readonly chapter: number }>(all: readonly T[], chapter: number) =>
  all.filter((one) => one.chapter === chapter)

function eachChapter(truth: TeamTruth, look: (chapter: number) => void): void {
  for (const chapter of truth.chapters.keys()) look(chapter)
}

describe('the truth of a team race', () => {
  test('is the same for the same seed, and another for another', () => {
    const again = inventedTeamRace({ seed: 1, drivers: 3, swaps: 3, raceMinutes: 120 })
    const other = inventedTeamRace({ seed: 2, drivers: 3, swaps: 3, raceMinutes: 120 })
    expect(again.truth).toEqual(race.truth)
    expect(other.truth.laps).not.toEqual(race.truth.laps)
  })

  test('has as many swaps as were asked for, each at a stop, round the drivers', () => {
    always(({ truth, pcs }) => {
      const swaps = truth.stops.filter((stop) => stop.swapsDriver)
      expect(truth.handOvers.filter((one) => one.isPlanned).length).toBe(swaps.length)
      for (const { fromPc, toPc } of truth.handOvers) {
        const names = pcs.map(({ name }) => name)
        expect(toPc).toBe(names[(names.indexOf(fromPc) + 1) % names.length]!)
      }
    })
    expect(race.truth.handOvers.filter((one) => one.isPlanned).length).toBe(3)
  })

  test('goes from practice over qualifying to the race, and counts laps across them', () => {
    const { truth } = inventedTeamRace({ seed: 3, raceMinutes: 30, withPractice: true })
    expect(truth.chapters.map(({ sessionType }) => sessionType)).toEqual([
      'Practice',
      'Qualifying',
      'Race',
    ])
    const inAll = truth.chapters.reduce((sum, { lapCount }) => sum + lapCount, 0)
    expect(truth.laps.length).toBe(inAll)
    eachChapter(truth, (chapter) => {
      const numbers = ofChapter(truth.laps, chapter).map(({ number }) => number)
      expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    })
  })

  test('fuel used on laps is what the tank lost, plus what was filled in', () => {
    always(({ truth }) =>
      eachChapter(truth, (chapter) => {
        const sum = (liters: readonly number[]) => liters.reduce((all, one) => all + one, 0)
        const used = sum(ofChapter(truth.laps, chapter).map((lap) => lap.fuelUsedLiters))
        const added = sum(ofChapter(truth.stops, chapter).map((stop) => stop.fuelAddedLiters))
        const { startFuelLiters, endFuelLiters } = truth.chapters[chapter]!
        expect(used).toBeCloseTo(startFuelLiters + added - endFuelLiters, 6)
      }),
    )
  })

  test('stints tile the laps of their chapter, each lap driven by the driver of its stint', () => {
    always(({ truth }) =>
      eachChapter(truth, (chapter) => {
        const stints = ofChapter(truth.stints, chapter)
        const laps = ofChapter(truth.laps, chapter)
        let next = 1
        for (const { number, driverName, firstLap, lastLap } of stints) {
          expect(firstLap).toBe(next)
          expect(lastLap).toBeGreaterThanOrEqual(firstLap)
          for (const lap of laps.slice(firstLap - 1, lastLap)) {
            expect(lap).toMatchObject({ stint: number, driverName })
          }
          next = lastLap + 1
        }
        expect(next).toBe(laps.length + 1)
      }),
    )
  })

  test('a stint ends before the next begins, and only where the driver or the stop says so', () => {
    always(({ truth }) =>
      eachChapter(truth, (chapter) => {
        const stints = ofChapter(truth.stints, chapter)
        for (const [i, stint] of stints.entries()) {
          expect(stint.endedAtMs).toBeGreaterThan(stint.startedAtMs)
          const next = stints[i + 1]
          if (next !== undefined) expect(next.startedAtMs).toBeGreaterThanOrEqual(stint.endedAtMs)
        }
        const unplanned = ofChapter(truth.handOvers, chapter).filter((one) => !one.isPlanned)
        const stops = ofChapter(truth.stops, chapter)
        expect(stints.length).toBe(1 + stops.length + unplanned.length)
      }),
    )
  })

  test('at every moment one driver is in the car, or nobody while it stands', () => {
    always(({ truth, carAt, pcDrivingAt }) =>
      eachChapter(truth, (chapter) => {
        const { startedAtMs, endedAtMs } = truth.chapters[chapter]!
        for (let at = startedAtMs; at < endedAtMs; at += 4_999) {
          const inTheCar = truth.seats.filter(({ fromMs, toMs }) => fromMs <= at && at < toMs)
          expect(inTheCar.length).toBeLessThanOrEqual(1)
          expect(inTheCar[0]?.pc ?? null).toBe(pcDrivingAt(at))
          if (inTheCar.length === 0) expect(carAt(at)!.speedKph).toBe(0)
        }
      }),
    )
  })

  test('a driver who crashes and comes back finds his fuel, and goes on with his stint', () => {
    const { truth, carAt } = calmTeamRace({
      swaps: 0,
      incidents: [{ kind: 'game-crash', fromLap: 4, forMs: 80_000 }],
    })
    const [crash] = truth.incidents
    const after = crash!.atMs + crash!.forMs
    expect(carAt(after - 1)!.load.fuelLiters).toBeCloseTo(carAt(crash!.atMs)!.load.fuelLiters, 6)
    expect(truth.stints.length).toBe(1)
    expect(truth.handOvers).toEqual([])
    expect(truth.seats.map(({ pc }) => pc)).toEqual(['pc-1', 'pc-1'])
    expect(truth.laps[crash!.lap - 1]!.unseenMs).toBe(78_000)
  })

  test('a driver who takes over after a crash begins a stint on that lap, without a stop', () => {
    const { truth } = calmTeamRace({
      swaps: 0,
      incidents: [{ kind: 'takeover', fromLap: 4, forMs: 60_000 }],
    })
    const [handOver] = truth.handOvers
    expect(handOver).toMatchObject({ lap: 4, isPlanned: false, changedTires: [] })
    expect(Math.abs(handOver!.fuelAddedLiters)).toBeLessThan(0.1)
    expect(handOver!.blindMs).toBeWithin(57_000, 60_000)
    expect(truth.stops).toEqual([])
    expect(truth.stints.map(({ firstLap }) => firstLap)).toEqual([1, 4])
  })

  test('a planned swap is blind while the next PC loads, and shows the refuelling across it', () => {
    const { truth } = calmTeamRace({ swaps: [{ departure: 'closes', blindMs: 61_000 }] })
    const [handOver] = truth.handOvers
    const [stop] = truth.stops
    expect(handOver!.blindMs).toBeWithin(60_500, 62_000)
    expect(handOver!.lap).toBe(stop!.inLap + 1)
    expect(handOver!.fuelAddedLiters).toBeLessThan(stop!.fuelAddedLiters)
    expect(handOver!.fuelAddedLiters).toBeGreaterThan(0.5 * stop!.fuelAddedLiters)
    expect(stop!.standingMs).toBeGreaterThan(61_000)
  })

  test('what cannot be is refused', () => {
    const refused = (options: object) => () => inventedTeamRace({ seed: 1, ...options })
    expect(refused({ drivers: 2, swaps: 9, raceMinutes: 30 })).toThrow(
      'too short for so many swaps: 9',
    )
    expect(refused({ drivers: 1, swaps: 1 })).toThrow('two drivers')
    expect(refused({ drivers: 0 })).toThrow('at least one')
  })
})
