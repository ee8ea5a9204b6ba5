import type { Session } from '../../race/session.ts'

/** What ends the race. `none`: it is no race, or nobody has said when it ends. */
export type RaceEnd =
  | { readonly kind: 'time'; readonly leftMs: number; readonly basis: 'monitor' | 'engineer' }
  | { readonly kind: 'laps'; readonly total: number; readonly basis: 'monitor' | 'engineer' }
  | { readonly kind: 'none'; readonly ask: 'race-end' | null }

/** Simulators say 999,999 or so for a race that is not counted in laps. */
const NO_LAPS_FROM = 999_000

/** By the monitor, else by the engineer, who has entered it once; else he has to be asked. */
export function raceEnd(session: Session): RaceEnd {
  const { telemetry, inputs, takenAtMs, chapter } = session
  const { race } = inputs
  if (race.laps !== null) return { kind: 'laps', total: race.laps, basis: 'engineer' }
  const nowMs = session.passedAtMs ?? takenAtMs ?? 0
  const sent = telemetry?.sessionTimeRemainingMs ?? null
  const isRace = /race/i.test(chapter?.sessionType ?? 'race')
  if (isRace && sent !== null && sent >= 0) {
    const sinceMs = nowMs - (takenAtMs ?? nowMs)
    return { kind: 'time', leftMs: Math.max(0, sent - sinceMs), basis: 'monitor' }
  }
  if (race.endsAtMs !== null) {
    return { kind: 'time', leftMs: Math.max(0, race.endsAtMs - nowMs), basis: 'engineer' }
  }
  const laps = telemetry?.sessionLaps ?? null
  if (isRace && laps !== null && laps > 0 && laps < NO_LAPS_FROM) {
    return { kind: 'laps', total: laps, basis: 'monitor' }
  }
  return { kind: 'none', ask: isRace && telemetry !== null ? 'race-end' : null }
}
