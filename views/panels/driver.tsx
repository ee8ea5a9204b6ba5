import { type Catalogue, en } from '../catalogue.ts'
import { unknown, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** Who drives, and on which lap. */
export function driverPanel({ session }: Wall, words: Catalogue = en): string {
  const driver = session.telemetry?.driverName ?? session.stint?.driverName ?? unknown
  const lap = whole(session.lapInProgress?.number)
  return markup(
    <>
      <b safe>{driver}</b> <span safe>{`· ${words.status.lap} ${lap}`}</span>
      {session.telemetry?.inPits === true ? (
        <span class="is-warn" safe>
          {` · ${words.status.inPits}`}
        </span>
      ) : (
        ''
      )}
    </>,
  )
}
