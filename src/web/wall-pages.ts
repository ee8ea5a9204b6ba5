import { Elysia } from 'elysia'
import { lookOfText } from '../../views/look.ts'
import { boardPage } from '../../views/pages/board.tsx'
import { dashboardPage } from '../../views/pages/dashboard.tsx'
import { glancePage } from '../../views/pages/glance.tsx'
import { previewPage } from '../../views/pages/preview.tsx'
import { sessionPulse } from '../../views/session-pulse.ts'
import { wallOf } from '../../views/wall.ts'
import type { Session } from '../race/session.ts'
import { DEFAULT_INTERVAL_MS, intervalFromHz } from '../sessions/interval.ts'
import type { PitWall } from '../sessions/pit-wall/pit-wall.ts'
import { sessionAt } from '../sessions/session-at.ts'
import { htmlAnswer, redirect } from './answer.ts'
import { type EngineerDoorDeps, isEngineer } from './engineer-door.ts'
import { CallForm, readForm } from './form.ts'
import { keyTakenOut } from './key-in-address.ts'
import { isLinkPreview } from './link-preview.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { wordsFor } from './reading.ts'
import { visitorOf } from './visitor.ts'

export interface WallPagesDeps extends Omit<EngineerDoorDeps, 'onceTold'> {
  readonly clock: { nowMs(): number }
  readonly bootId: string
  readonly pitWall: Pick<PitWall, 'acknowledge'>
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
    path: '' | '/glance' | '/board',
    page: (live: ReturnType<typeof liveOf>, session: Session) => string,
    status = 200,
  ) => {
    if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls, wordsFor(request)))
    const found = sessionAt(deps.sessions, params.id)
    if (!found.ok) return pageProblemAnswer(request, urls, found.problem)
    const intervalMs = intervalFromHz(query.hz) ?? DEFAULT_INTERVAL_MS
    const live = liveOf(request, found.value, path, intervalMs)
    return htmlAnswer(request, page(live, found.value), status)
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
    .get('/dashboard/:id/board', (asked) =>
      opened(asked, '/board', (live) =>
        boardPage({ ...live, problem: null }, wordsFor(asked.request)),
      ),
    )
    .post(
      '/dashboard/:id/board/acknowledge',
      async (asked) => {
        const { params, request, server } = asked
        const found = sessionAt(deps.sessions, params.id)
        if (!found.ok) return pageProblemAnswer(request, urls, found.problem)
        const filled = await readForm(CallForm, request)
        if (filled === null) return pageProblemAnswer(request, urls, 'not-a-form')
        const { car, id } = found.value
        const { address } = visitorOf(request, server, deps)
        const read = deps.pitWall.acknowledge(car, address, Number(filled.call))
        if (read.ok) return redirect(`/dashboard/${id}/board`)
        if (read.problem !== 'overtaken') {
          return pageProblemAnswer(request, urls, 'store-unavailable')
        }
        const problem = deps.sessions.ofCar(car)?.call === null ? 'gone' : 'overtaken'
        const page = (live: ReturnType<typeof liveOf>) =>
          boardPage({ ...live, problem }, wordsFor(request))
        return opened(asked, '/board', page, 409)
      },
      { parse: 'none' },
    )
}
