import type { Session } from '../../src/race/session.ts'
import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { type AlertsForm, alertsForm } from '../engineer/alerts.tsx'
import { DeskHeader } from '../engineer/desk-header.tsx'
import type { Done } from '../engineer/done.ts'
import { type WebhookLine, webhooksPanel } from '../engineer/webhooks.tsx'
import { markup } from '../markup.ts'

export interface AlertsPage {
  readonly assets: Assets
  readonly session: Session
  readonly form: AlertsForm
  readonly webhooks: readonly WebhookLine[]
  readonly done: Done | null
  /** Number of the change that can be taken back; null: none can. */
  readonly undo: number | null
  /** What is wrong with what was filled in; null: nothing. */
  readonly problem: string | null
}

/** The engineer's page for what somebody is told, and where. */
export function alertsPage(page: AlertsPage, words: Catalogue = en): string {
  const { assets, session, form, webhooks, done, problem, undo } = page
  const { alertForm } = words
  const desk = `/dashboard/${session.id}/engineer`
  const title = `${alertForm.title} · ${carTitle(session, words)}`
  const body = markup(
    <main class="text desk">
      <header>
        <DeskHeader
          ways={[{ href: desk, text: alertForm.back }]}
          {...{ title, done, problem, words }}
        />
        {undo === null ? (
          ''
        ) : (
          <form action={`${desk}/alerts/undo`} method="post">
            <input type="hidden" name="change" value={String(undo)} />
            <button type="submit" safe>
              {alertForm.undo}
            </button>
          </form>
        )}
      </header>
      <section class="panel">{alertsForm(form, words) as 'safe'}</section>
      <section id="webhooks" class="panel">
        {webhooksPanel(webhooks, `${desk}/webhooks`, words) as 'safe'}
      </section>
    </main>,
  )
  return htmlDocument({ words, title, assets, body, noindex: true })
}
