import { partOfLapDone } from '../race/part-of-lap.ts'
import type { Session } from '../race/session.ts'

/** Where the car is; where it must be by the clock while nobody sees it. */
export interface Whereabouts {
  /** 1-based lap that is being driven. */
  readonly lap: number
  /** p, the part of it that is done, 0-1; 0 where nothing tells. */
  readonly part: number
  /** Laps driven since it was last seen, by the clock; 0: it is seen, or it stood. */
  readonly unseenLaps: number
}

/** @param lapMs of the laps that nobody sees; null: not known, and then it is where it was */
export function whereabouts(
  { laps, lapInProgress, telemetry, takenAtMs, passedAtMs }: Session,
  lapMs: number | null,
): Whereabouts {
  const lap = lapInProgress?.number ?? 1
  const part = telemetry === null ? 0 : (partOfLapDone(laps, telemetry) ?? 0)
  if (passedAtMs === null || takenAtMs === null || lapMs === null || lapMs <= 0) {
    return { lap, part, unseenLaps: 0 }
  }
  const unseenLaps = Math.max(0, passedAtMs - takenAtMs) / lapMs
  // A lap that nobody saw end changes the lap, not the part of it.
  const whole = Math.floor(part + unseenLaps)
  return { lap: lap + whole, part: part + unseenLaps - whole, unseenLaps }
}
