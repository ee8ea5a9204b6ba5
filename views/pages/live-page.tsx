import type { Catalogue } from '../catalogue.ts'
import { noticePanels, type Panel, statusPanels } from '../dashboard-panels.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { freshnessCause, freshnessMark } from '../freshness.tsx'
import { freshnessState } from '../freshness-state.ts'
import { liveConnection } from '../live-connection.ts'
import { markup } from '../markup.ts'
import { encodePulse, type Pulse } from '../pulse.ts'
import { ringButton } from '../ring-button.tsx'
import { viewForm } from '../view-form.tsx'
import type { Wall } from '../wall.ts'

/** What every page that lives is made from. */
export interface LivePage {
  readonly assets: Assets
  readonly wall: Wall
  readonly pulse: Pulse
  readonly streamUrl: string
  /** Time between two updates, as this viewer wants it. */
  readonly intervalMs: number
}

interface Parts {
  readonly name: 'glance' | 'board'
  readonly title: string
  /** What stands between the status bar and the notices, as markup. */
  readonly main: string
  readonly back: string
}

/** A page for one thing: the status bar, that thing as large as the screen allows, and the notices over it. */
export function livePage(page: LivePage, parts: Parts, words: Catalogue): string {
  const { wall, pulse, intervalMs, assets, streamUrl } = page
  const { name, title, main, back } = parts
  const dashboard = `/dashboard/${wall.session.id}`
  const [car, clock, driver] = statusPanels.map((panel) => panel.render(wall, words))
  const [alerts, notices] = noticePanels.map((panel) => panel.render(wall, words))
  const body = markup(
    <div
      id="wall"
      class={name}
      data-freshness={freshnessState(pulse, intervalMs)}
      data-pulse={encodePulse(pulse)}
      data-interval-ms={String(intervalMs)}
    >
      <header class="status">
        <h1 id="car">{car as 'safe'}</h1>
        {freshnessMark(pulse, words) as 'safe'}
        <p id="race-clock">{clock as 'safe'}</p>
        <p id="driver">{driver as 'safe'}</p>
        {freshnessCause(pulse, words) as 'safe'}
      </header>
      <p id="spoken" class="for-ears" role="status"></p>
      {main as 'safe'}
      <aside class="bottom">
        <section id="alerts" aria-label={words.alerts.title}>
          {alerts as 'safe'}
        </section>
        <section id="notices">{notices as 'safe'}</section>
      </aside>
      <footer>
        {ringButton(words) as 'safe'}
        {viewForm(`${dashboard}/${name}`, words) as 'safe'}
        <noscript>
          <p safe>{words.noscript}</p>
        </noscript>
        <p>
          <a href={dashboard} safe>
            {back}
          </a>
        </p>
      </footer>
      <div {...liveConnection(streamUrl)}></div>
    </div>,
  )
  return htmlDocument({ words, title, assets, body, noindex: true, live: true, isWall: true })
}

/** A panel's place on the page. */
export const placed = ({ id, render }: Panel, wall: Wall, words: Catalogue, look = ''): string =>
  markup(
    <section id={id} class={`panel ${look}`}>
      {render(wall, words) as 'safe'}
    </section>,
  )
