import type { RaceEvent } from '../../src/race/race-event.ts'
import type { Catalogue } from '../catalogue.ts'
import { EventLines } from '../events/event-lines.tsx'
import { markup } from '../markup.ts'
import { rememberedMarkup } from '../remembered-markup.ts'

/** As many as one reads at a glance; the others wait behind a line. */
const EVENTS_AT_SIGHT = 30

/** All that has happened in a chapter, newest first. What was before the first belongs to it. */
export const timelineSection = rememberedMarkup(
  (events: readonly RaceEvent[], chapter: number, isFirst: boolean, words: Catalogue): string => {
    const { timeline } = words.race
    const ofChapter = events.filter(
      (event) => event.chapter === chapter || (isFirst && event.chapter === 0),
    )
    const earlier = ofChapter.slice(EVENTS_AT_SIGHT)
    return markup(
      <section class="panel" id="timeline">
        <h2 safe>{timeline.title}</h2>
        {ofChapter.length === 0 ? (
          <p class="note" safe>
            {timeline.none}
          </p>
        ) : (
          <EventLines events={ofChapter.slice(0, EVENTS_AT_SIGHT)} words={words} />
        )}
        {earlier.length === 0 ? (
          ''
        ) : (
          <details>
            <summary>
              <h3 safe>{timeline.earlier(earlier.length)}</h3>
            </summary>
            <EventLines events={earlier} words={words} />
          </details>
        )}
      </section>,
    )
  },
)
