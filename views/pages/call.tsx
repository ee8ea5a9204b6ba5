import { standingCall } from '../../src/race/standing-call.ts'
import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { callComposer } from '../engineer/call-composer.tsx'
import type { CallFields } from '../engineer/call-fields.ts'
import { DeskHeader } from '../engineer/desk-header.tsx'
import type { Done } from '../engineer/done.ts'
import { noteForm, noteList } from '../engineer/notes.tsx'
import { markup } from '../markup.ts'
import { callPanel } from '../panels/call.tsx'
import type { Wall } from '../wall.ts'

export interface CallPage {
  readonly assets: Assets
  readonly wall: Wall
  readonly filled: CallFields
  readonly wrong: keyof CallFields | null
  /** A note that was just written and did not fit. */
  readonly note: string
  readonly done: Done | null
  /** What is wrong with what was filled in; null: nothing. */
  readonly problem: string | null
}

/** Where the engineer says what the driver is told, and writes down what shall not be forgotten. */
export function callPage(page: CallPage, words: Catalogue = en): string {
  const { assets, wall, filled, wrong, note, done, problem } = page
  const { session } = wall
  const { composer, notes } = words.call
  const dashboard = `/dashboard/${session.id}`
  const desk = `${dashboard}/engineer`
  const title = `${composer.title} · ${carTitle(session, words)}`
  const body = markup(
    <main class="text desk">
      <header>
        <DeskHeader
          ways={[
            { href: dashboard, text: composer.back },
            { href: desk, text: composer.desk },
          ]}
          {...{ title, done, problem, words }}
        />
      </header>
      <section class="panel">
        <h2 safe>{composer.now}</h2>
        <div id="call">{callPanel(wall, words) as 'safe'}</div>
        {standingCall(session) === null ? (
          ''
        ) : (
          <form action={`${desk}/call/withdraw`} method="post">
            <button type="submit" class="is-risky" safe>
              {composer.withdraw}
            </button>
          </form>
        )}
        {callComposer({ wall, action: `${desk}/call`, filled, wrong }, words) as 'safe'}
      </section>
      <section class="panel">
        <h2 safe>{notes.title}</h2>
        {noteForm(`${desk}/notes`, note, words) as 'safe'}
        {noteList(session.notes, words) as 'safe'}
      </section>
    </main>,
  )
  return htmlDocument({ words, title, assets, body, noindex: true, scripted: true })
}
