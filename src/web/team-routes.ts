import { Elysia } from 'elysia'
import { newSecretPage } from '../../views/pages/new-secret.tsx'
import { previewPage } from '../../views/pages/preview.tsx'
import { teamPage } from '../../views/pages/team.tsx'
import type { Pulse } from '../../views/pulse.ts'
import type { TeamWall } from '../../views/team-wall.ts'
import type { CarId } from '../race/session.ts'
import { sessionAt } from '../sessions/session-at.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Team, Teams } from '../sessions/teams.ts'
import { htmlAnswer, redirect } from './answer.ts'
import { type CarDeps, createdAnswer } from './car-routes.ts'
import { LinkForm, NameForm, NewCarForm, readForm } from './form.ts'
import { idIn } from './home-routes.ts'
import { isLinkPreview } from './link-preview.ts'
import { madeAlready } from './made-already.ts'
import { type PageProblem, pageProblemAnswer } from './problem-answer.ts'
import { wordsFor } from './reading.ts'
import { visitorOf } from './visitor.ts'

export interface TeamDeps extends CarDeps {
  readonly sessions: SessionManager
  readonly teams: Teams
  /** The same walls as the stream's. */
  readonly teamWalls: { wall(team: Team): TeamWall; pulse(): Pulse }
}

const TEAM_INTERVAL_MS = 1_000
const form = { parse: 'none' } as const

/** Pages with several cars. Their address is the key to them. */
export function teamRoutes(deps: TeamDeps) {
  const { teams, sessions, door, assets } = deps
  const { urls } = assets
  const refused = (request: Request, problem: PageProblem) =>
    pageProblemAnswer(request, urls, problem)
  const pathOf = (key: string) => `/team/${key}` as const

  /** The car that a link leads to, a viewers' or an engineer's. */
  const carBehind = (link: string): CarId | null => {
    const id = idIn(link)
    const byId = id === null ? null : (sessions.get(id)?.car ?? null)
    const key = link.split('/').at(-1) ?? ''
    return byId ?? door.engineersCar(key)
  }

  return new Elysia({ name: 'teams' })
    .post(
      '/teams',
      async ({ request, server }) => {
        const filled = await readForm(NameForm, request)
        if (filled === null) return refused(request, 'not-a-form')
        const visitor = visitorOf(request, server, deps)
        const created = teams.create(filled.name, visitor.address)
        if (!created.ok) return refused(request, created.problem)
        const path = pathOf(created.value.key)
        const secret = { for: 'team', url: visitor.url + path } as const
        return htmlAnswer(
          request,
          newSecretPage({ assets: urls, secret, onward: path }, wordsFor(request)),
          201,
        )
      },
      form,
    )
    .get('/team/:key', ({ params, request }) => {
      if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls, wordsFor(request)))
      const team = teams.of(params.key)
      if (team === null) return refused(request, 'unknown-team')
      const { teamWalls } = deps
      const html = teamPage(
        {
          assets: urls,
          wall: teamWalls.wall(team),
          pulse: teamWalls.pulse(),
          path: pathOf(params.key),
          intervalMs: TEAM_INTERVAL_MS,
          once: crypto.randomUUID(),
        },
        wordsFor(request),
      )
      return htmlAnswer(request, html)
    })
    .post(
      '/team/:key/cars',
      async ({ params, request }) => {
        const team = teams.of(params.key)
        if (team === null) return refused(request, 'unknown-team')
        const filled = await readForm(LinkForm, request)
        const car = filled && carBehind(filled.link)
        if (car === null) return refused(request, 'no-car-in-link')
        const added = teams.add(team.id, car)
        return added.ok ? redirect(pathOf(params.key)) : refused(request, added.problem)
      },
      form,
    )
    .post(
      '/team/:key/cars/new',
      async ({ params, request, server }) => {
        const id = teams.of(params.key)?.id
        if (id === undefined) return refused(request, 'unknown-team')
        const filled = await readForm(NewCarForm, request)
        if (filled === null) return refused(request, 'not-a-form')
        const before = madeAlready(deps, request, filled)
        if (before !== null) return before
        const visitor = visitorOf(request, server, deps)
        const created = door.create('keyed', visitor.address, filled.name)
        if (!created.ok) return refused(request, created.problem)
        const added = teams.add(id, created.value.car)
        if (!added.ok) return refused(request, added.problem)
        const { name } = filled
        deps.onceMade.keep(filled.once, name, created.value.car)
        const team = pathOf(params.key)
        return createdAnswer({ ...created.value, request, visitor, name, assets: urls, team })
      },
      form,
    )
    .get('/team/:key/cars/new', ({ params, request }) =>
      refused(request, teams.of(params.key) === null ? 'unknown-team' : 'shown-once'),
    )
    .post(
      '/team/:key/cars/:id/remove',
      ({ params, request }) => {
        const team = teams.of(params.key)
        if (team === null) return refused(request, 'unknown-team')
        const found = sessionAt(sessions, params.id)
        if (!found.ok) return refused(request, found.problem)
        const removed = teams.remove(team.id, found.value.car)
        return removed.ok ? redirect(pathOf(params.key)) : refused(request, removed.problem)
      },
      form,
    )
}
