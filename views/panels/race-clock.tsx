import { type Catalogue, en } from '../catalogue.ts'
import { duration, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** Time left in the session; a race over laps counts those instead. */
export function raceClockPanel({ session }: Wall, words: Catalogue = en): string {
  const remainingMs = session.telemetry?.sessionTimeRemainingMs ?? null
  const laps = session.telemetry?.sessionLaps ?? null
  if (remainingMs === null && laps !== null) {
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
