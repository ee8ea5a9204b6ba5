import { Elysia } from 'elysia'
import type { Log } from '../sessions/log.ts'
import { type AlertDeps, alertRoutes } from './alert-routes.ts'
import { textAnswer } from './answer.ts'
import { callRoutes } from './call-routes.ts'
import { carRoutes } from './car-routes.ts'
import { type EngineerDeps, engineerRoutes } from './engineer-routes.ts'
import { type HomeDeps, homeRoutes } from './home-routes.ts'
import { lookRoutes } from './look-routes.ts'
import { OnceMade } from './once-made.ts'
import { OnceTold } from './once-told.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { strategyRoutes } from './strategy-routes.ts'
import { type TeamDeps, teamRoutes } from './team-routes.ts'
import { wallPages } from './wall-pages.ts'

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
    .use(callRoutes({ ...deps, onceTold }))
    .use(strategyRoutes({ ...deps, onceTold }))
    .use(teamRoutes(cars))
    .use(wallPages(deps))
    .get('/*', ({ request }) => notFound(request))
    .all('/*', () => textAnswer('Expected GET or HEAD.\n', 405, { allow: 'GET, HEAD' }))
}
