import type { Telemetry } from './telemetry.ts'

/** One practice, qualifying or race under the same link. */
export interface Chapter {
  /** 1-based within the session. */
  readonly number: number
  readonly sessionType: string | null
  readonly trackName: string | null
  readonly startedAtMs: number
  /** Virtual energy has been above 0: before that, a 0 means the car has none. */
  readonly hasEnergy: boolean
  /** Frames that speak of another chapter, the first and the last of an unbroken row; null: the last did not. */
  readonly other: { readonly sinceMs: number; readonly lastMs: number } | null
}

/** One frame of another session, track or a lower lap count may be a glitch; three seconds of them are none. */
const BELIEVED_AFTER_MS = 3_000

export function newChapter(telemetry: Telemetry, atMs: number, number: number): Chapter {
  return {
    number,
    sessionType: telemetry.sessionType,
    trackName: telemetry.trackName,
    startedAtMs: atMs,
    hasEnergy: (telemetry.virtualEnergyRatio ?? 0) > 0,
    other: null,
  }
}

/** How far the chapter had come, for what falls back behind it. */
export interface ChapterProgress {
  readonly lapsDone: number
  /** As sent: the only count that the existing monitor has. */
  readonly lap: number | null
}

const plain = (name: string) => name.trim().toLowerCase()

/** Monitors write the same name in their own ways. */
export const differs = (before: string | null, now: string | null) =>
  before !== null && now !== null && before !== now && plain(before) !== plain(now)

function fellBack(progress: ChapterProgress, { lapsCompleted, lap, fuelLiters }: Telemetry) {
  // Menus count from 0 too, with an empty tank.
  if ((fuelLiters ?? 0) <= 0) return false
  if (lapsCompleted !== null) return lapsCompleted < progress.lapsDone
  if (lap === null || progress.lap === null) return false
  // The existing monitor calls the laps completed `lap`: after a typed one it says one less of the same lap.
  return lap < Math.min(progress.lap, progress.lapsDone)
}

/** The chapter this sample belongs to: the same one, updated, or a new one. */
export function chapterAfter(
  chapter: Chapter | null,
  telemetry: Telemetry,
  progress: ChapterProgress | null,
  atMs: number,
  nextNumber: number,
): Chapter {
  if (chapter === null) return newChapter(telemetry, atMs, nextNumber)
  const isOther =
    differs(chapter.sessionType, telemetry.sessionType) ||
    differs(chapter.trackName, telemetry.trackName) ||
    (progress !== null && fellBack(progress, telemetry))
  const { other } = chapter
  const unbroken = other !== null && atMs - other.lastMs < BELIEVED_AFTER_MS
  const sinceMs = unbroken ? other.sinceMs : atMs
  if (isOther && atMs - sinceMs >= BELIEVED_AFTER_MS) return newChapter(telemetry, atMs, nextNumber)
  return {
    ...chapter,
    hasEnergy: chapter.hasEnergy || (telemetry.virtualEnergyRatio ?? 0) > 0,
    sessionType: chapter.sessionType ?? telemetry.sessionType,
    trackName: chapter.trackName ?? telemetry.trackName,
    other: isOther ? { sinceMs, lastMs: atMs } : null,
  }
}
