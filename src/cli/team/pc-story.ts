import type { SeededRandom } from '../race/seeded-random.ts'
import type { LateSpell } from './line-delay.ts'
import type { PcDiary } from './pc-diary.ts'
import type { Seat } from './seat.ts'
import type { IncidentKind } from './team-incident.ts'

/** Something that happens to the PC while its driver drives on. */
export interface PcIncident {
  readonly kind: IncidentKind
  readonly atMs: number
  readonly forMs: number
  readonly delayMs: number
}

/** The last frames still get out before the monitor closes its connection. */
const GOODBYE_MS = 300
const RESTART_MS = 500
/** Over so much of the end of a stint the frames of a PC come late, if its last ones do. */
const LATE_BEFORE_END_MS = 15_000

/** Lives through the whole weekend of one PC: in the car, and out of it. */
export function livePc(
  diary: PcDiary,
  seats: readonly Seat[],
  incidents: readonly PcIncident[],
  endMs: number,
  between: (what: string, index: number, least: number, most: number) => number,
): readonly LateSpell[] {
  const spells: LateSpell[] = []
  if (between('standby', 0, 0, 1) === 0) {
    diary.connect(0)
    diary.show(0, 'spectates')
  }
  for (let i = 0; i <= seats.length; i++) {
    const [last, next] = [seats[i - 1], seats[i]]
    const isNextChapter = next?.entry === 'chapter' && last?.chapter === next.chapter - 1
    if (last !== undefined) {
      if (isNextChapter) diary.show(last.toMs, 'loading')
      else leave(diary, last)
    }
    const fromMs = last?.toMs ?? 0
    if (next === undefined) comeBack(diary, fromMs + between('back', i, 90_000, 240_000), endMs)
    else {
      const noticedMs = between('noticed', i, 20_000, 120_000)
      comeBack(diary, fromMs + between('back', i, 90_000, 240_000), next.loadsFromMs - noticedMs)
      getReady(diary, last?.toMs ?? null, next, noticedMs)
      drive(diary, next, incidents, spells)
    }
  }
  diary.end(endMs)
  return spells
}

export const betweenFor =
  (pc: number, random: SeededRandom) =>
  (what: string, index: number, least: number, most: number): number =>
    Math.round(least + random.unit(`pc ${pc} ${what}`, index) * (most - least))

function leave(diary: PcDiary, { toMs, departure, overlapMs }: Seat): void {
  if (departure === 'half-open') diary.hang(toMs)
  else if (departure === 'closes') {
    diary.show(toMs, null)
    diary.close(toMs + GOODBYE_MS)
  } else {
    diary.show(toMs, departure === 'spectates' ? 'spectates' : 'frozen')
    if (departure === 'overlaps') diary.show(toMs + overlapMs, 'spectates')
  }
}

/** A PC that was gone is started again, to look on. */
function comeBack(diary: PcDiary, atMs: number, beforeMs: number): void {
  if (diary.isConnected || atMs >= beforeMs) return
  diary.connect(atMs)
  diary.show(atMs, 'spectates')
}

function getReady(diary: PcDiary, outSinceMs: number | null, next: Seat, noticedMs: number): void {
  const { loadsFromMs, fromMs, entry } = next
  if (entry === 'rejoin' && outSinceMs !== null) {
    // The crashed game is started again, and its monitor with it.
    const againMs = Math.round(outSinceMs + (fromMs - outSinceMs) * 0.4)
    if (diary.isConnected) diary.close(againMs)
    diary.connect(againMs + RESTART_MS)
    diary.show(againMs + RESTART_MS, 'loading')
    return
  }
  if (diary.isConnected) {
    diary.show(loadsFromMs, 'loading')
    return
  }
  const isExpected = entry !== 'takeover'
  const wokenMs = isExpected ? loadsFromMs - noticedMs : loadsFromMs + Math.round(noticedMs / 15)
  const connectsMs = Math.max(wokenMs, outSinceMs === null ? 0 : outSinceMs + 2 * GOODBYE_MS)
  diary.connect(connectsMs)
  if (connectsMs < loadsFromMs) diary.show(connectsMs, 'spectates')
  diary.show(Math.max(connectsMs, loadsFromMs), 'loading')
}

function drive(
  diary: PcDiary,
  seat: Seat,
  incidents: readonly PcIncident[],
  spells: LateSpell[],
): void {
  diary.show(seat.fromMs, 'drives')
  for (const { kind, atMs, forMs, delayMs } of incidents) {
    if (atMs < seat.fromMs || atMs >= seat.toMs) continue
    if (kind === 'lag') spells.push({ fromMs: atMs, toMs: atMs + forMs, delayMs })
    else {
      if (kind === 'half-open') diary.hang(atMs)
      else diary.close(atMs)
      diary.connect(atMs + forMs, kind === 'half-open' ? 'still running' : 'started')
      diary.show(atMs + forMs, 'drives')
    }
  }
  const { toMs, overlapMs, lateMs: delayMs } = seat
  if (delayMs === 0) return
  spells.push({ fromMs: toMs - LATE_BEFORE_END_MS, toMs: toMs + overlapMs, delayMs })
}
