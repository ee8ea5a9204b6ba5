import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { glancePanels, noticePanels, statusPanels, tilePanels } from '../dashboard-panels.ts'
import { htmlDocument } from '../document.tsx'
import { freshnessCause, freshnessMark } from '../freshness.tsx'
import { freshnessState } from '../freshness-state.ts'
import { liveConnection } from '../live-connection.ts'
import { markup } from '../markup.ts'
import { encodePulse } from '../pulse.ts'
import { ringButton } from '../ring-button.tsx'
import { viewForm } from '../view-form.tsx'
import type { DashboardPage } from './dashboard.tsx'

/** The four numbers, as large as the screen allows: for whoever looks up from something else. */
export function glancePage(page: Omit<DashboardPage, 'engineer'>, words: Catalogue = en): string {
  const { wall, pulse, intervalMs, assets, streamUrl } = page
  const dashboard = `/dashboard/${wall.session.id}`
  const text = (id: string) =>
    glancePanels.find((panel) => panel.id === id)?.render(wall, words) ?? ''
  const [car, clock, driver] = statusPanels.map(({ id }) => text(id))
  const [alerts, notices] = noticePanels.map(({ id }) => text(id))
  const body = markup(
    <div
      id="wall"
      class="glance"
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
      <main>
        {tilePanels.map(({ id }) => (
          <section id={id} class="panel tile">
            {text(id) as 'safe'}
          </section>
        ))}
      </main>
      <aside class="bottom">
        <section id="alerts" aria-label={words.alerts.title}>
          {alerts as 'safe'}
        </section>
        <section id="notices">{notices as 'safe'}</section>
      </aside>
      <footer>
        {ringButton(words) as 'safe'}
        {viewForm(`${dashboard}/glance`, words) as 'safe'}
        <noscript>
          <p safe>{words.noscript}</p>
        </noscript>
        <p>
          <a href={dashboard} safe>
            {words.glance.back}
          </a>
        </p>
      </footer>
      <div {...liveConnection(streamUrl)}></div>
    </div>,
  )
  const title = `${words.glance.title} · ${carTitle(wall.session, words)}`
  return htmlDocument({ words, title, assets, body, noindex: true, live: true })
}
