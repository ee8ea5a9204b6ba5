import type { Catalogue } from '../../views/catalogue.ts'
import type { Assets } from '../../views/document.tsx'
import { fieldsOf, tellOf } from '../../views/engineer/alert-fields.ts'
import type { Done } from '../../views/engineer/done.ts'
import { alertsPage } from '../../views/pages/alerts.tsx'
import { alertKinds } from '../race/alerts/alert.ts'
import { undoProblem } from '../race/inputs/input-progress.ts'
import type { Session } from '../race/session.ts'
import type { WebhookDesk } from '../sessions/webhook-desk.ts'
import type { alertProblem } from './alert-problem.ts'
import { deskOf } from './engineer-page.ts'

export type AlertsWrong = ReturnType<typeof alertProblem>

interface Asked {
  readonly urls: Assets
  readonly webhooks: WebhookDesk
  readonly done: Done | null
  readonly wrong: AlertsWrong | null
  /** As it was just filled in; null: as it is. */
  readonly filled: Readonly<Record<string, string>> | null
  readonly words: Catalogue
}

/** The engineer's page for alerts as it is now. */
export function alertsDesk(
  session: Session,
  { urls, webhooks, done, wrong, filled, words }: Asked,
) {
  return alertsPage(
    {
      ...{ assets: urls, session, done, problem: wrong?.told ?? null, undo: lastChange(session) },
      form: {
        filled: filled ?? filledOf(session),
        action: `${deskOf(session)}/alerts`,
        wrong: wrong?.wrong ?? null,
      },
      webhooks: session.inputs.webhooks.map((webhook) => ({
        webhook,
        ...webhooks.status(session.car, webhook.id),
        waiting: session.deliveries.filter((each) => each.webhook === webhook.id).length,
      })),
    },
    words,
  )
}

/** The newest that can be taken back; null: there is none. */
function lastChange(session: Session): number | null {
  const change = session.inputChanges.find(
    ({ name, number, undoes }) =>
      (name === 'alerts' || name === 'webhooks') &&
      undoes === null &&
      undoProblem(session, number) === null,
  )
  return change?.number ?? null
}

const filledOf = ({ inputs: { alerts } }: Session): Readonly<Record<string, string>> => ({
  ...fieldsOf(alerts),
  ...Object.fromEntries(
    alertKinds
      .filter((kind) => !alerts.muted.includes(kind))
      .map((kind) => [tellOf(kind), 'on'] as const),
  ),
})
