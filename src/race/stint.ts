import type { Telemetry } from './telemetry.ts'

/** From a driver getting in, or leaving a stop, to the next. */
export interface Stint {
  /** 1-based within the chapter. */
  readonly number: number
  readonly driverName: string | null
  readonly startedAtMs: number
  /** 1-based number of its first lap. */
  readonly startLap: number
}

export function newStint(number: number, telemetry: Telemetry, lap: number, atMs: number): Stint {
  return { number, driverName: telemetry.driverName, startedAtMs: atMs, startLap: lap }
}

export const driverChanged = (stint: Stint, telemetry: Telemetry) =>
  stint.driverName !== null &&
  telemetry.driverName !== null &&
  stint.driverName !== telemetry.driverName
