import type { Session } from '../../race/session.ts'
import { RACE_RANK, sessionRank } from '../../race/session-rank.ts'

/** What ends the race, and who says so. */
export type RaceEnd =
  /** ms until the clock reads zero, never below 0. */
  | { readonly kind: 'time'; readonly leftMs: number; readonly basis: 'monitor' | 'engineer' }
  /** Laps of the whole race. */
  | { readonly kind: 'laps'; readonly total: number; readonly basis: 'monitor' | 'engineer' }
  /** It is no race, or nobody has said when it ends and the engineer has to be asked. */
  | { readonly kind: 'none'; readonly ask: 'race-end' | null }

type Asked = Pick<Session, 'telemetry' | 'inputs' | 'takenAtMs' | 'passedAtMs' | 'chapter'>

/** T is what the monitor sends, else what the engineer has entered once; laps are those of a race counted in laps. */
export function raceEnd({ telemetry, inputs, takenAtMs, passedAtMs, chapter }: Asked): RaceEnd {
  // A word that nobody knows proves nothing: it may be the race.
  if ((sessionRank(chapter?.sessionType ?? null) ?? RACE_RANK) !== RACE_RANK) return notAsked
  const { endsAtMs, laps: lapsEntered } = inputs.race
  if (lapsEntered !== null) return { kind: 'laps', total: lapsEntered, basis: 'engineer' }
  const laps = telemetry?.sessionLaps ?? null
  const lapsSent = laps !== null && laps > 0 ? laps : null
  const sentMs = telemetry?.sessionTimeRemainingMs ?? null
  const nowMs = passedAtMs ?? takenAtMs
  // Of a race counted in laps some monitors send 0 for the time that does not end it.
  if (sentMs !== null && (sentMs > 0 || lapsSent === null)) {
    const sinceMs = nowMs === null || takenAtMs === null ? 0 : nowMs - takenAtMs
    return { kind: 'time', leftMs: Math.max(0, sentMs - sinceMs), basis: 'monitor' }
  }
  if (lapsSent !== null) return { kind: 'laps', total: lapsSent, basis: 'monitor' }
  if (endsAtMs !== null && nowMs !== null) {
    return { kind: 'time', leftMs: Math.max(0, endsAtMs - nowMs), basis: 'engineer' }
  }
  return telemetry === null ? notAsked : { kind: 'none', ask: 'race-end' }
}

const notAsked: RaceEnd = { kind: 'none', ask: null }
