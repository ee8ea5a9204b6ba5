import type { ChapterBooks } from '../../src/strategy/chapter-books.ts'
import type { Catalogue } from '../catalogue.ts'
import { dayUtc, whole } from '../format.ts'
import { markup } from '../markup.ts'

/** "Race · Imola". */
export function chapterName({ chapter }: ChapterBooks, { race }: Catalogue): string {
  const told = [chapter.sessionType, chapter.trackName].filter((part) => part !== null)
  return told.length === 0 ? race.session(chapter.number) : told.join(' · ')
}

/** Practice, qualifying, race: the one that is shown, and the way to the others. Newest first. */
export function chapterLinks(
  chapters: readonly ChapterBooks[],
  shown: ChapterBooks | null,
  path: string,
  words: Catalogue,
): string {
  if (chapters.length === 0) return ''
  return markup(
    <nav aria-label={words.race.sessions}>
      <ul class="chapters">
        {chapters.toReversed().map((books) => (
          <li>
            <a
              href={`${path}?chapter=${whole(books.chapter.number)}`}
              {...(books.chapter.number === shown?.chapter.number
                ? { 'aria-current': 'page' }
                : {})}
            >
              <b safe>{chapterName(books, words)}</b>{' '}
              <span class="note" safe>
                {books.endedAtMs === null ? words.race.running : dayUtc(books.chapter.startedAtMs)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>,
  )
}
