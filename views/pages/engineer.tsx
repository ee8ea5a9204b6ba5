import type { Session } from '../../src/race/session.ts'
import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { type AuditLine, auditPanel } from '../engineer/audit.tsx'
import { type Done, doneMark, doneText } from '../engineer/done.ts'
import { type KeyLine, keysPanel } from '../engineer/keys.tsx'
import { type Links, linksPanel } from '../engineer/links.tsx'
import { type Monitors, monitorsList } from '../engineer/monitors.tsx'
import { sessionPanel } from '../engineer/session.tsx'
import { markup } from '../markup.ts'

export interface EngineerPage {
  readonly assets: Assets
  readonly session: Session
  readonly monitors: Monitors
  readonly keys: readonly KeyLine[]
  readonly links: Links
  readonly audit: readonly AuditLine[]
  /** What has just been done, and not been told yet. */
  readonly done: Done | null
}

const LOOKS_EVERY = '2s'

/** Everything that only the engineer may do. */
export function engineerPage(page: EngineerPage, words: Catalogue = en): string {
  const { assets, session, monitors, keys, links, audit } = page
  const { engineer } = words
  const wall = `/dashboard/${session.id}`
  const desk = `${wall}/engineer`
  const { done } = page
  const title = `${engineer.title} · ${carTitle(session, words)}`
  const body = markup(
    <>
      <main class="text desk">
        <header>
          <h1 safe>{title}</h1>
          <p>
            <a href={wall} safe>
              {`← ${engineer.back}`}
            </a>
          </p>
          <p>
            <a href={`${desk}/call`} safe>
              {words.call.composer.open}
            </a>
          </p>
          <p>
            <a href={`${desk}/strategy`} safe>
              {words.strategy.open}
            </a>
          </p>
          <p>
            <a href={`${desk}/alerts`} safe>
              {words.alertForm.open}
            </a>
          </p>
          {done === null ? (
            ''
          ) : (
            <p class={doneMark(done).class} safe>
              {`${doneMark(done).sign} ${doneText(done, words)}`}
            </p>
          )}
        </header>
        <div>
          <section class="panel">
            <h2 safe>{engineer.feeds.title}</h2>
            <div id="monitors" {...polled(`${desk}/monitors`)}>
              {monitorsList(monitors, words) as 'safe'}
            </div>
            <noscript>
              <p>
                <a href={desk} safe>
                  {engineer.feeds.refresh}
                </a>
              </p>
            </noscript>
          </section>
          <section class="panel">{keysPanel(keys, `${desk}/keys`, words) as 'safe'}</section>
        </div>
        <div>
          <section class="panel">{linksPanel(links, words) as 'safe'}</section>
          <section class="panel">{sessionPanel(session, desk, words) as 'safe'}</section>
          <section class="panel">{auditPanel(audit, words) as 'safe'}</section>
        </div>
      </main>
      <footer>
        <p>
          <a href="/" safe>
            {words.product}
          </a>
        </p>
      </footer>
    </>,
  )
  return htmlDocument({ words, title, assets, body, noindex: true, scripted: true })
}

/** An error answers with a whole page, which must not land in the list. */
const polled = (address: string): Record<string, string> => ({
  'hx-get': address,
  'hx-trigger': `every ${LOOKS_EVERY}`,
  'hx-swap': 'innerMorph',
  'hx-status:4xx': 'swap:none',
  'hx-status:5xx': 'swap:none',
})
