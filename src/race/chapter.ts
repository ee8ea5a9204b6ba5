import type { Telemetry } from './telemetry.ts'

/** One practice, qualifying or race under the same link. */
export interface Chapter {
  readonly sessionType: string | null
  readonly trackName: string | null
  readonly startedAtMs: number
  /** Virtual energy has been above 0: before that, a 0 means the car has none. */
  readonly hasEnergy: boolean
  /** When the lap count was first seen below what it had been; null while it is not. */
  readonly lapsFellAtMs: number | null
}

/** A falling lap count may be one bad frame; three seconds of them are a new session of the simulator. */
const LAPS_FELL_FOR_MS = 3_000

export function newChapter(telemetry: Telemetry, atMs: number): Chapter {
  return {
    sessionType: telemetry.sessionType,
    trackName: telemetry.trackName,
    startedAtMs: atMs,
    hasEnergy: (telemetry.virtualEnergyRatio ?? 0) > 0,
    lapsFellAtMs: null,
  }
}

const differs = (before: string | null, now: string | null) =>
  before !== null && now !== null && before !== now

/** The chapter this sample belongs to: the same one, updated, or a new one. */
export function chapterAfter(
  chapter: Chapter | null,
  telemetry: Telemetry,
  lapsDoneBefore: number | null,
  atMs: number,
): Chapter {
  if (chapter === null) return newChapter(telemetry, atMs)
  const otherSession = differs(chapter.sessionType, telemetry.sessionType)
  if (otherSession || differs(chapter.trackName, telemetry.trackName)) {
    return newChapter(telemetry, atMs)
  }
  const fell =
    lapsDoneBefore !== null &&
    telemetry.lapsCompleted !== null &&
    telemetry.lapsCompleted < lapsDoneBefore &&
    (telemetry.fuelLiters ?? 0) > 0
  const lapsFellAtMs = fell ? (chapter.lapsFellAtMs ?? atMs) : null
  if (lapsFellAtMs !== null && atMs - lapsFellAtMs >= LAPS_FELL_FOR_MS) {
    return newChapter(telemetry, atMs)
  }
  const hasEnergy = chapter.hasEnergy || (telemetry.virtualEnergyRatio ?? 0) > 0
  const sessionType = chapter.sessionType ?? telemetry.sessionType
  const trackName = chapter.trackName ?? telemetry.trackName
  return { ...chapter, sessionType, trackName, hasEnergy, lapsFellAtMs }
}
