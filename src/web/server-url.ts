const LOOPBACK = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])\.?(:\d+)?$/i

export interface WaysIn {
  /** BASE_URL, if it is set. */
  readonly baseUrl: string | null
  /** As the browser has reached this server. */
  readonly askedUrl: string
  /** This computer's own, best first. */
  readonly addresses: readonly string[]
}

/**
 * Where a monitor on another computer finds this server. What the browser asked is known to work, while an own address
 * may be that of a container; but "localhost" works on this computer only.
 */
export function serverUrl({ baseUrl, askedUrl, addresses }: WaysIn): string {
  if (baseUrl !== null) return baseUrl
  if (!LOOPBACK.test(askedUrl)) return askedUrl
  return addresses.find((address) => !LOOPBACK.test(address)) ?? askedUrl
}
