import { cameOverHttps, clientAddress, type TrustedProxies } from '../sessions/client-address.ts'
import { serverUrl } from './server-url.ts'

/** Who is before a page, as far as a request tells. */
export interface Visitor {
  readonly address: string
  readonly isHttps: boolean
  /** How links to this server begin that work for others too. */
  readonly url: string
}

export interface VisitorDeps {
  readonly trustedProxies: TrustedProxies
  /** BASE_URL, if it is set. */
  readonly baseUrl: string | null
  /** How this server is reached, best first. */
  readonly addresses: () => readonly string[]
}

export type ServerOfRequest = Pick<Bun.Server<unknown>, 'requestIP'> | null

export function visitorOf(request: Request, server: ServerOfRequest, deps: VisitorDeps): Visitor {
  const socketAddress = server?.requestIP(request)?.address ?? null
  const { headers } = request
  const isHttps = cameOverHttps(socketAddress, headers, deps.trustedProxies)
  const askedUrl = `http${isHttps ? 's' : ''}://${headers.get('host')}`
  const { baseUrl } = deps
  return {
    address: clientAddress(socketAddress, headers, deps.trustedProxies),
    isHttps,
    url: serverUrl({ baseUrl, askedUrl, addresses: deps.addresses() }),
  }
}
