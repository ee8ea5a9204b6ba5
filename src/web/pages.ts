import { Elysia } from 'elysia'
import { dashboardPage } from '../../views/pages/dashboard.tsx'
import { homePage } from '../../views/pages/home.tsx'
import { previewPage } from '../../views/pages/preview.tsx'
import { sessionPulse } from '../../views/session-pulse.ts'
import { cameOverHttps, type TrustedProxies } from '../sessions/client-address.ts'
import type { Clock } from '../sessions/clock.ts'
import type { Doorkeeper } from '../sessions/doorkeeper.ts'
import { DEFAULT_INTERVAL_MS, intervalFromHz } from '../sessions/interval.ts'
import type { Log } from '../sessions/log.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import { outlook } from '../strategy/outlook.ts'
import { htmlAnswer, redirect, textAnswer } from './answer.ts'
import type { LoadedAssets } from './assets.ts'
import { isLinkPreview } from './link-preview.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { serverUrl } from './server-url.ts'

export interface PagesDeps {
  readonly sessions: SessionManager
  readonly door: Doorkeeper
  readonly clock: Clock
  readonly log: Log
  readonly assets: LoadedAssets
  readonly bootId: string
  readonly trustedProxies: TrustedProxies
  /** BASE_URL, if it is set. */
  readonly baseUrl: string | null
  readonly version: string
  /** How this server is reached, best first. */
  readonly addresses: () => readonly string[]
  readonly demoUrl: () => string | null
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** A race week: nobody should have to look for the engineer's link again on race day. */
const ENGINEER_COOKIE_SECONDS = 7 * 24 * 3600

/** One per car, so that an engineer of two cars keeps both. */
function engineerCookie(id: string, key: string, isHttps: boolean): string {
  const name = `engineer-${id.slice(0, 8)}`
  const secure = isHttps ? '; Secure' : ''
  return `${name}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ENGINEER_COOKIE_SECONDS}${secure}`
}

export function pages(deps: PagesDeps) {
  const { urls } = deps.assets
  const notFound = (request: Request) => pageProblemAnswer(request, urls, 'nothing-here')
  const cameHttps = (request: Request, server: Pick<Bun.Server<unknown>, 'requestIP'> | null) => {
    const address = server?.requestIP(request)?.address ?? null
    return cameOverHttps(address, request.headers, deps.trustedProxies)
  }
  return new Elysia({ name: 'pages' })
    .onError({ as: 'global' }, ({ code, error, request }) => {
      if (code === 'NOT_FOUND') return notFound(request)
      deps.log.error('request failed', { code: String(code), error: String(error) })
      return pageProblemAnswer(request, urls, 'bug')
    })
    .get('/', ({ request, query, server }) => {
      const printed = UUID.exec(query.key ?? '')?.[0]
      // The existing monitor prints its server_url, key included, in front of the dashboard's path.
      if (printed !== undefined) return redirect(`/dashboard/${printed.toLowerCase()}`)
      const isHttps = cameHttps(request, server)
      return htmlAnswer(request, home(deps, request, isHttps))
    })
    .get('/open', ({ query, request }) => {
      const id = UUID.exec(query.session ?? '')?.[0]
      return id === undefined
        ? pageProblemAnswer(request, urls, 'no-session-in-link')
        : redirect(`/dashboard/${id.toLowerCase()}`)
    })
    .get('/engineer/:key', ({ params, request, server }) => {
      if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls))
      const id = deps.door.engineersSession(params.key)
      if (id === null) return notFound(request)
      const isHttps = cameHttps(request, server)
      return redirect(`/dashboard/${id}`, { 'set-cookie': engineerCookie(id, params.key, isHttps) })
    })
    .get('/dashboard/:id', ({ params, request, query }) => {
      if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls))
      const session = deps.sessions.get(params.id)
      if (session === null) return notFound(request)
      const intervalMs = intervalFromHz(query.hz) ?? DEFAULT_INTERVAL_MS
      const html = dashboardPage({
        assets: urls,
        wall: { session, outlook: outlook(session) },
        pulse: sessionPulse(session, deps.clock.nowMs(), deps.bootId),
        streamUrl: `/dashboard/${session.id}/stream?hz=${1000 / intervalMs}`,
        intervalMs,
      })
      return htmlAnswer(request, html)
    })
    .get('/*', ({ request }) => notFound(request))
    .all('/*', () => textAnswer('Expected GET or HEAD.\n', 405, { allow: 'GET, HEAD' }))
}

function home(deps: PagesDeps, request: Request, isHttps: boolean): string {
  const { baseUrl } = deps
  const addresses = deps.addresses()
  const askedUrl = `http${isHttps ? 's' : ''}://${request.headers.get('host')}`
  const config = {
    server_url: serverUrl({ baseUrl, askedUrl, addresses }),
    session_id: 'auto',
    update_rate_hz: 2,
    poll_interval: 0.01,
    target_process: 'Le Mans Ultimate',
  }
  return homePage({
    assets: deps.assets.urls,
    // Reached from outside, its own addresses lead nowhere and are nobody's business.
    server: { addresses: baseUrl === null ? addresses : [baseUrl], version: deps.version },
    demoUrl: deps.demoUrl(),
    monitorConfig: JSON.stringify(config, null, 2),
  })
}
