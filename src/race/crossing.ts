import type { Telemetry } from './telemetry.ts'

/** The moment the car crossed the line, on the driver's clock where he has one, else on ours. */
export interface Crossing {
  readonly atMs: number
  readonly clock: 'monitor' | 'server'
}

interface Sample {
  readonly telemetry: Telemetry
  readonly atMs: number
}

const clockOf = (sample: Sample): Crossing =>
  sample.telemetry.timestampMs === null
    ? { atMs: sample.atMs, clock: 'server' }
    : { atMs: sample.telemetry.timestampMs, clock: 'monitor' }

/** Where between two samples the line was crossed: from the lap time, else from where the distance wraps. */
export function crossingBetween(before: Sample | null, now: Sample): Crossing | null {
  const clock = clockOf(now)
  if (now.telemetry.lapTimeMs !== null && now.telemetry.lapTimeMs >= 0) {
    return { ...clock, atMs: clock.atMs - now.telemetry.lapTimeMs }
  }
  if (before === null || clockOf(before).clock !== clock.clock) return null
  const length = now.telemetry.trackLengthMeters
  const from = before.telemetry.lapDistanceMeters
  const to = now.telemetry.lapDistanceMeters
  if (length === null || from === null || to === null || to >= from) return null
  const missing = length - from
  if (missing < 0 || missing + to <= 0) return null
  const start = clockOf(before).atMs
  return { ...clock, atMs: start + ((clock.atMs - start) * missing) / (missing + to) }
}

/** Time between two crossings; null where they were read from different clocks. */
export function timeBetween(from: Crossing | null, to: Crossing | null): number | null {
  if (from === null || to === null || from.clock !== to.clock || to.atMs <= from.atMs) return null
  return Math.round(to.atMs - from.atMs)
}
