import type { ScriptedIncident } from '../race/race-script.ts'
import type { SeededRandom } from '../race/seeded-random.ts'
import { type Departure, drawnDepartures } from './departure.ts'

/**
 * `monitor-crash`: the program on the driver's PC is gone and comes back; the car drives on.
 * `game-crash`: the car stands until the same driver is back in it, with the same fuel.
 * `takeover`: the car stands until the next driver is in it.
 * `half-open`: the PC is cut off and comes back on another socket, while the old one looks open for a minute.
 * `lag`: all frames come late.
 */
export type IncidentKind = 'monitor-crash' | 'game-crash' | 'takeover' | 'half-open' | 'lag'

export interface TeamIncident extends ScriptedIncident {
  readonly kind: IncidentKind
  readonly forMs: number
  /** How late, where it lags. */
  readonly delayMs: number
  /** Where the game crashes: what that PC does until it is started again. */
  readonly departure: Departure
}

export type GivenIncident = Pick<TeamIncident, 'kind' | 'fromLap'> &
  Partial<Pick<TeamIncident, 'forMs' | 'delayMs' | 'departure'>>

const kinds = ['monitor-crash', 'game-crash', 'half-open', 'lag', 'takeover'] as const

const durationsMs: Readonly<Record<IncidentKind, readonly [number, number]>> = {
  'monitor-crash': [8_000, 60_000],
  'game-crash': [45_000, 120_000],
  takeover: [40_000, 110_000],
  'half-open': [6_000, 60_000],
  lag: [20_000, 60_000],
}

/** Longer, and it would run into the next stop. */
export const LONGEST_INCIDENT_MS = 120_000
const LAPS_FOR_EACH = 10

/** One for about every ten laps, each kind in its turn. */
export function drawnIncidents(lapCount: number, random: SeededRandom): readonly GivenIncident[] {
  const count = Math.floor(lapCount / LAPS_FOR_EACH)
  const first = Math.floor(random.unit('first incident', 0) * kinds.length)
  return Array.from({ length: count }, (_, i) => ({
    kind: kinds[(first + i) % kinds.length] ?? 'lag',
    fromLap: 2 + Math.floor((i + random.unit('incident', i)) * LAPS_FOR_EACH),
  }))
}

export function teamIncidents(
  given: readonly GivenIncident[],
  random: SeededRandom,
): readonly TeamIncident[] {
  const inOrder = [...given].sort((a, b) => a.fromLap - b.fromLap)
  return inOrder.map((incident, i) => {
    const { kind } = incident
    const between = (what: string, least: number, most: number) =>
      least + random.unit(what, i) * (most - least)
    const forMs = incident.forMs ?? Math.round(between('lasts', ...durationsMs[kind]))
    if (forMs > LONGEST_INCIDENT_MS) {
      throw new RangeError(`An incident lasts ${LONGEST_INCIDENT_MS} ms at most, not ${forMs}.`)
    }
    const crashes = kind === 'game-crash' || kind === 'takeover'
    return {
      ...incident,
      atPart: between('where', 0.1, 0.3),
      forMs,
      standingMs: crashes ? forMs : 0,
      changesDriver: kind === 'takeover',
      delayMs: kind === 'lag' ? (incident.delayMs ?? Math.round(between('by', 4_000, 12_000))) : 0,
      departure: incident.departure ?? drawnDepartures.crash(i, random),
    }
  })
}
