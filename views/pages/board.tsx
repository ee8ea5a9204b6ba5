import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { markup } from '../markup.ts'
import { boardPanel } from '../panels/board.tsx'
import { type LivePage, livePage } from './live-page.tsx'

export interface BoardPage extends LivePage {
  /** What has become of the call that was just tapped; null: nothing was, or all is well. */
  readonly problem: 'overtaken' | 'gone' | null
}

/** For the driver's spare phone: the call, and nothing else. */
export function boardPage(page: BoardPage, words: Catalogue = en): string {
  const { wall, problem } = page
  const { board } = words.call
  const main = markup(
    <main>
      {problem === null ? (
        ''
      ) : (
        <p class="alarm is-warn" role="alert" safe>
          {`▲ ${board[problem]}`}
        </p>
      )}
      <section id="board" class="panel">
        {boardPanel(wall, words) as 'safe'}
      </section>
    </main>,
  )
  const title = `${board.title} · ${carTitle(wall.session, words)}`
  return livePage(page, { name: 'board', title, main, back: board.back }, words)
}
