import { Elysia } from 'elysia'
import type { Catalogue } from '../../views/catalogue.ts'
import { settingsFrom } from '../../views/engineer/alert-fields.ts'
import type { Done } from '../../views/engineer/done.ts'
import { troubleTold } from '../../views/engineer/webhooks.tsx'
import { type Webhook, webhookShown } from '../race/inputs/webhook.ts'
import type { Session } from '../race/session.ts'
import type { PitWall, PitWallProblem } from '../sessions/pit-wall/pit-wall.ts'
import type { WebhookDesk, WebhookOutcome } from '../sessions/webhook-desk.ts'
import { alertProblem } from './alert-problem.ts'
import { type AlertsWrong, alertsDesk } from './alerts-desk.ts'
import { htmlAnswer, redirect } from './answer.ts'
import { type Engineer, type EngineerDoorDeps, engineersOnly } from './engineer-door.ts'
import { deskOf } from './engineer-page.ts'
import { AlertsFields, ChangeForm, readForm, WebhookForm } from './form.ts'
import { pageProblemAnswer } from './problem-answer.ts'

export interface AlertDeps extends EngineerDoorDeps {
  readonly pitWall: PitWall
  readonly alerts: { readonly webhooks: WebhookDesk }
}

const form = { parse: 'none' } as const

/** What somebody is told, and where: for the engineer alone. */
export function alertRoutes(deps: AlertDeps) {
  const { pitWall, assets, onceTold, sessions } = deps
  const { webhooks: desk } = deps.alerts
  const only = engineersOnly(deps)

  const page = (
    { session, words }: Pick<Engineer, 'session' | 'words'>,
    done: Done | null,
    wrong: AlertsWrong | null = null,
    filled?: Readonly<Record<string, string>>,
  ) =>
    alertsDesk(session, {
      urls: assets.urls,
      webhooks: desk,
      done,
      wrong,
      filled: filled ?? null,
      words,
    })

  const back = (session: Session, done: Done) =>
    redirect(`${deskOf(session)}/alerts?done=${onceTold.keep(done)}`)

  const refused = (
    engineer: Engineer,
    problem: PitWallProblem,
    filled?: Readonly<Record<string, string>>,
  ) => {
    const { request, session, words } = engineer
    if (problem === 'store-unavailable') return pageProblemAnswer(request, assets.urls, problem)
    if (typeof problem === 'string') return back(session, { what: 'webhook-gone' })
    return htmlAnswer(request, page(engineer, null, alertProblem(problem, words), filled), 400)
  }

  const setWebhooks = (engineer: Engineer, webhooks: readonly Webhook[], done: Done) => {
    const { session, visitor } = engineer
    const set = pitWall.set(session.car, visitor.address, 'webhooks', webhooks)
    return set.ok ? back(session, done) : refused(engineer, set.problem)
  }

  return new Elysia({ name: 'alerts' })
    .get(
      '/dashboard/:id/engineer/alerts',
      only((engineer) =>
        htmlAnswer(engineer.request, page(engineer, onceTold.take(engineer.query.done ?? ''))),
      ),
    )
    .post(
      '/dashboard/:id/engineer/alerts',
      only(async (engineer) => {
        const { session, visitor, request } = engineer
        const filled = await readForm(AlertsFields, request)
        if (filled === null) return pageProblemAnswer(request, assets.urls, 'not-a-form')
        const set = pitWall.set(session.car, visitor.address, 'alerts', settingsFrom(filled))
        if (!set.ok) return refused(engineer, set.problem, filled)
        return back(session, { what: 'alerts-set' })
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/alerts/undo',
      only(async (engineer) => {
        const { session, visitor, request } = engineer
        const chosen = await readForm(ChangeForm, request)
        if (chosen === null) return pageProblemAnswer(request, assets.urls, 'not-a-form')
        const undone = pitWall.undo(session.car, visitor.address, Number(chosen.change))
        if (!undone.ok) return refused(engineer, undone.problem)
        return back(session, { what: 'alerts-undone' })
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/webhooks',
      only(async (engineer) => {
        const filled = await readForm(WebhookForm, engineer.request)
        if (filled === null) return pageProblemAnswer(engineer.request, assets.urls, 'not-a-form')
        const { webhooks } = engineer.session.inputs
        const added = { id: nextId(engineer.session), ...filled }
        const about = webhookShown(added)
        return setWebhooks(engineer, [...webhooks, added], { what: 'webhook-added', about })
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/webhooks/:number/remove',
      only((engineer) => {
        const { webhooks } = engineer.session.inputs
        const kept = webhooks.filter(({ id }) => id !== Number(engineer.params.number))
        return setWebhooks(engineer, kept, { what: 'webhook-removed' })
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/webhooks/:number/test',
      only(async ({ session, params, words }) => {
        const outcome = await desk.test(session.car, Number(params.number))
        return back(sessions.ofCar(session.car) ?? session, testTold(outcome, words))
      }),
      form,
    )
}

/** An id that no change in the log has ever had: what waits for one that is gone must not go to another. */
function nextId({ inputs, inputChanges }: Session): number {
  const before = inputChanges.flatMap(({ name, before, after }) =>
    name === 'webhooks' ? ([...(before as Webhook[]), ...(after as Webhook[])] as Webhook[]) : [],
  )
  return Math.max(0, ...[...inputs.webhooks, ...before].map(({ id }) => id)) + 1
}

function testTold(outcome: WebhookOutcome | null, words: Catalogue): Done {
  if (outcome === null) return { what: 'test-not-sent' }
  if (outcome.kind === 'taken') return { what: 'test-taken' }
  return { what: 'test-failed', about: troubleTold(outcome.trouble, words) }
}
