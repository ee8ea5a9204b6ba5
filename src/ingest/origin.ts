import { cameOverHttps, clientAddress, type TrustedProxies } from '../sessions/client-address.ts'
import type { Origin } from './link.ts'

export interface OriginSettings {
  readonly trustedProxies: TrustedProxies
  /** BASE_URL, if it is set. */
  readonly baseUrl: string | null
  /** First LAN address of this server, for clients that name no host. */
  readonly fallbackUrl: string
}

/** What a request says about who opens a connection with it. */
export function originOf(
  request: Request,
  socketAddress: string | null,
  key: string | null,
  settings: OriginSettings,
): Origin {
  const host = request.headers.get('host')
  const { headers } = request
  const isHttps = cameOverHttps(socketAddress, headers, settings.trustedProxies)
  return {
    address: clientAddress(socketAddress, headers, settings.trustedProxies),
    key,
    isBrowser: request.headers.has('origin'),
    baseUrl:
      settings.baseUrl ?? (host ? `http${isHttps ? 's' : ''}://${host}` : settings.fallbackUrl),
  }
}
