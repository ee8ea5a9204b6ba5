import type { Session } from '../race/session.ts'

/** A monitor that was started and never drove: tried out, or one of a flood. */
const ABANDONED_AFTER_MS = 24 * 3600_000
/** Somebody has given it a name, and its links to people: made in spring for a race in June. Guessed. */
const NAMED_ABANDONED_AFTER_MS = 90 * 24 * 3600_000
/** Below this they cost nothing, and a key made on Monday may be meant for Saturday's race. Guessed. */
export const ABANDONED_KEPT = 1_000

/**
 * Nobody has driven in it, and nothing has happened for a day, or for a quarter if it has a name. Never an `open` one: its id is the team's own, which
 * would be lost to them.
 */
export function isAbandoned(
  { mode, name, telemetry, monitor, events, createdAtMs }: Session,
  nowMs: number,
) {
  if (mode === 'open' || telemetry !== null || monitor.status === 'online') return false
  const afterMs = name === null ? ABANDONED_AFTER_MS : NAMED_ABANDONED_AFTER_MS
  return nowMs - Math.max(createdAtMs, events[0]?.atMs ?? 0) >= afterMs
}
