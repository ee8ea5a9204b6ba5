import type { Catalogue } from './catalogue.ts'
import type { Look } from './look.ts'
import { markup } from './markup.ts'

/** Addresses of the files a page is made with. */
export interface Assets {
  readonly css: string
  /** For all but the wall itself, whose first visit it would burden. */
  readonly pagesCss: string
  readonly script: string
  readonly icon: string
  readonly manifest: string
}

export interface Page {
  readonly words: Catalogue
  readonly title: string
  readonly assets: Assets
  /** What the page shows, as markup. */
  readonly body: string
  /** Behind a secret link: not for search engines. */
  readonly noindex?: boolean
  /** Kept up to date by the script, and by reloading where there is none. */
  readonly live?: boolean
  /** The wall, which needs no styles of forms and books. */
  readonly isWall?: boolean
  /** Stands still, but for what its script does: times of day as the phone's, parts that are fetched anew. */
  readonly scripted?: boolean
}

/** htmx without what our CSP forbids or a wall does not need. Details stay open when a panel changes. */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  morphIgnore: ['data-htmx-powered', 'open'],
})

/** Of the browser's own bars, as in the stylesheet. */
const backgrounds = {
  dark: '#0b0f14',
  light: '#f4f6f8',
  red: '#0a0000',
} as const satisfies Record<Look['theme'], string>

const RELOAD_SECONDS = 5

/** The shell of every page. */
export function htmlDocument(page: Page): string {
  const {
    words,
    title,
    assets,
    body,
    noindex = false,
    live = false,
    scripted = false,
    isWall = false,
  } = page
  const html = markup(
    <html lang={words.language} data-theme={words.look.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title safe>{title}</title>
        <meta name="color-scheme" content={words.look.theme === 'light' ? 'light' : 'dark'} />
        <meta name="theme-color" content={backgrounds[words.look.theme]} />
        {/* Under "no-referrer" a browser names no origin with its forms, so that nobody could tell ours. */}
        <meta name="referrer" content="same-origin" />
        {noindex ? <meta name="robots" content="noindex, nofollow" /> : ''}
        <link rel="stylesheet" href={assets.css} />
        {isWall ? '' : <link rel="stylesheet" href={assets.pagesCss} />}
        <link rel="icon" type="image/svg+xml" href={assets.icon} />
        <link rel="manifest" href={assets.manifest} />
        {live ? <Reload /> : ''}
        {live || scripted ? <Script script={assets.script} /> : ''}
      </head>
      <body>{body as 'safe'}</body>
    </html>,
  )
  return `<!doctype html>${html}`
}

function Reload() {
  return (
    <noscript>
      <meta http-equiv="refresh" content={String(RELOAD_SECONDS)} />
    </noscript>
  )
}

function Script({ script }: { script: string }) {
  return (
    <>
      <meta name="htmx-config" content={htmxConfig} />
      <script src={script} defer />
    </>
  )
}
