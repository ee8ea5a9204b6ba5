import { Elysia } from 'elysia'
import type { Done } from '../../views/engineer/done.ts'
import { keyLabel, keyNamed } from '../../views/engineer/keys.tsx'
import { monitorsList } from '../../views/engineer/monitors.tsx'
import { newSecretPage } from '../../views/pages/new-secret.tsx'
import { previewPage } from '../../views/pages/preview.tsx'
import type { Result } from '../race/result.ts'
import type { Session } from '../race/session.ts'
import type { DeskProblem } from '../sessions/engineers-desk.ts'
import type { NewKey } from '../sessions/publish-keys.ts'
import { htmlAnswer, redirect } from './answer.ts'
import { engineerCookie } from './engineer-cookie.ts'
import { type Engineer, type EngineerDoorDeps, engineersOnly } from './engineer-door.ts'
import { deskAfter, deskOf, deskPage, type EngineerPageDeps, monitorsOf } from './engineer-page.ts'
import { LabelForm, NameForm, readForm, SocketForm } from './form.ts'
import { isLinkPreview } from './link-preview.ts'
import { monitorAccess } from './monitor-config.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { wordsFor } from './reading.ts'
import { visitorOf } from './visitor.ts'

export type EngineerDeps = EngineerDoorDeps & EngineerPageDeps

const form = { parse: 'none' } as const

