import { FASTEST_LAP_MS, LAPS_AHEAD } from '../../race/chapter-change.ts'
import { sessionRank } from '../../race/session-rank.ts'
import type { Telemetry } from '../../race/telemetry.ts'

/** Where a car is in its weekend: which car and session, and how far. What never was said is null. */
export interface Place {
  readonly atMs: number
  readonly carName: string | null
  readonly trackName: string | null
  readonly rank: number | null
  readonly lap: number | null
  readonly lapsCompleted: number | null
}

/** A driver swap happens in the pits, before or after the line, and monitors count from 0 or from 1. */
const LAPS_BACK = 1

/** A frame may leave something out that an earlier one has told. */
export function placeAfter(seen: Place | null, telemetry: Telemetry, atMs: number): Place {
  return {
    atMs,
    carName: telemetry.carName ?? seen?.carName ?? null,
    trackName: telemetry.trackName ?? seen?.trackName ?? null,
    rank: sessionRank(telemetry.sessionType) ?? seen?.rank ?? null,
    lap: telemetry.lap ?? seen?.lap ?? null,
    lapsCompleted: telemetry.lapsCompleted ?? seen?.lapsCompleted ?? null,
  }
}

const differ = <T>(one: T | null, other: T | null) =>
  one !== null && other !== null && one !== other

export const isSameCar = (place: Place, now: Place): boolean => !differ(place.carName, now.carName)

const isLowerSession = (place: Place, now: Place): boolean =>
  place.rank !== null && now.rank !== null && now.rank < place.rank

/** The same car at the same track, not further back in the weekend. */
export const isSameEvent = (place: Place, now: Place): boolean =>
  isSameCar(place, now) && !differ(place.trackName, now.trackName) && !isLowerSession(place, now)

/** The same session of the weekend goes on, not a later one. */
export const continuesSession = (place: Place, now: Place): boolean =>
  isSameEvent(place, now) && !differ(place.rank, now.rank) && lapFollows(place, now)

/** The car went on from there to here. Each session of the weekend begins its laps anew. */
export const continues = (place: Place, now: Place): boolean =>
  isSameEvent(place, now) && (differ(place.rank, now.rank) || lapFollows(place, now))

function lapFollows(place: Place, now: Place): boolean {
  const counted = place.lapsCompleted !== null && now.lapsCompleted !== null
  const from = counted ? place.lapsCompleted : place.lap
  const to = counted ? now.lapsCompleted : now.lap
  if (from === null || to === null) return true
  const sinceMs = Math.max(0, now.atMs - place.atMs)
  return to >= from - LAPS_BACK && to <= from + LAPS_AHEAD + sinceMs / FASTEST_LAP_MS
}
