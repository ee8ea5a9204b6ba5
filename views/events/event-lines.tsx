import type { RaceEvent } from '../../src/race/race-event.ts'
import type { Catalogue } from '../catalogue.ts'
import { TimeOfDay } from '../time-of-day.tsx'
import { toldEvent } from './told-event.ts'

interface EventLinesProps {
  readonly events: readonly RaceEvent[]
  readonly words: Catalogue
}

/** What happened, a line each, in the order given. */
export function EventLines({ events, words }: EventLinesProps) {
  return (
    <ol class="log">
      {events.map((event) => (
        <EventLine event={event} words={words} />
      ))}
    </ol>
  )
}

function EventLine({ event, words }: { event: RaceEvent; words: Catalogue }) {
  const { title, about } = toldEvent(event, words)
  return (
    <li>
      <TimeOfDay atMs={event.atMs} />
      <span>
        <b safe>{title}</b>
        <span safe>{about.length === 0 ? '' : ` · ${about.join(' · ')}`}</span>
      </span>
    </li>
  )
}
