import { Elysia } from 'elysia'
import { lookOfText } from '../../views/look.ts'
import { dashboardPage } from '../../views/pages/dashboard.tsx'
import { previewPage } from '../../views/pages/preview.tsx'
import { sessionPulse } from '../../views/session-pulse.ts'
import { wallOf } from '../../views/wall.ts'
import { DEFAULT_INTERVAL_MS, intervalFromHz } from '../sessions/interval.ts'
import type { Log } from '../sessions/log.ts'
import { sessionAt } from '../sessions/session-at.ts'
import { type AlertDeps, alertRoutes } from './alert-routes.ts'
import { htmlAnswer, textAnswer } from './answer.ts'
import { carRoutes } from './car-routes.ts'
import { isEngineer } from './engineer-door.ts'
import { type EngineerDeps, engineerRoutes } from './engineer-routes.ts'
import { type HomeDeps, homeRoutes } from './home-routes.ts'
import { keyTakenOut } from './key-in-address.ts'
import { isLinkPreview } from './link-preview.ts'
import { lookRoutes } from './look-routes.ts'
import { OnceMade } from './once-made.ts'
import { OnceTold } from './once-told.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { wordsFor } from './reading.ts'
import { type TeamDeps, teamRoutes } from './team-routes.ts'

export interface PagesDeps
  extends HomeDeps,
    Omit<EngineerDeps, 'onceTold'>,
    Omit<AlertDeps, 'onceTold'>,
    Omit<TeamDeps, 'onceMade'> {
  readonly log: Log
  readonly bootId: string
}

/** What people see, and what browsers may change. */
export function pages(deps: PagesDeps) {
  const { urls } = deps.assets
  const onceTold = new OnceTold()
  const cars = { ...deps, onceMade: new OnceMade() }
  const notFound = (request: Request) => pageProblemAnswer(request, urls, 'nothing-here')
  return new Elysia({ name: 'pages' })
    .onError({ as: 'global' }, ({ code, error, request }) => {
      if (code === 'NOT_FOUND') return notFound(request)
      deps.log.error('request failed', { code: String(code), error: String(error) })
      return pageProblemAnswer(request, urls, 'bug')
    })
    .use(homeRoutes(deps))
    .use(lookRoutes(deps))
    .use(carRoutes(cars))
    .use(engineerRoutes({ ...deps, onceTold }))
    .use(alertRoutes({ ...deps, onceTold }))
    .use(teamRoutes(cars))
    .get('/dashboard/:id', ({ params, request, query, server }) => {
      const withoutKey = keyTakenOut(deps, request, server)
      if (withoutKey !== null) return withoutKey
      if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls, wordsFor(request)))
      const found = sessionAt(deps.sessions, params.id)
      if (!found.ok) return pageProblemAnswer(request, urls, found.problem)
      const session = found.value
      const words = wordsFor(request)
      const intervalMs = intervalFromHz(query.hz) ?? DEFAULT_INTERVAL_MS
      const isHere = isEngineer(deps.door, session, request.headers)
      const isNobody = !deps.door.hasEngineer(session.car)
      const html = dashboardPage(
        {
          assets: urls,
          wall: wallOf(session),
          pulse: sessionPulse(session, deps.clock.nowMs(), deps.bootId),
          streamUrl: `/dashboard/${session.id}/stream?hz=${1000 / intervalMs}&look=${lookOfText(words.look)}`,
          intervalMs,
          engineer: isHere ? 'here' : isNobody ? 'none' : 'elsewhere',
        },
        words,
      )
      return htmlAnswer(request, html)
    })
    .get('/*', ({ request }) => notFound(request))
    .all('/*', () => textAnswer('Expected GET or HEAD.\n', 405, { allow: 'GET, HEAD' }))
}
