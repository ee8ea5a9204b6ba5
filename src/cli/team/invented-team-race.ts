import type { CarSample } from '../race/car-sample.ts'
import { seededRandom } from '../race/seeded-random.ts'
import { drawnDepartures } from './departure.ts'
import type { InventedPc } from './invented-pc.ts'
import type { PcIncident } from './pc-story.ts'
import { type Seat, seatsOf } from './seat.ts'
import { type PcSettings, teamPcs } from './team-pcs.ts'
import { type TeamScript, type TeamScriptOptions, teamScript } from './team-script.ts'
import type { TeamTruth, TrueIncident } from './team-truth.ts'
import { teamLedger } from './true-ledger.ts'
import { type Chapter, carAt, weekendChapters } from './weekend.ts'

export interface InventedTeamRaceOptions extends TeamScriptOptions, Partial<PcSettings> {
  readonly seed: number
  /** Until the race's session clock is at zero. */
  readonly raceMinutes?: number
  /** Practice and qualifying come first. */
  readonly withPractice?: boolean
}

/** A race of several drivers on several PCs that share one car: the same for the same seed, however it is asked. */
export interface InventedTeamRace {
  readonly truth: TeamTruth
  readonly endMs: number
  readonly pcs: readonly InventedPc[]
  /** The name of the PC whose driver is in the car; null while nobody is. */
  pcDrivingAt(atMs: number): string | null
  /** The car itself; null while the simulator loads a session. */
  carAt(atMs: number): CarSample | null
}

const AN_HOUR = 60
const AN_AFTERNOON_MS = Date.UTC(2026, 5, 13, 13)

export function inventedTeamRace(options: InventedTeamRaceOptions): InventedTeamRace {
  const { seed, raceMinutes = AN_HOUR, withPractice = false } = options
  const { hz = 2, epochMs = AN_AFTERNOON_MS, run = '' } = options
  const raceMs = raceMinutes * 60_000
  const random = seededRandom(seed)
  const script = teamScript(options, raceMs, random)
  const chapters = weekendChapters(seed, script, raceMs, withPractice)
  const seats = chapters.flatMap((chapter, i) =>
    seatsOf(chapter, i, script, drawnDepartures.chapter(i, random)),
  )
  const incidents = trueIncidents(chapters, seats, script)
  const told = teamPcs(script, chapters, seats, onPcs(incidents), { hz, epochMs, run }, random)
  const car = (atMs: number) => carAt(chapters, atMs)
  const truth = teamLedger(chapters, seats, incidents, told, car)
  return {
    truth,
    endMs: chapters.at(-1)?.endedAtMs ?? 0,
    pcs: told.map(({ pc }) => pc),
    pcDrivingAt: (atMs) =>
      truth.seats.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)?.pc ?? null,
    carAt: car,
  }
}

function trueIncidents(
  chapters: readonly Chapter[],
  seats: readonly Seat[],
  { incidents }: TeamScript,
): readonly TrueIncident[] {
  return chapters.flatMap(({ plan, startedAtMs }, chapter) =>
    plan.incidents.flatMap(({ atMs: planMs, lap }, i) => {
      const incident = incidents[i]
      const atMs = startedAtMs + planMs
      const seat = seats.findLast((one) => one.fromMs <= atMs)
      if (incident === undefined || seat === undefined) return []
      const { kind, forMs, delayMs } = incident
      return { kind, chapter, lap, pc: `pc-${seat.pc + 1}`, atMs, forMs, delayMs }
    }),
  )
}

/** A crash of the game has already cut the seats. */
const onPcs = (incidents: readonly TrueIncident[]): readonly PcIncident[] =>
  incidents.filter(({ kind }) => kind !== 'game-crash' && kind !== 'takeover')
