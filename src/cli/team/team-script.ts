import { usualHand } from '../race/lap-character.ts'
import { TYPICAL_LAP_MS } from '../race/race-plan.ts'
import type { RaceScript } from '../race/race-script.ts'
import type { SeededRandom } from '../race/seeded-random.ts'
import { type TeamDriver, teamDrivers } from './team-driver.ts'
import {
  drawnIncidents,
  type GivenIncident,
  type TeamIncident,
  teamIncidents,
} from './team-incident.ts'
import { type GivenSwap, type TeamSwap, teamSwaps } from './team-swap.ts'

export interface TeamScriptOptions {
  /** How many, or what is known of each; the first one starts. */
  readonly drivers?: number | readonly Partial<TeamDriver>[]
  /** Planned hand-overs at stops: how many, or what is known of each. */
  readonly swaps?: number | readonly GivenSwap[]
  /** Drawn from the seed, if not given; `[]` for none. */
  readonly incidents?: readonly GivenIncident[]
}

/** Everything that is going to happen to the team, before the race is planned. */
export interface TeamScript {
  readonly drivers: readonly TeamDriver[]
  readonly swaps: readonly TeamSwap[]
  readonly incidents: readonly TeamIncident[]
}

const FORMATION_MS = 45_000
/** What a swap takes, lane and all, and the part of a race that goes by in other stops. */
const SWAP_MS = 150_000
const STOPS_SHARE = 0.03
const LEAST_LAPS_BETWEEN = 2

export function teamScript(
  options: TeamScriptOptions,
  raceMs: number,
  random: SeededRandom,
): TeamScript {
  const drivers = teamDrivers(options.drivers ?? 2, random)
  if (drivers.length === 0) throw new RangeError('A team has at least one driver.')
  const given = options.swaps ?? drivers.length - 1
  const swapCount = typeof given === 'number' ? given : given.length
  if (swapCount > 0 && drivers.length < 2) throw new RangeError('A swap takes two drivers.')
  const onTrackMs = (raceMs - FORMATION_MS) * (1 - STOPS_SHARE) - swapCount * SWAP_MS
  const roughLaps = Math.floor(onTrackMs / TYPICAL_LAP_MS)
  const drawn = options.incidents ?? drawnIncidents(roughLaps, random)
  const incidents = teamIncidents(drivers.length < 2 ? withoutTakeovers(drawn) : drawn, random)
  const standingMs = incidents.reduce((sum, incident) => sum + incident.standingMs, 0)
  const lapCount = Math.floor((onTrackMs - standingMs) / TYPICAL_LAP_MS)
  if (lapCount < LEAST_LAPS_BETWEEN * (swapCount + 1)) {
    throw new RangeError(
      `A race of ${raceMs / 60_000} minutes is too short for so many swaps: ${swapCount}.`,
    )
  }
  return { drivers, swaps: teamSwaps(given, lapCount, random), incidents }
}

/** As the car knows it: who drives after so many changes is the next in turn. */
export function raceScript({ drivers, swaps, incidents }: TeamScript): RaceScript {
  return {
    swaps,
    incidents,
    handAfter: (changes) => drivers[changes % drivers.length]?.hand ?? usualHand,
  }
}

/** Nobody is there to take over: the driver comes back himself. */
const withoutTakeovers = (incidents: readonly GivenIncident[]): readonly GivenIncident[] =>
  incidents.map((one) => (one.kind === 'takeover' ? { ...one, kind: 'game-crash' } : one))