/** What only the engineer's browser may see and do. */
export function engineerRoutes(deps: EngineerDeps) {
  const { desk, sessions, assets, onceTold } = deps
  const { urls } = assets
  const only = engineersOnly(deps)
  const refused = (request: Request, problem: DeskProblem | 'not-a-form') =>
    pageProblemAnswer(request, urls, problem)

  const back = (session: Session, done: Done) => redirect(deskAfter(session, onceTold, done))

  /** Back to the page, which says what was done. */
  const done = (
    { request, session }: Engineer,
    result: Result<unknown, DeskProblem>,
    what: Done['what'],
    about?: string,
  ) =>
    result.ok
      ? back(sessions.ofCar(session.car) ?? session, {
          what,
          ...(about !== undefined && { about }),
        })
      : refused(request, result.problem)

  const keyShown = (
    { request, session, visitor, words }: Engineer,
    made: Result<NewKey, DeskProblem>,
  ) => {
    if (!made.ok) return refused(request, made.problem)
    const { key, number, label } = made.value
    const monitor = monitorAccess(visitor.url, key)
    const secret = { for: 'driver', label: keyLabel({ label, number }, words), monitor } as const
    const html = newSecretPage({ assets: urls, secret, onward: deskOf(session) }, words)
    return htmlAnswer(request, html, 201)
  }

  const shownOnce = ({ request, session, words }: Engineer) => {
    const onward = { href: deskOf(session), text: words.engineer.newKey.back }
    return pageProblemAnswer(request, urls, 'shown-once', onward)
  }

  return new Elysia({ name: 'engineer' })
    .get('/engineer/:key', ({ params, request, server }) => {
      if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls, wordsFor(request)))
      const car = deps.door.engineersCar(params.key)
      const session = car && sessions.ofCar(car)
      if (!session) return pageProblemAnswer(request, urls, 'dead-engineer-link')
      const { isHttps } = visitorOf(request, server, deps)
      const cookie = engineerCookie(session.car, params.key, isHttps)
      return redirect(`/dashboard/${session.id}`, { 'set-cookie': cookie })
    })
    .get(
      '/dashboard/:id/engineer',
      only(({ session, visitor, request, query, words }) =>
        htmlAnswer(
          request,
          deskPage(deps, session, visitor.url, onceTold.take(query.done ?? ''), words),
        ),
      ),
    )
    .get(
      '/dashboard/:id/engineer/monitors',
      only(({ session, request, words }) =>
        htmlAnswer(request, monitorsList(monitorsOf(deps, session), words)),
      ),
    )
    .post(
      '/dashboard/:id/engineer/pick',
      only(async (engineer) => {
        const { session, visitor, request, words } = engineer
        const chosen = await readForm(SocketForm, request)
        if (chosen === null) return refused(request, 'not-a-form')
        const socket = Number(chosen.socket)
        const summary = sessions.monitors(session.car)
        const name = summary?.standbys.find((monitor) => monitor.socket === socket)?.driverName
        if (!sessions.pick(session.car, socket)) {
          return back(session, { what: 'gone-already' })
        }
        // Somebody waits for the right PC on the wall: it is there, whether the log can be written or not.
        desk.picked(session.car, visitor.address, name ?? null)
        const pc = name ? words.notices.fedBy(name) : words.notices.someone
        return back(session, { what: 'picked', about: pc })
      }),
      form,
    )
    .get('/dashboard/:id/engineer/keys', only(shownOnce))
    .get('/dashboard/:id/engineer/keys/:number/replace', only(shownOnce))
    .get('/dashboard/:id/engineer/key', only(shownOnce))
    .post(
      '/dashboard/:id/engineer/keys',
      only(async (engineer) => {
        const filled = await readForm(LabelForm, engineer.request)
        if (filled === null) return refused(engineer.request, 'not-a-form')
        const { session, visitor } = engineer
        return keyShown(engineer, desk.addKey(session.car, visitor.address, filled.label))
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/keys/:number/replace',
      only((engineer) => {
        const { session, visitor, params } = engineer
        const number = Number(params.number)
        return keyShown(engineer, desk.replaceKey(session.car, visitor.address, number))
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/keys/:number/label',
      only(async (engineer) => {
        const filled = await readForm(LabelForm, engineer.request)
        if (filled === null) return refused(engineer.request, 'not-a-form')
        const { session, visitor, params } = engineer
        const { label } = filled
        const number = Number(params.number)
        const labelled = desk.labelKey(session.car, visitor.address, number, label)
        return done(engineer, labelled, 'labelled', keyNamed({ label, number }, engineer.words))
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/keys/:number/revoke',
      only((engineer) => {
        const { session, visitor, params } = engineer
        const number = Number(params.number)
        const keys = sessions.accessOf(session.car)?.publishKeys ?? []
        const key = keys.find((each) => each.number === number)
        const revoked = desk.revokeKey(session.car, visitor.address, number)
        return done(engineer, revoked, 'revoked', key && keyNamed(key, engineer.words))
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/link',
      only((engineer) => {
        const { session, visitor } = engineer
        return done(engineer, desk.changeLink(session.car, visitor.address), 'link-changed')
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/key',
      only(async ({ session, visitor, request, words }) => {
        const made = desk.replaceEngineerKey(session.car, visitor.address)
        if (!made.ok) return refused(request, made.problem)
        const secret = { for: 'engineer', url: `${visitor.url}/engineer/${made.value}` } as const
        const html = newSecretPage({ assets: urls, secret, onward: deskOf(session) }, words)
        const answer = await htmlAnswer(request, html, 201)
        const cookie = engineerCookie(session.car, made.value, visitor.isHttps)
        answer.headers.set('set-cookie', cookie)
        return answer
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/end',
      only((engineer) =>
        done(engineer, desk.end(engineer.session.car, engineer.visitor.address), 'ended'),
      ),
      form,
    )
    .post(
      '/dashboard/:id/engineer/reopen',
      only((engineer) =>
        done(engineer, desk.reopen(engineer.session.car, engineer.visitor.address), 'reopened'),
      ),
      form,
    )
    .post(
      '/dashboard/:id/engineer/name',
      only(async (engineer) => {
        const { session, visitor, request } = engineer
        const filled = await readForm(NameForm, request)
        if (filled === null) return refused(request, 'not-a-form')
        const named = desk.name(session.car, visitor.address, filled.name)
        return done(engineer, named, 'named', filled.name)
      }),
      form,
    )
}
