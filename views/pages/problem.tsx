import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { markup } from '../markup.ts'

export interface ProblemPage {
  readonly assets: Assets
  readonly title: string
  readonly text: string
}

/** What went wrong, in words. */
export function problemPage({ assets, title, text }: ProblemPage, words: Catalogue = en): string {
  const body = markup(
    <main class="text">
      <h1 safe>{title}</h1>
      <p class="lead" safe>
        {text}
      </p>
      <p>
        <a class="button" href="/" safe>
          {words.problem.home}
        </a>
      </p>
    </main>,
  )
  return htmlDocument({ title: `${title} · ${words.product}`, assets, body, noindex: true })
}
