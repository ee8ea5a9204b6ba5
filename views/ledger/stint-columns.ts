import type { Stint } from '../../src/race/stint.ts'
import { allStints, type ChapterBooks } from '../../src/strategy/chapter-books.ts'
import { stintMs } from '../../src/strategy/driving-time.ts'
import { type StintSummary, stintSummaries } from '../../src/strategy/stint-summary.ts'
import { isoMoment } from '../format.ts'
import { type Column, inPercent, inSeconds, rounded } from './column.ts'

export interface StintRow {
  readonly stint: Stint
  /** null: it has no lap yet. */
  readonly summary: StintSummary | null
  readonly durationMs: number
}

/** A chapter's stints with what their laps say together. */
export function stintRows(books: ChapterBooks): readonly StintRow[] {
  const summaries = stintSummaries(books.laps)
  return allStints(books).map((stint) => ({
    stint,
    summary: summaries.get(stint.number) ?? null,
    durationMs: stintMs(stint, books.drivenUntilMs),
  }))
}

/** Averages are those of the valid laps. */
export const stintColumns: readonly Column<StintRow>[] = [
  ['stint', ({ stint }) => stint.number],
  ['driver', ({ stint }) => stint.driverName],
  ['first_lap', ({ stint }) => stint.startLap],
  ['last_lap', ({ stint }) => stint.endLap],
  ['laps', ({ summary }) => summary?.laps ?? 0],
  ['started_at', ({ stint }) => isoMoment(stint.startedAtMs) ?? null],
  ['ended_at', ({ stint }) => isoMoment(stint.endedAtMs) ?? null],
  ['duration_s', ({ durationMs }) => inSeconds(durationMs)],
  ['average_lap_s', ({ summary }) => inSeconds(summary?.lapTimeMs ?? null)],
  ['fuel_per_lap_l', ({ summary }) => rounded(summary?.fuelPerLapLiters ?? null)],
  ['energy_per_lap_percent', ({ summary }) => inPercent(summary?.energyPerLapRatio ?? null)],
]
