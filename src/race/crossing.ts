import type { Sample } from './sample.ts'

/** The moment the car crossed the line, by our clock and by that of the PC that saw it. */
export interface Crossing {
  readonly atMs: number
  readonly monitorMs: number | null
  /** Whose clock that is: no two PCs have the same time. */
  readonly bootId: string | null
}

/** So long before this sample, on both clocks. */
const ago = ({ telemetry: { timestampMs, bootId }, atMs }: Sample, ms: number): Crossing => ({
  atMs: atMs - ms,
  monitorMs: timestampMs === null ? null : timestampMs - ms,
  bootId,
})

/** Where between two samples the line was crossed: from the lap time, else from where the distance wraps. */
export function crossingBetween(before: Sample | null, now: Sample): Crossing | null {
  const { lapTimeMs, trackLengthMeters: length, lapDistanceMeters: to } = now.telemetry
  if (lapTimeMs !== null && lapTimeMs >= 0) return ago(now, lapTimeMs)
  const from = before?.telemetry.lapDistanceMeters ?? null
  if (before === null || length === null || from === null || to === null || to >= from) return null
  const missing = length - from
  if (missing < 0 || missing + to <= 0) return null
  return ago(now, (elapsedMs(before, now) * to) / (missing + to))
}

function elapsedMs({ telemetry: from, atMs }: Sample, { telemetry: to, atMs: toMs }: Sample) {
  const bothTell = from.timestampMs !== null && to.timestampMs !== null
  return bothTell && from.bootId === to.bootId ? to.timestampMs - from.timestampMs : toMs - atMs
}

/** By the clock of the PC that saw both, else by ours; null where it is not after. */
export function timeBetween(from: Crossing | null, to: Crossing | null): number | null {
  if (from === null || to === null) return null
  const isSamePc = from.bootId !== null && from.bootId === to.bootId
  const byMonitor = isSamePc && from.monitorMs !== null && to.monitorMs !== null
  const elapsed = byMonitor ? to.monitorMs - from.monitorMs : to.atMs - from.atMs
  return elapsed > 0 ? Math.round(elapsed) : null
}
