import { elapsedMs, type Moment, momentOf } from './moment.ts'
import type { Telemetry } from './telemetry.ts'

/** The counters a lap is recognised by, each the last value that was known. */
export interface LapCounters {
  readonly lapsCompleted: number | null
  readonly lap: number | null
  /** The highest that this start of a monitor has said: each counts from a beginning of its own. */
  readonly said: { readonly bootId: string | null; readonly lap: number } | null
  readonly lapTimeMs: number | null
  readonly lastLapTimeMs: number | null
  readonly lastBoundary: Moment | null
  /** The last frame whose counts were believed. */
  readonly believed: Moment | null
  /** Since when the counts have been beyond belief; null: they are not. */
  readonly wildSinceMs: number | null
}

export const noCounters: LapCounters = {
  lapsCompleted: null,
  lap: null,
  said: null,
  lapTimeMs: null,
  lastLapTimeMs: null,
  lastBoundary: null,
  believed: null,
  wildSinceMs: null,
}

/** `lap` and `lap_time` tell of the same crossing a frame apart; no lap takes 15 s. */
const SAME_CROSSING_MS = 15_000
const LATE_IN_THE_LAP_MS = 20_000
const EARLY_IN_THE_LAP_MS = 10_000
/** Slower than this the lap time also falls in the garage. */
const MOVING_KPH = 5
/** The existing monitor calls its first two laps 1; from here on each lap has a number of its own. */
const COUNTS_FROM_LAP = 2

/** A count that jumps further than a car can drive is believed when it has said so this long. */
const WILD_BELIEVED_AFTER_MS = 3_000

/**
 * How many laps were completed between the counters and this sample. More than one means that the others
 * were driven unseen; null: more than a car can drive in that time, and not yet said for long enough.
 */
export function lapsCrossed(seen: LapCounters, telemetry: Telemetry, atMs: number): number | null {
  const now = momentOf(telemetry, atMs)
  const counted = lapsCounted(seen, telemetry, now)
  const drivenMs = seen.believed === null ? 0 : elapsedMs(seen.believed, now)
  if (counted <= 1 + Math.floor(drivenMs / SAME_CROSSING_MS)) return counted
  const isBelieved = seen.wildSinceMs !== null && atMs - seen.wildSinceMs >= WILD_BELIEVED_AFTER_MS
  return isBelieved ? counted : null
}

function lapsCounted(seen: LapCounters, telemetry: Telemetry, now: Moment): number {
  const { lastBoundary } = seen
  const recent = lastBoundary !== null && elapsedMs(lastBoundary, now) < SAME_CROSSING_MS
  if (telemetry.lapsCompleted !== null && seen.lapsCompleted !== null) {
    return Math.max(0, telemetry.lapsCompleted - seen.lapsCompleted)
  }
  if (telemetry.lapsCompleted !== null) return 0
  // Books of before it was noted have none.
  const said = seen.said ?? null
  if (telemetry.lap !== null && said !== null && said.bootId === telemetry.bootId) {
    // Then a running time that falls is a teleport.
    if (said.lap >= COUNTS_FROM_LAP) return Math.max(0, telemetry.lap - said.lap)
  }
  const alreadyCounted = recent ? 1 : 0
  if (telemetry.lap !== null && seen.lap !== null && telemetry.lap > seen.lap) {
    return telemetry.lap - seen.lap - alreadyCounted
  }
  return !recent && lapTimeFell(seen, telemetry) ? 1 : 0
}

function lapTimeFell(seen: LapCounters, telemetry: Telemetry): boolean {
  return (
    seen.lapTimeMs !== null &&
    telemetry.lapTimeMs !== null &&
    seen.lapTimeMs > LATE_IN_THE_LAP_MS &&
    telemetry.lapTimeMs >= 0 &&
    telemetry.lapTimeMs < EARLY_IN_THE_LAP_MS &&
    (telemetry.speedKph ?? 0) > MOVING_KPH
  )
}

/** A counter that falls is a glitch until the chapter says otherwise: its height is kept. */
const higher = (seen: number | null, now: number | null) =>
  seen === null || now === null ? (now ?? seen) : Math.max(seen, now)

export function countersAfter(
  seen: LapCounters,
  telemetry: Telemetry,
  crossed: number,
  atMs: number,
): LapCounters {
  const uncounted = telemetry.lapsCompleted === null && seen.lapsCompleted !== null
  return {
    lapsCompleted: uncounted
      ? seen.lapsCompleted + crossed
      : higher(seen.lapsCompleted, telemetry.lapsCompleted),
    lap: higher(seen.lap, telemetry.lap),
    said: saidAfter(seen.said ?? null, telemetry),
    lapTimeMs: telemetry.lapTimeMs ?? seen.lapTimeMs,
    lastLapTimeMs: telemetry.lastLapTimeMs ?? seen.lastLapTimeMs,
    lastBoundary: crossed > 0 ? momentOf(telemetry, atMs) : seen.lastBoundary,
    believed: momentOf(telemetry, atMs),
    wildSinceMs: null,
  }
}

function saidAfter(said: LapCounters['said'], { bootId, lap }: Telemetry): LapCounters['said'] {
  if (lap === null) return said
  return said?.bootId === bootId && said.lap >= lap ? said : { bootId, lap }
}

/** Nothing of this frame's counts is kept but that they are beyond belief. */
export const countersInDoubt = (seen: LapCounters, atMs: number): LapCounters => ({
  ...seen,
  wildSinceMs: seen.wildSinceMs ?? atMs,
})
