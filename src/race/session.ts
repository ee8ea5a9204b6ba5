import type { Alert } from './alerts/alert.ts'
import type { Delivery } from './alerts/delivery.ts'
import type { Blind } from './blind.ts'
import type { Call } from './call.ts'
import type { Chapter } from './chapter.ts'
import type { Feed } from './feed.ts'
import type { FuelHold } from './fuel-hold.ts'
import { defaultInputs } from './inputs/default-inputs.ts'
import type { InputChange } from './inputs/input-change.ts'
import type { Inputs } from './inputs/inputs.ts'
import type { Lap } from './lap.ts'
import type { LapInProgress } from './lap-in-progress.ts'
import type { Note } from './note.ts'
import type { PastChapter } from './past-chapter.ts'
import { eventsWith, type RaceEvent } from './race-event.ts'
import type { Sample } from './sample.ts'
import type { StintSetup } from './setup.ts'
import type { Stint } from './stint.ts'
import type { Stop } from './stop.ts'
import type { StopToCheck } from './stop-told.ts'
import type { Telemetry } from './telemetry.ts'
import type { Units, UnitVerdict } from './units.ts'

declare const brand: unique symbol

/** What the server knows a car by, for ever: links change. It never leaves the server. */
export type CarId = string & { readonly [brand]: 'CarId' }

/** UUID4 in the viewers' link. Lets people watch, never publish. */
export type SessionId = string & { readonly [brand]: 'SessionId' }

/** Who may publish: only keys, only the address that began it, or anybody who knows the id. */
export type SessionMode = 'keyed' | 'bound' | 'open'

export type MonitorStatus = 'none' | 'online' | 'offline'

/** Everything the wall knows about one car, kept across PCs, restarts and viewers. */
export interface Session {
  readonly car: CarId
  /** In today's link. */
  readonly id: SessionId
  readonly mode: SessionMode
  /** What the team calls the car; null: nobody has named it. Foreign text. */
  readonly name: string | null
  readonly createdAtMs: number
  /** Nothing is taken any more; null: it goes on. */
  readonly over: { readonly atMs: number; readonly by: 'engineer' | 'expiry' } | null
  /** Since when the disk takes nothing; null: it does. */
  readonly unsavedSinceMs: number | null
  /** null before the first frame. */
  readonly feed: Feed | null
  /** The socket of the monitor that feeds the wall. */
  readonly monitor: { readonly status: MonitorStatus; readonly sinceMs: number }
  /** What was concluded about each PC that declares no units, by its address. */
  readonly unitVerdicts: Readonly<Record<string, UnitVerdict>>
  /** Units of the last frame; null before the first. */
  readonly units: Units | null
  readonly telemetry: Telemetry | null
  /** Server's clock at the arrival of `telemetry`. */
  readonly takenAtMs: number | null
  /** Until when the time has gone on since, while a car that drove is not seen; null: it is. */
  readonly passedAtMs: number | null
  /** The last time it drove unseen; null: it never did. */
  readonly blind: Blind | null
  /** The last frame exactly as sent, unknown keys included, for programs. */
  readonly frame: unknown
  readonly fuelHold: FuelHold | null
  /** The last frame that the books know: newer than the wall's while frames come late. */
  readonly lastSample: Sample | null
  readonly setup: StintSetup | null
  /** That of the last stint before which had another one. */
  readonly setupBefore: StintSetup | null
  readonly chapter: Chapter | null
  /** Laps of the chapter, oldest first. */
  readonly laps: readonly Lap[]
  readonly lapInProgress: LapInProgress | null
  /** The chapter's, oldest first, those that have ended. */
  readonly stints: readonly Stint[]
  readonly stint: Stint | null
  /** The chapter's, oldest first. */
  readonly stops: readonly Stop[]
  readonly stopToCheck: StopToCheck | null
  /** Number of the hand-over on the timeline that the next stop belongs to; null: none. */
  readonly handOver: number | null
  /** Oldest first, at most `PAST_CHAPTERS_KEPT`. */
  readonly past: readonly PastChapter[]
  /** Of all chapters, newest first, at most `EVENTS_KEPT`. */
  readonly events: readonly RaceEvent[]
  /** What the engineer has told, and how he came to it. */
  readonly inputs: Inputs
  /** Newest first, at most `INPUT_CHANGES_KEPT`. */
  readonly inputChanges: readonly InputChange[]
  /** What the pit wall tells the driver; null: nothing. */
  readonly call: Call | null
  /** Number of the last call there was; 0: there was none. */
  readonly calls: number
  /** What is not as it should be, oldest first. */
  readonly alerts: readonly Alert[]
  /** Alerts that webhooks have not taken yet, oldest first, at most `DELIVERIES_KEPT`. */
  readonly deliveries: readonly Delivery[]
  /** The engineer's log, newest first, at most `NOTES_KEPT`. */
  readonly notes: readonly Note[]
}

export type SessionIdentity = Pick<Session, 'car' | 'id' | 'mode'> & Partial<Pick<Session, 'name'>>

export function newSession({ car, id, mode, name = null }: SessionIdentity, atMs: number): Session {
  return {
    car,
    id,
    mode,
    name,
    createdAtMs: atMs,
    over: null,
    unsavedSinceMs: null,
    feed: null,
    monitor: { status: 'none', sinceMs: atMs },
    unitVerdicts: {},
    units: null,
    telemetry: null,
    takenAtMs: null,
    passedAtMs: null,
    blind: null,
    frame: null,
    fuelHold: null,
    lastSample: null,
    setup: null,
    setupBefore: null,
    chapter: null,
    laps: [],
    lapInProgress: null,
    stints: [],
    stint: null,
    stops: [],
    stopToCheck: null,
    handOver: null,
    past: [],
    events: eventsWith([], { kind: 'session-started', atMs, chapter: 0 }),
    inputs: defaultInputs,
    inputChanges: [],
    call: null,
    calls: 0,
    alerts: [],
    deliveries: [],
    notes: [],
  }
}

/** The number that the next chapter gets. */
export const nextChapterNumber = ({ chapter, past }: Session): number =>
  Math.max(chapter?.number ?? 0, ...past.map((one) => one.chapter.number)) + 1

/** 1-based number of the lap being driven; null before the first frame. */
export const currentLap = (session: Session): number | null => session.lapInProgress?.number ?? null
