import type { Session } from '../../src/race/session.ts'
import type { StintSetup } from '../../src/race/setup.ts'
import type { ChapterBooks } from '../../src/strategy/chapter-books.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { age } from '../format.ts'
import { markup } from '../markup.ts'
import { opennessTold } from '../openness-told.ts'
import { carPanel } from '../panels/car.tsx'
import { chapterLinks, chapterName } from '../race/chapter-links.tsx'
import { chartsSection } from '../race/charts-section.tsx'
import { drivingTimesSection } from '../race/driving-times.tsx'
import { exportsSection } from '../race/exports.tsx'
import { lapsSection } from '../race/lap-tables.tsx'
import { setupsSection } from '../race/setup-list.tsx'
import { stintsSection } from '../race/stint-table.tsx'
import { stopsSection } from '../race/stop-table.tsx'
import { timelineSection } from '../race/timeline.tsx'
import { TimeOfDay } from '../time-of-day.tsx'
import { viewForm } from '../view-form.tsx'
import type { Wall } from '../wall.ts'

export interface RacePage {
  readonly assets: Assets
  readonly wall: Wall
  /** Oldest first. */
  readonly chapters: readonly ChapterBooks[]
  /** Which of them is shown; null: there is none. */
  readonly shown: ChapterBooks | null
  /** Of all chapters, oldest first. */
  readonly setups: readonly StintSetup[]
  readonly hasFrames: boolean
  readonly renderedAtMs: number
  /** Between the last frame and the rendering; null: there was none. */
  readonly frameAgeMs: number | null
}

/** The whole race as it stands in the books: for who joins in hour 23, and for who comes when all is over. */
export function racePage(page: RacePage, words: Catalogue = en): string {
  const { assets, wall, chapters, shown } = page
  const { session } = wall
  const path = `/dashboard/${session.id}`
  const openness = opennessTold(session, words)
  const body = markup(
    <>
      <a class="skip" href="#stints" safe>
        {words.race.skip}
      </a>
      <header class="race-head">
        <h1>
          <span id="car">{carPanel(wall, words) as 'safe'}</span>
        </h1>
        <a class="button" href={path} safe>
          {words.race.live}
        </a>
        {openness === '' ? (
          ''
        ) : (
          <p class="is-warn" safe>
            {openness}
          </p>
        )}
        <p class="note">
          <span safe>{`${words.race.title} · ${words.race.made}`}</span>{' '}
          <TimeOfDay atMs={page.renderedAtMs} /> <span safe>{freshness(page, words)}</span>
        </p>
        {chapterLinks(chapters, shown, `${path}/race`, words) as 'safe'}
      </header>
      <main class="race">
        {shown === null ? (
          <p class="panel note" safe>
            {words.race.nothing}
          </p>
        ) : (
          (chapterSections(page, shown, words).join('') as 'safe')
        )}
        {exportsSection(session, page.hasFrames, words) as 'safe'}
      </main>
      <footer>
        {viewForm(`${path}/race`, words) as 'safe'}
        <noscript>
          <p safe>{words.race.noscript}</p>
        </noscript>
        <p>
          <a href="/" safe>
            {words.product}
          </a>
        </p>
      </footer>
    </>,
  )
  return htmlDocument({
    words,
    title: titleOf(page, words),
    assets,
    body,
    noindex: true,
    scripted: true,
  })
}

/** The newest things first, the longest last. All but two are remembered as long as their part of the books stays. */
function chapterSections(
  { chapters, setups, wall }: RacePage,
  books: ChapterBooks,
  words: Catalogue,
): readonly string[] {
  const { number, hasEnergy } = books.chapter
  const isFirst = number === chapters[0]?.chapter.number
  return [
    drivingTimesSection(books, words),
    stintsSection(books, words),
    stopsSection(books, words),
    timelineSection(wall.session.events, number, isFirst, words),
    chartsSection(books.laps, books.stops, hasEnergy, words),
    lapsSection(books.laps, hasEnergy, words),
    setupsSection(setups, number, isFirst, words),
  ]
}

function freshness({ wall, frameAgeMs }: RacePage, { race }: Catalogue): string {
  const heard = frameAgeMs === null ? race.neverHeard : race.heard(age(frameAgeMs))
  return `· ${heard} ${wall.session.over === null ? race.reload : race.over}`
}

function titleOf({ wall, shown }: RacePage, words: Catalogue): string {
  const { telemetry, name }: Session = wall.session
  const car = telemetry?.carName ?? name ?? words.status.noCar
  const chapter = shown === null ? [] : [chapterName(shown, words)]
  return [car, ...chapter, words.race.title].join(' · ')
}
