import { Elysia } from 'elysia'
import { lookOfText } from '../../views/look.ts'
import { dashboardPage } from '../../views/pages/dashboard.tsx'
import { glancePage } from '../../views/pages/glance.tsx'
import { previewPage } from '../../views/pages/preview.tsx'
import { sessionPulse } from '../../views/session-pulse.ts'
import { wallOf } from '../../views/wall.ts'
import type { Session } from '../race/session.ts'
import { DEFAULT_INTERVAL_MS, intervalFromHz } from '../sessions/interval.ts'
import { sessionAt } from '../sessions/session-at.ts'
import { htmlAnswer } from './answer.ts'
import { type EngineerDoorDeps, isEngineer } from './engineer-door.ts'
import { keyTakenOut } from './key-in-address.ts'
import { isLinkPreview } from './link-preview.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { wordsFor } from './reading.ts'

export interface WallPagesDeps extends Omit<EngineerDoorDeps, 'onceTold'> {
  readonly clock: { nowMs(): number }
  readonly bootId: string
}

interface Asked {
  readonly params: { readonly id: string }
  readonly query: Readonly<Record<string, string | undefined>>
  readonly request: Request
}

/** The pages that live: each is whole at first sight, and its stream keeps it up to date. */
export function wallPages(deps: WallPagesDeps) {
  const { urls } = deps.assets

  /** The page, or why there is none. `path`: below the dashboard's, where its stream is too. */
  const opened = (
    { params, query, request }: Asked,
    path: '' | '/glance',
    page: (live: ReturnType<typeof liveOf>, session: Session) => string,
  ) => {
    if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls, wordsFor(request)))
    const found = sessionAt(deps.sessions, params.id)
    if (!found.ok) return pageProblemAnswer(request, urls, found.problem)
    const intervalMs = intervalFromHz(query.hz) ?? DEFAULT_INTERVAL_MS
    return htmlAnswer(request, page(liveOf(request, found.value, path, intervalMs), found.value))
  }

  const liveOf = (request: Request, session: Session, path: string, intervalMs: number) => ({
    assets: urls,
    wall: wallOf(session),
    pulse: sessionPulse(session, deps.clock.nowMs(), deps.bootId),
    streamUrl: `/dashboard/${session.id}${path}/stream?hz=${1000 / intervalMs}&look=${lookOfText(wordsFor(request).look)}`,
    intervalMs,
  })

  return new Elysia({ name: 'wall-pages' })
    .get('/dashboard/:id', (asked) => {
      const { request, server } = asked
      const withoutKey = keyTakenOut(deps, request, server)
      if (withoutKey !== null) return withoutKey
      return opened(asked, '', (live, session) => {
        const isHere = isEngineer(deps.door, session, request.headers)
        const isNobody = !deps.door.hasEngineer(session.car)
        const engineer = isHere ? 'here' : isNobody ? 'none' : 'elsewhere'
        return dashboardPage({ ...live, engineer }, wordsFor(request))
      })
    })
    .get('/dashboard/:id/glance', (asked) =>
      opened(asked, '/glance', (live) => glancePage(live, wordsFor(asked.request))),
    )
}
