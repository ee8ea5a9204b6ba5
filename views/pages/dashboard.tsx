import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { dashboardPanels, detailPanels, type Panel, tilePanels } from '../dashboard-panels.ts'
import { htmlDocument } from '../document.tsx'
import { freshnessCause, freshnessMark } from '../freshness.tsx'
import { freshnessState } from '../freshness-state.ts'
import { liveConnection } from '../live-connection.ts'
import { markup } from '../markup.ts'
import { opennessTold } from '../openness-told.ts'
import { encodePulse } from '../pulse.ts'
import { ringButton } from '../ring-button.tsx'
import { viewForm } from '../view-form.tsx'
import type { Wall } from '../wall.ts'
import type { LivePage } from './live-page.tsx'

export interface DashboardPage extends LivePage {
  /** `none`: nobody has ever had the engineer's key of this car. */
  readonly engineer?: 'here' | 'elsewhere' | 'none'
}

/** One car's wall, whole at first sight; the stream then sends the same panels when they change. */
export function dashboardPage(page: DashboardPage, words: Catalogue = en): string {
  const { wall, pulse, intervalMs, assets, streamUrl, engineer } = page
  const desk = `/dashboard/${wall.session.id}/engineer`
  const { chapter } = wall.session
  const name = carTitle(wall.session, words)
  const title = [name, chapter?.trackName].filter((part) => typeof part === 'string').join(' · ')
  const body = markup(
    <div
      id="wall"
      data-freshness={freshnessState(pulse, intervalMs)}
      data-pulse={encodePulse(pulse)}
      data-interval-ms={String(intervalMs)}
    >
      <a class="skip" href="#laps-left" safe>
        {words.skipToWall}
      </a>
      <header class="status">
        <h1 id="car">{render('car', wall, words) as 'safe'}</h1>
        {freshnessMark(pulse, words) as 'safe'}
        <p id="race-clock">{render('race-clock', wall, words) as 'safe'}</p>
        <p id="driver">{render('driver', wall, words) as 'safe'}</p>
        {freshnessCause(pulse, words) as 'safe'}
      </header>
      <p id="spoken" class="for-ears" role="status"></p>
      <main>
        <section id="call" class="panel" aria-label={words.call.title}>
          {render('call', wall, words) as 'safe'}
        </section>
        {engineer === 'here' ? (
          <p class="to-call">
            <a class="button" href={`${desk}/call`} safe>
              {words.call.composer.open}
            </a>
          </p>
        ) : (
          ''
        )}
        {tilePanels.map((panel) => (
          <section id={panel.id} class="panel tile">
            {panel.render(wall, words) as 'safe'}
          </section>
        ))}
        <p id="openness" class="is-warn">
          {render('openness', wall, words) as 'safe'}
        </p>
        {detailPanels.map((panel) => (
          <section id={panel.id} class="panel">
            {panel.render(wall, words) as 'safe'}
          </section>
        ))}
      </main>
      <aside class="bottom">
        <section id="alerts" aria-label={words.alerts.title}>
          {render('alerts', wall, words) as 'safe'}
        </section>
        <section id="notices">{render('notices', wall, words) as 'safe'}</section>
        {engineer === 'here' ? (
          <a class="button" href={desk} safe>
            {words.notices.choose}
          </a>
        ) : (
          ''
        )}
      </aside>
      <footer>
        {ringButton(words) as 'safe'}
        {engineer === 'here' ? (
          <p>
            <a href={`${desk}/strategy`} safe>
              {words.strategy.title}
            </a>{' '}
            <a href={desk} safe>
              {words.engineer.open}
            </a>
          </p>
        ) : (
          ''
        )}
        {wall.session.mode === 'bound' ? (
          <p class="is-warn" safe>
            {opennessTold(wall.session, words)}
          </p>
        ) : (
          ''
        )}
        {engineer === 'none' ? <p safe>{words.car.noEngineer}</p> : ''}
        {viewForm(`/dashboard/${wall.session.id}`, words) as 'safe'}
        <noscript>
          <p safe>{words.noscript}</p>
        </noscript>
        <p>
          <a href={`/dashboard/${wall.session.id}/glance`} safe>
            {words.glance.link}
          </a>
        </p>
        <p>
          <a href={`/dashboard/${wall.session.id}/board`} safe>
            {words.call.board.link}
          </a>
        </p>
        <p>
          <a href={`/dashboard/${wall.session.id}/race`} safe>
            {words.race.link}
          </a>
        </p>
        <p>
          <a href="/" safe>
            {words.product}
          </a>
        </p>
      </footer>
      <div {...liveConnection(streamUrl)}></div>
    </div>,
  )
  return htmlDocument({ words, title, assets, body, noindex: true, live: true, isWall: true })
}

function render(id: Panel['id'], wall: Wall, words: Catalogue): string {
  const panel: Panel | undefined = dashboardPanels.find((each) => each.id === id)
  return panel === undefined ? '' : panel.render(wall, words)
}
