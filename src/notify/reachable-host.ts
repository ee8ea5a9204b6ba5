import { isIP } from 'node:net'
import type { Result } from '../race/result.ts'
import { isPublicAddress } from './public-address.ts'

export interface HostRules {
  /** Every address of a name. Rejects, or answers none, where there is none. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  /** Lower case: these may lead into the own network. */
  readonly privateHosts: ReadonlySet<string>
}

export interface Pinned {
  readonly address: string
  readonly family: 4 | 6
}

/**
 * The address to connect to. Every answer is checked, since whoever owns a name may mix them; and what was checked is what
 * is connected to, since he may answer otherwise the next time.
 */
export async function reachableHost(
  { hostname }: URL,
  { resolve, privateHosts }: HostRules,
): Promise<Result<Pinned, 'no-such-host' | 'private-address'>> {
  const host = hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase()
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host]
  const [address] = addresses
  const family = isIP(address ?? '')
  if (address === undefined || family === 0) return { ok: false, problem: 'no-such-host' }
  if (!privateHosts.has(host) && !addresses.every(isPublicAddress)) {
    return { ok: false, problem: 'private-address' }
  }
  return { ok: true, value: { address, family: family === 6 ? 6 : 4 } }
}
