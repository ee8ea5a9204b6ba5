import { Elysia } from 'elysia'
import { homePage } from '../../views/pages/home.tsx'
import type { Doorkeeper } from '../sessions/doorkeeper.ts'
import { htmlAnswer, redirect } from './answer.ts'
import type { LoadedAssets } from './assets.ts'
import { monitorConfig } from './monitor-config.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { wordsFor } from './reading.ts'
import { type VisitorDeps, visitorOf } from './visitor.ts'

export interface HomeDeps extends VisitorDeps {
  readonly door: Doorkeeper
  readonly assets: LoadedAssets
  readonly version: string
  readonly demoUrl: () => string | null
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** The id in what somebody has pasted; null: none. */
export const idIn = (text: string | undefined): string | null =>
  UUID.exec(text ?? '')?.[0].toLowerCase() ?? null

/** The start page, and the ways from there to a dashboard. */
export function homeRoutes(deps: HomeDeps) {
  const { urls } = deps.assets
  return new Elysia({ name: 'home' })
    .get('/', ({ request, query, server }) => {
      const visitor = visitorOf(request, server, deps)
      // The existing monitor prints its server_url, key included, in front of the dashboard's path.
      const [key = ''] = (query.key ?? '').split('/')
      const seen = deps.door.seenInBrowser(key, visitor.address)
      const id = seen?.id ?? idIn(query.key)
      if (id !== null) return redirect(`/dashboard/${id}`)
      const { baseUrl } = deps
      const html = homePage(
        {
          assets: urls,
          // Reached from outside, its own addresses lead nowhere and are nobody's business.
          server: {
            addresses: baseUrl === null ? deps.addresses() : [baseUrl],
            version: deps.version,
          },
          demoUrl: deps.demoUrl(),
          monitorConfig: monitorConfig(visitor.url),
          once: crypto.randomUUID(),
        },
        wordsFor(request),
      )
      return htmlAnswer(request, html)
    })
    .get('/open', ({ query, request }) => {
      const id = idIn(query.session)
      return id === null
        ? pageProblemAnswer(request, urls, 'no-session-in-link')
        : redirect(`/dashboard/${id}`)
    })
}
