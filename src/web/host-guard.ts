import { isIP } from 'node:net'
import { Elysia } from 'elysia'
import { privateHeaders } from './headers.ts'

/** Host names, without ports, that this server answers to besides IP addresses, localhost and *.local. */
export type AllowedHosts = ReadonlySet<string>

/**
 * Whether a request may be meant for this server. Names that anybody can point at a computer in the LAN are refused
 * (DNS rebinding); an address or a name of the local network cannot be pointed elsewhere.
 */
export function isAllowedHost(host: string | null, allowed: AllowedHosts): boolean {
  if (host === null) return false
  const name = host.toLowerCase().replace(/:\d*$/, '')
  if (isIP(name) === 4 || (/^\[.*\]$/.test(name) && isIP(name.slice(1, -1)) === 6)) return true
  const bare = name.replace(/\.$/, '')
  return bare === 'localhost' || bare.endsWith('.local') || allowed.has(bare)
}

const text =
  'This server does not answer to that host name. If it should, start it with BASE_URL or ALLOWED_HOSTS set.\n'

export function hostGuard(allowed: AllowedHosts) {
  return new Elysia({ name: 'host-guard' }).onRequest(({ request }) => {
    if (isAllowedHost(request.headers.get('host'), allowed)) return
    return new Response(text, { status: 421, headers: privateHeaders })
  })
}
