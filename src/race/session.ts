import type { Chapter } from './chapter.ts'
import type { FuelHold } from './fuel-hold.ts'
import type { Lap } from './lap.ts'
import type { LapInProgress } from './lap-in-progress.ts'
import { eventsWith, type RaceEvent } from './race-event.ts'
import type { Setup } from './setup.ts'
import type { Stint } from './stint.ts'
import type { Telemetry } from './telemetry.ts'
import type { Units, UnitVerdict } from './units.ts'

declare const brand: unique symbol

/** UUID4 in the viewers' link. Lets people watch, never publish. */
export type SessionId = string & { readonly [brand]: 'SessionId' }

/** Who may publish: only keys, only the address that began it, or anybody who knows the id. */
export type SessionMode = 'keyed' | 'bound' | 'open'

export type MonitorStatus = 'none' | 'online' | 'offline'

/** Everything the wall knows about one car, kept across PCs, restarts and viewers. */
export interface Session {
  readonly id: SessionId
  readonly mode: SessionMode
  readonly createdAtMs: number
  /** The socket of the monitor that feeds the wall. */
  readonly monitor: { readonly status: MonitorStatus; readonly sinceMs: number }
  /** What was concluded about each PC that declares no units, by its address. */
  readonly unitVerdicts: Readonly<Record<string, UnitVerdict>>
  /** Units of the last frame; null before the first. */
  readonly units: Units | null
  readonly telemetry: Telemetry | null
  /** Server's clock at the arrival of `telemetry`. */
  readonly takenAtMs: number | null
  /** The last frame exactly as sent, unknown keys included, for programs. */
  readonly frame: unknown
  readonly fuelHold: FuelHold | null
  readonly setup: Setup | null
  readonly chapter: Chapter | null
  /** Laps of the chapter, oldest first. */
  readonly laps: readonly Lap[]
  readonly lapInProgress: LapInProgress | null
  readonly stint: Stint | null
  /** Newest first, at most `EVENTS_KEPT`. */
  readonly events: readonly RaceEvent[]
}

export function newSession(id: SessionId, mode: SessionMode, atMs: number): Session {
  return {
    id,
    mode,
    createdAtMs: atMs,
    monitor: { status: 'none', sinceMs: atMs },
    unitVerdicts: {},
    units: null,
    telemetry: null,
    takenAtMs: null,
    frame: null,
    fuelHold: null,
    setup: null,
    chapter: null,
    laps: [],
    lapInProgress: null,
    stint: null,
    events: eventsWith([], 'session-started', atMs),
  }
}

/** 1-based number of the lap being driven; null before the first frame. */
export const currentLap = (session: Session): number | null => session.lapInProgress?.number ?? null
