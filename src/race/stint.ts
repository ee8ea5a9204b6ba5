import type { Telemetry } from './telemetry.ts'

/** From a driver getting in, or a stop, to the next. */
export interface Stint {
  /** 1-based within the chapter. */
  readonly number: number
  readonly driverName: string | null
  readonly startedAtMs: number
  /** 1-based number of its first lap. */
  readonly startLap: number
  /** When the car came to rest, or was last seen with this driver; null: it goes on. */
  readonly endedAtMs: number | null
  /** 1-based number of its last lap; null: it goes on. */
  readonly endLap: number | null
}

export function newStint(number: number, telemetry: Telemetry, lap: number, atMs: number): Stint {
  const { driverName } = telemetry
  return { number, driverName, startedAtMs: atMs, startLap: lap, endedAtMs: null, endLap: null }
}

export const driverChanged = (stint: Stint, telemetry: Telemetry) =>
  stint.driverName !== null &&
  telemetry.driverName !== null &&
  stint.driverName !== telemetry.driverName
