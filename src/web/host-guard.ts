import { isIP } from 'node:net'

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
