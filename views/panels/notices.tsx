import { type Catalogue, en } from '../catalogue.ts'
import { clockUtc, isoMoment } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** What everybody has to know beside the numbers; nothing, most of the time. */
export function noticesPanel({ session }: Wall, words: Catalogue = en): string {
  const { notices } = words
  const { feed, unsavedSinceMs, over } = session
  const name = (driver: string | null) => driver ?? notices.someone
  const [shown, other] = feed?.conflict ?? [null, null]
  const hasConflict = over === null && feed !== null && feed.conflict !== null
  const isLost = over === null && feed?.phase === 'lost'
  return markup(
    <>
      {hasConflict ? (
        <p class="is-conflict is-warn">
          <b safe>{`▲ ${notices.conflict(name(shown), name(other))}`}</b>
        </p>
      ) : (
        ''
      )}
      {isLost ? (
        <p>
          <span safe>{`${notices.lost(name(feed.driverName))} `}</span>
          <Moment atMs={feed.sinceMs} />
        </p>
      ) : (
        ''
      )}
      {unsavedSinceMs === null ? (
        ''
      ) : (
        <p class="is-warn">
          <b safe>{`▲ ${notices.unsaved} `}</b>
          <Moment atMs={unsavedSinceMs} />
          <span safe>{`. ${notices.unsavedText}`}</span>
        </p>
      )}
    </>,
  )
}

function Moment({ atMs }: { atMs: number }) {
  const at = isoMoment(atMs)
  return (
    <time {...(at === undefined ? {} : { datetime: at })} safe>
      {clockUtc(atMs)}
    </time>
  )
}
