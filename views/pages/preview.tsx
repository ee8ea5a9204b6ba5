import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { markup } from '../markup.ts'

/** For the robots that fetch a link somebody pasted into a chat: no car, no name, no secret. */
export function previewPage(assets: Assets, words: Catalogue = en): string {
  const body = markup(
    <main class="text">
      <h1 safe>{words.product}</h1>
      <p class="lead" safe>
        {words.preview}
      </p>
    </main>,
  )
  return htmlDocument({ words, title: words.product, assets, body, noindex: true })
}
