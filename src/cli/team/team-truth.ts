import type { WheelName } from '../../race/wheels.ts'
import type { SessionType } from '../race/frame-stamp.ts'
import type { InventedLap } from '../race/race-truth.ts'
import type { IncidentKind } from './team-incident.ts'

/** What really happens, kept apart from what any PC tells of it. All moments count from the first chapter's start. */
export interface TeamTruth {
  readonly chapters: readonly TrueChapter[]
  /** Of all chapters, in order; their count is the laps driven in all. */
  readonly laps: readonly TrueLap[]
  readonly stints: readonly TrueStint[]
  readonly stops: readonly TrueStop[]
  readonly handOvers: readonly TrueHandOver[]
  readonly seats: readonly TrueSeat[]
  readonly incidents: readonly TrueIncident[]
}

export interface TrueChapter {
  readonly sessionType: SessionType
  readonly startedAtMs: number
  readonly endedAtMs: number
  readonly lapCount: number
  /** At the beginning of its first lap, and at the end of its last. */
  readonly startFuelLiters: number
  readonly endFuelLiters: number
}

export interface TrueLap
  extends Pick<
    InventedLap,
    | 'number'
    | 'timeMs'
    | 'startedAtMs'
    | 'completedAtMs'
    | 'fuelUsedLiters'
    | 'energyUsedRatio'
    | 'isInLap'
    | 'isOutLap'
    | 'isValid'
  > {
  /** Index. */
  readonly chapter: number
  readonly driverName: string
  /** 1-based within the chapter. */
  readonly stint: number
  /** So much of it no driver's PC showed: nobody in the car, or the PC cut off. */
  readonly unseenMs: number
}

export interface TrueStint {
  readonly chapter: number
  readonly number: number
  readonly driverName: string
  readonly firstLap: number
  readonly lastLap: number
  /** From getting in, or the end of the stint before, to the car's rest or getting out. */
  readonly startedAtMs: number
  readonly endedAtMs: number
}

export interface TrueStop {
  readonly chapter: number
  readonly inLap: number
  readonly startedAtMs: number
  readonly standingMs: number
  readonly fuelAddedLiters: number
  readonly energyAddedRatio: number
  readonly changedTires: readonly WheelName[]
  readonly swapsDriver: boolean
}

export interface TrueHandOver {
  readonly chapter: number
  readonly from: string
  readonly to: string
  readonly fromPc: string
  readonly toPc: string
  /** The lap being driven. */
  readonly lap: number
  readonly isPlanned: boolean
  /** The last true frame of the old PC, and the first of the new one. */
  readonly lastFrameAtMs: number
  readonly firstFrameAtMs: number
  readonly blindMs: number
  /** From the one frame to the other. */
  readonly fuelAddedLiters: number
  readonly energyAddedRatio: number
  /** At the stop, whoever saw it; none where there was no stop. */
  readonly changedTires: readonly WheelName[]
}

/** Who really drives. In between nobody does, and the car stands. */
export interface TrueSeat {
  readonly chapter: number
  readonly pc: string
  readonly driverName: string
  readonly fromMs: number
  readonly toMs: number
}

export interface TrueIncident {
  readonly kind: IncidentKind
  readonly chapter: number
  readonly lap: number
  readonly pc: string
  readonly atMs: number
  readonly forMs: number
  readonly delayMs: number
}
