import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { callPanels, tilePanels } from '../dashboard-panels.ts'
import { markup } from '../markup.ts'
import { type LivePage, livePage, placed } from './live-page.tsx'

/** The four numbers, as large as the screen allows: for whoever looks up from something else. */
export function glancePage(page: LivePage, words: Catalogue = en): string {
  const { wall } = page
  const main = markup(
    <main>
      {callPanels.map((panel) => placed(panel, wall, words) as 'safe')}
      {tilePanels.map((panel) => placed(panel, wall, words, 'tile') as 'safe')}
    </main>,
  )
  const title = `${words.glance.title} · ${carTitle(wall.session, words)}`
  return livePage(page, { name: 'glance', title, main, back: words.glance.back }, words)
}
