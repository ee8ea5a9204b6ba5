import type { Rest } from './stop.ts'
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

/** The moment at which a rest turns out to be a stop, and so ends the stint. */
export const stopBegins = (before: Rest | null, after: Rest | null) =>
  after?.isStop === true && before?.isStop !== true
