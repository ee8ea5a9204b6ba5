import type { Telemetry } from './telemetry.ts'

/** What is known of the car at one moment. */
export interface Sample {
  readonly telemetry: Telemetry
  readonly atMs: number
  /** When a frame last proved that the driver sits in the car. */
  readonly provenAtMs: number
}

/** Further apart than this, nobody knows what happened between two frames: what a lap took, when the car came to rest. */
export const WATCHED_WITHIN_MS = 3_000
