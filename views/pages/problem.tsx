import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { markup } from '../markup.ts'

/** Where somebody who has met a problem goes on; the start page, where nothing nearer is known. */
export interface WayOn {
  readonly href: string
  readonly text: string
}

export interface ProblemPage {
  readonly assets: Assets
  readonly title: string
  readonly text: string
  readonly onward?: WayOn
}

/** What went wrong, in words. */
export function problemPage(page: ProblemPage, words: Catalogue = en): string {
  const { assets, title, text, onward = { href: '/', text: words.problem.home } } = page
  const body = markup(
    <main class="text">
      <h1 safe>{title}</h1>
      <p class="lead" safe>
        {text}
      </p>
      <p>
        <a class="button" href={onward.href} safe>
          {onward.text}
        </a>
      </p>
    </main>,
  )
  return htmlDocument({ words, title: `${title} · ${words.product}`, assets, body, noindex: true })
}
