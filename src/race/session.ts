import type { Lap } from './lap.ts'
import type { LapInProgress } from './lap-in-progress.ts'
import type { Setup } from './setup.ts'
import type { Telemetry } from './telemetry.ts'
import type { UnitVerdict, Units } from './units.ts'

declare const brand: unique symbol

/** UUID4 in the viewers' link. Lets people watch, never publish. */
export type SessionId = string & { readonly [brand]: 'SessionId' }

/** Who may publish: only keys, only the address that began it, or anybody who knows the id. */
export type SessionMode = 'keyed' | 'bound' | 'open'

export type MonitorStatus = 'none' | 'online' | 'offline'

export interface RaceEvent {
  readonly atMs: number
  readonly lap: number | null
  readonly kind:
    | 'session-started'
    | 'monitor-online'
    | 'monitor-offline'
    | 'server-restarted'
    | 'setup-received'
    | 'chapter-started'
    | 'driver-changed'
    | 'pit-stop'
    | 'units-detected'
  /** What the words of this kind need: names, litres. Foreign text is still foreign here. */
  readonly facts: Readonly<Record<string, string | number | null>>
}

/** One practice, qualifying or race under the same link. */
export interface Chapter {
  readonly sessionType: string | null
  readonly trackName: string | null
  readonly startedAtMs: number
  /** Virtual energy has been above 0: before that, 0 means the car has none. */
  readonly hasEnergy: boolean
}

export interface Stint {
  readonly number: number
  readonly driverName: string | null
  readonly startedAtMs: number
  /** First lap of the stint, 1-based. */
  readonly startLap: number | null
}

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
  readonly setup: Setup | null
  readonly chapter: Chapter | null
  /** Laps of the chapter, oldest first. */
  readonly laps: readonly Lap[]
  /** 1-based number of the lap being driven. */
  readonly currentLap: number | null
  readonly stint: Stint | null
  readonly lapInProgress: LapInProgress | null
  /** Newest first, at most `EVENTS_KEPT`. */
  readonly events: readonly RaceEvent[]
}
