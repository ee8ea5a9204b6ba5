import { Elysia } from 'elysia'
import { isCrossOriginReader } from './cross-origin.ts'
import { privateHeaders } from './headers.ts'
import { type AllowedHosts, isAllowedHost } from './host-guard.ts'

export interface FrontDoorDeps {
  readonly allowedHosts: AllowedHosts
  readonly corsOrigins: readonly string[]
}

const misdirected =
  'This server does not answer to that host name. If it should, start it with BASE_URL or ALLOWED_HOSTS set.\n'

/** What every request passes, whoever answers it: stages that know nothing of the web, the framework's errors. */
export function frontDoor({ allowedHosts, corsOrigins }: FrontDoorDeps) {
  return new Elysia({ name: 'front-door' }).onRequest(({ request, set }) => {
    Object.assign(set.headers, privateHeaders)
    if (!isAllowedHost(request.headers.get('host'), allowedHosts)) {
      const headers = { 'content-type': 'text/plain; charset=utf-8' }
      return new Response(misdirected, { status: 421, headers })
    }
    const page = request.headers.get('origin')
    if (page === null || !isCrossOriginReader(page, request.url, corsOrigins)) return
    set.headers['access-control-allow-origin'] = page
    set.headers.vary = 'origin'
  })
}
