import { Elysia } from 'elysia'
import { textAnswer } from './answer.ts'
import type { LoadedAssets } from './assets.ts'
import { isCrossOriginReader } from './cross-origin.ts'
import { isSmallForm } from './form.ts'
import { privateHeaders } from './headers.ts'
import { type AllowedHosts, isAllowedHost } from './host-guard.ts'
import { type PageProblem, pageProblemAnswer } from './problem-answer.ts'
import { isFromOurPages } from './same-origin.ts'

export interface FrontDoorDeps {
  readonly allowedHosts: AllowedHosts
  readonly corsOrigins: readonly string[]
  /** BASE_URL, if it is set. */
  readonly baseUrl: string | null
  readonly assets: LoadedAssets
}

const misdirected =
  'This server does not answer to that host name. If it should, start it with BASE_URL or ALLOWED_HOSTS set.\n'

/** Monitors post there, and no browser: it has an admission of its own. */
const MONITORS_PATH = '/socket.io/'

/** What every request passes, whoever answers it: stages that know nothing of the web, the framework's errors. */
export function frontDoor({ allowedHosts, corsOrigins, baseUrl, assets }: FrontDoorDeps) {
  const refused = (request: Request, problem: PageProblem) =>
    pageProblemAnswer(request, assets.urls, problem)
  return new Elysia({ name: 'front-door' }).onRequest(({ request, set }) => {
    Object.assign(set.headers, privateHeaders)
    const { headers } = request
    if (!isAllowedHost(headers.get('host'), allowedHosts)) return textAnswer(misdirected, 421)
    if (request.method === 'POST' && new URL(request.url).pathname !== MONITORS_PATH) {
      if (!isFromOurPages(headers, baseUrl)) return refused(request, 'cross-site')
      if (!isSmallForm(headers)) return refused(request, 'not-a-form')
    }
    const page = headers.get('origin')
    if (page === null || !isCrossOriginReader(page, request.url, corsOrigins)) return
    set.headers['access-control-allow-origin'] = page
    set.headers.vary = 'origin'
  })
}
