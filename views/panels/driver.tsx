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
      <FedBy session={session} driver={driver} words={words} />
    </>,
  )
}

/** Whose PC the numbers are from: where it says another name than the car does, on every screen. */
function FedBy({ session, driver, words }: FedByProps) {
  const name = session.feed?.driverName ?? null
  return name === null ? (
    ''
  ) : (
    <span class={name === driver ? 'if-wide' : ''} safe>
      {` · ${words.notices.fedBy(name)}`}
    </span>
  )
}

interface FedByProps extends Pick<Wall, 'session'> {
  readonly driver: string
  readonly words: Catalogue
}
