import type { Session } from '../../src/race/session.ts'
import { type RaceEnd, raceEnd } from '../../src/strategy/finish/race-end.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { duration, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** Time left in the session, as the monitor says, else as the engineer does; a race over laps counts those instead. */
export function raceClockPanel({ session }: Wall, words: Catalogue = en): string {
  const end = raceEnd(session)
  const sentMs = session.telemetry?.sessionTimeRemainingMs ?? null
  const remainingMs = end.kind === 'time' ? end.leftMs : sentMs
  const laps = lapsOf(session, end)
  if (laps !== null) {
    const lap = session.lapInProgress?.number ?? null
    return markup(
      <>
        <span class="note" safe>
          {words.status.lap}
        </span>{' '}
        <b safe>{whole(lap)}</b>{' '}
        <span class="note" safe>
          {`${words.status.of} ${whole(laps)}`}
        </span>
      </>,
    )
  }
  return markup(
    <>
      <b safe>{duration(remainingMs)}</b>{' '}
      <span class="note if-wide" safe>
        {words.status.left}
      </span>
    </>,
  )
}

/** null: it is counted in time. */
function lapsOf({ telemetry }: Session, end: RaceEnd): number | null {
  if (end.kind !== 'none') return end.kind === 'laps' ? end.total : null
  return (telemetry?.sessionTimeRemainingMs ?? null) === null
    ? (telemetry?.sessionLaps ?? null)
    : null
}
