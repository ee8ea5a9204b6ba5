import type { Telemetry } from '../../race/telemetry.ts'
import { type Evidence, showsTireTemps } from './evidence.ts'
import type { Monitor } from './monitor.ts'
import { type Place, placeAfter } from './place.ts'
import { haveMoved, type SignsOfLife, signsOfLife } from './signs-of-life.ts'

/** One admitted monitor, and what its frames have shown so far. */
export interface Witness {
  readonly monitor: Monitor
  readonly joinedAtMs: number
  /** Its socket is gone. Only the active one is remembered after that. */
  readonly hasLeft: boolean
  /** Its last frame of any kind. */
  readonly heardAtMs: number | null
  /** For people to choose by; never identifies a PC. */
  readonly driverName: string | null
  readonly place: Place | null
  readonly signs: SignsOfLife | null
  readonly movedAtMs: number | null
  readonly hasShownTireTemps: boolean
  readonly countedAtMs: number | null
  /** Its last frame of the car of the wall, driving or parked, shown or not. */
  readonly presentAtMs: number | null
  /** Its last frame counted and said that this PC drives the car. */
  readonly claims: boolean
  readonly drivesSinceMs: number | null
  readonly droveAtMs: number | null
  /** Since when all its frames have counted, but in another chapter. */
  readonly elsewhereSinceMs: number | null
  /** Since when it and the active one cannot both be right. */
  readonly rivalSinceMs: number | null
}

/** Shorter than this the car has not stopped, it only brakes for a hairpin, or frames are missing. */
const STILL_DRIVING_MS = 3_000

export function newWitness(monitor: Monitor, atMs: number): Witness {
  return {
    monitor,
    joinedAtMs: atMs,
    hasLeft: false,
    heardAtMs: null,
    driverName: null,
    place: null,
    signs: null,
    movedAtMs: null,
    hasShownTireTemps: false,
    countedAtMs: null,
    presentAtMs: null,
    claims: false,
    drivesSinceMs: null,
    droveAtMs: null,
    elsewhereSinceMs: null,
    rivalSinceMs: null,
  }
}

export const hasDrivenLately = ({ droveAtMs }: Witness, nowMs: number): boolean =>
  droveAtMs !== null && nowMs - droveAtMs < STILL_DRIVING_MS

/** What can be said of a frame before asking whether it counts. */
export function withFrame(witness: Witness, telemetry: Telemetry, atMs: number): Witness {
  const signs = signsOfLife(telemetry)
  const moved = witness.signs !== null && haveMoved(witness.signs, signs)
  return {
    ...witness,
    heardAtMs: atMs,
    driverName: telemetry.driverName ?? witness.driverName,
    signs,
    movedAtMs: moved ? atMs : witness.movedAtMs,
    hasShownTireTemps: witness.hasShownTireTemps || showsTireTemps(telemetry),
  }
}

export function withEvidence(witness: Witness, evidence: Evidence, telemetry: Telemetry): Witness {
  const { counts, drives, claims, belongs, isOurs, isPresent } = evidence
  const { heardAtMs: atMs } = witness
  if (atMs === null) return witness
  const drove = hasDrivenLately(witness, atMs)
  const countedLately = atMs - (witness.countedAtMs ?? -Infinity) < STILL_DRIVING_MS
  const isElsewhere = counts && belongs === 'elsewhere'
  return {
    ...witness,
    place: isOurs ? placeAfter(witness.place, telemetry, atMs) : witness.place,
    countedAtMs: counts ? atMs : witness.countedAtMs,
    presentAtMs: isPresent ? atMs : witness.presentAtMs,
    claims,
    drivesSinceMs: drives ? since(drove ? witness.drivesSinceMs : null, atMs) : null,
    droveAtMs: drives ? atMs : witness.droveAtMs,
    elsewhereSinceMs: isElsewhere
      ? since(countedLately ? witness.elsewhereSinceMs : null, atMs)
      : null,
  }
}

const since = (beganAtMs: number | null, atMs: number) => beganAtMs ?? atMs
