import { type Catalogue, en } from '../catalogue.ts'
import { EventLines } from '../events/event-lines.tsx'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

const EVENTS_SHOWN = 8

/** What happened, newest first. */
export function eventsPanel({ session }: Wall, words: Catalogue = en): string {
  return markup(
    <>
      <h2 safe>{words.events.title}</h2>
      {session.events.length === 0 ? (
        <p class="note" safe>
          {words.events.none}
        </p>
      ) : (
        <EventLines events={session.events.slice(0, EVENTS_SHOWN)} words={words} />
      )}
    </>,
  )
}
