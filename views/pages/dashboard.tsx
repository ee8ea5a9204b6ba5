import { type Catalogue, en } from '../catalogue.ts'
import {
  dashboardPanels,
  detailPanels,
  type Panel,
  type statusPanels,
  tilePanels,
} from '../dashboard-panels.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { freshnessCause, freshnessMark } from '../freshness.tsx'
import { freshnessState } from '../freshness-state.ts'
import { markup } from '../markup.ts'
import { encodePulse, type Pulse } from '../pulse.ts'
import type { Wall } from '../wall.ts'

export interface DashboardPage {
  readonly assets: Assets
  readonly wall: Wall
  readonly pulse: Pulse
  readonly streamUrl: string
  /** Time between two updates, as this viewer wants it. */
  readonly intervalMs: number
}

/** One car's wall, whole at first sight; the stream then sends the same panels when they change. */
export function dashboardPage(page: DashboardPage, words: Catalogue = en): string {
  const { wall, pulse, intervalMs, assets, streamUrl } = page
  const { telemetry, chapter } = wall.session
  const name = telemetry?.carName ?? words.status.noCar
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
        <h1 id="car">{render('car', wall) as 'safe'}</h1>
        {freshnessMark(pulse, words) as 'safe'}
        <p id="race-clock">{render('race-clock', wall) as 'safe'}</p>
        <p id="driver">{render('driver', wall) as 'safe'}</p>
        {freshnessCause(pulse, words) as 'safe'}
      </header>
      <p id="spoken" class="for-ears" role="status"></p>
      <main>
        {tilePanels.map((panel) => (
          <section id={panel.id} class="panel tile">
            {panel.render(wall) as 'safe'}
          </section>
        ))}
        {detailPanels.map((panel) => (
          <section id={panel.id} class="panel">
            {panel.render(wall) as 'safe'}
          </section>
        ))}
      </main>
      <footer>
        {wall.session.mode === 'open' ? (
          <p class="is-warn" safe>
            {`▲ ${words.open}`}
          </p>
        ) : (
          ''
        )}
        <noscript>
          <p safe>{words.noscript}</p>
        </noscript>
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
      <div {...connection(streamUrl)}></div>
    </div>,
  )
  return htmlDocument({ title, assets, body, noindex: true, live: true })
}

function render(id: (typeof statusPanels)[number]['id'], wall: Wall): string {
  const panel: Panel | undefined = dashboardPanels.find((each) => each.id === id)
  return panel === undefined ? '' : panel.render(wall)
}

/** Shorter than the 10 s after which a connection that never came is tried again: else there would be two. */
const CONNECT_TIMEOUT_MS = 8_000
const RECONNECT_MAX_MS = 5_000

/**
 * The stream. Its messages hold panels for other elements, so nothing is swapped here; an error answers with a
 * page that must not be swapped in either, and a failed first connect is not retried by itself.
 */
const connection = (url: string): Record<string, string> => ({
  id: 'stream',
  'hx-sse:connect': url,
  'hx-sse:close': 'closed',
  'hx-trigger': 'load, every 10s',
  'hx-swap': 'none',
  'hx-status:4xx': 'swap:none',
  'hx-status:5xx': 'swap:none',
  'hx-config': JSON.stringify({
    sse: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectDelay: 500,
      reconnectMaxDelay: RECONNECT_MAX_MS,
      reconnectJitter: 0.5,
    },
  }),
})
