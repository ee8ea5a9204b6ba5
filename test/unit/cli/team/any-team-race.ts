import fc from 'fast-check'
import { inventedTeamRace } from '../../../../src/cli/team/invented-team-race.ts'

type TeamRace = ReturnType<typeof inventedTeamRace>

/** Races of two to five drivers, long enough for all their swaps. */
const options = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  drivers: fc.integer({ min: 2, max: 5 }),
  swaps: fc.integer({ min: 0, max: 5 }),
  raceMinutes: fc.integer({ min: 50, max: 240 }),
  withPractice: fc.boolean(),
})

/** Whatever the seed, and whatever happens. */
export const inEveryTeamRace = (holds: (race: TeamRace) => void, numRuns: number) =>
  fc.assert(
    fc.property(options, (given) => holds(inventedTeamRace(given))),
    { numRuns },
  )

/** For tests of one thing: nothing happens but what they ask for. */
export const calmTeamRace = (options: Partial<Parameters<typeof inventedTeamRace>[0]> = {}) =>
  inventedTeamRace({
    seed: 1,
    raceMinutes: 30,
    incidents: [],
    drivers: [
      { dialect: 'units', clockOffsetMs: 0 },
      { dialect: 'units', clockOffsetMs: 0 },
    ],
    ...options,
  })

export const pcOf = (race: TeamRace, name: string) => race.pcs.find((pc) => pc.name === name)!
