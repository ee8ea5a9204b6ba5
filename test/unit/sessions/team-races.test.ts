import { describe, expect, test } from 'bun:test'
import { inventedTeamRace } from '../../../src/cli/team/invented-team-race.ts'
import { ledgerDifferences } from '../../fixtures/ledger-differences.ts'
import { teamRaceInMemory } from '../../fixtures/team-race-in-memory.ts'

/** Two to five drivers, one to six swaps, an hour to four, every kind of trouble; practice first in every second one. */
const raceOf = (seed: number) =>
  inventedTeamRace({
    seed,
    drivers: 2 + (seed % 4),
    swaps: 1 + (seed % 6),
    raceMinutes: 60 + ((seed * 37) % 180),
    withPractice: seed % 2 === 0,
  })

describe('the books of a team race', () => {
  test.each([2, 3, 5, 8])(
    'are the truth, lap by lap (seed %d)',
    (seed) => {
      const race = raceOf(seed)
      const { session, zeroMs } = teamRaceInMemory(race)
      expect(ledgerDifferences(race, session, { zeroMs })).toEqual([])
    },
    30_000,
  )

  test.each([12, 13])(
    'stay the truth when the server is killed in the middle of every swap (seed %d)',
    (seed) => {
      const race = raceOf(seed)
      const killsAtMs = race.truth.handOvers.map(({ lastFrameAtMs, blindMs }) =>
        Math.round(lastFrameAtMs + blindMs / 2),
      )
      const { session, zeroMs } = teamRaceInMemory(race, killsAtMs)
      const outages = killsAtMs.map((atMs) => [atMs, atMs] as const)
      expect(ledgerDifferences(race, session, { zeroMs, outages })).toEqual([])
    },
    30_000,
  )

  test('are compared by something that sees a wrong lap, stop or driver', () => {
    const race = raceOf(5)
    const { session, zeroMs } = teamRaceInMemory(race)
    const [lap] = session.laps
    const [stop] = session.stops
    const wrong = [
      { ...session, laps: session.laps.slice(1) },
      { ...session, laps: [{ ...lap!, driverName: 'Nobody' }, ...session.laps.slice(1)] },
      { ...session, stops: [...session.stops, stop!] },
      {
        ...session,
        stops: [
          { ...stop!, fuelAddedLiters: stop!.fuelAddedLiters! + 0.2 },
          ...session.stops.slice(1),
        ],
      },
      { ...session, stints: session.stints.slice(1) },
    ]
    for (const books of wrong) expect(ledgerDifferences(race, books, { zeroMs })).not.toEqual([])
  }, 30_000)

  test('hold every hand-over once, with both names and the lap', () => {
    const race = raceOf(5)
    const { session } = teamRaceInMemory(race)
    const told = session.events.filter(({ kind }) => kind === 'hand-over').reverse()
    expect(told.map(({ lap, facts }) => `${facts.from} → ${facts.to} on ${lap}`)).toEqual(
      race.truth.handOvers.map(({ from, to, lap }) => `${from} → ${to} on ${lap}`),
    )
  }, 30_000)
})
