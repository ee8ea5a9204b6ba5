import type { Departure } from './departure.ts'
import type { TeamScript } from './team-script.ts'
import type { Chapter } from './weekend.ts'

/** A driver in the car, from getting in to getting out. */
export interface Seat {
  readonly chapter: number
  /** Index of the driver, and of his PC. */
  readonly pc: number
  /** When his PC begins to load the car. */
  readonly loadsFromMs: number
  readonly fromMs: number
  readonly toMs: number
  /** What his PC does after it. */
  readonly departure: Departure
  readonly overlapMs: number
  readonly lateMs: number
  /** The lap on which he got in. */
  readonly lap: number
  readonly entry: 'chapter' | 'swap' | 'takeover' | 'rejoin'
}

type Change = Pick<Seat, 'departure' | 'overlapMs' | 'lateMs' | 'lap' | 'entry'> & {
  readonly leavesAtMs: number
  readonly entersAtMs: number
}

/** A driver who is back in a car that stands on the track drives off after so long. */
const BELTS_MS = 2_000

/** Who sat in the car in this chapter, in order. While nobody does, it stands. */
export function seatsOf(
  chapter: Chapter,
  index: number,
  script: TeamScript,
  chapterDeparture: Departure,
): readonly Seat[] {
  const changes = changesOf(chapter, script)
  const seats: Seat[] = []
  let pc = chapter.firstDriver
  for (let i = 0; i <= changes.length; i++) {
    const [before, after] = [changes[i - 1], changes[i]]
    const entry = before?.entry ?? 'chapter'
    if (entry === 'swap' || entry === 'takeover') pc = (pc + 1) % script.drivers.length
    seats.push({
      chapter: index,
      pc,
      entry,
      loadsFromMs: before?.leavesAtMs ?? chapter.startedAtMs,
      fromMs: before?.entersAtMs ?? chapter.startedAtMs,
      toMs: after?.leavesAtMs ?? chapter.endedAtMs,
      departure: after?.departure ?? chapterDeparture,
      overlapMs: after?.overlapMs ?? 0,
      lateMs: after?.lateMs ?? 0,
      lap: before?.lap ?? 1,
    })
  }
  return seats
}

function changesOf({ plan, startedAtMs }: Chapter, { swaps, incidents }: TeamScript): Change[] {
  const changes: Change[] = []
  const swapStops = plan.truth.stops.filter((stop) => stop.swapsDriver)
  for (const [i, stop] of swapStops.entries()) {
    const swap = swaps[i]
    if (swap === undefined) continue
    const { departure, overlapMs, lateMs } = swap
    const leavesAtMs = startedAtMs + stop.startedAtMs + swap.exitMs
    const lap = stop.inLap + 1
    const entersAtMs = leavesAtMs + swap.blindMs
    changes.push({ entry: 'swap', leavesAtMs, entersAtMs, lap, departure, overlapMs, lateMs })
  }
  for (const [i, { atMs, lap }] of plan.incidents.entries()) {
    const incident = incidents[i]
    if (incident === undefined || incident.standingMs === 0) continue
    const leavesAtMs = startedAtMs + atMs
    changes.push({
      entry: incident.changesDriver ? 'takeover' : 'rejoin',
      leavesAtMs,
      entersAtMs: leavesAtMs + incident.standingMs - BELTS_MS,
      lap,
      departure: incident.departure,
      overlapMs: 0,
      lateMs: 0,
    })
  }
  return changes.sort((a, b) => a.leavesAtMs - b.leavesAtMs)
}
