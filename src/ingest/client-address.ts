import { BlockList, isIP } from 'node:net'

/** "10.0.0.1", "10.0.0.0/8", "::1": whose word about the client's address counts. */
export type TrustedProxies = BlockList

export function trustedProxies(entries: readonly string[]): TrustedProxies {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}

/** "::ffff:192.168.1.5" is the IPv4 address of a client that came over a socket for both families. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * Where a request really comes from: its socket, or, when that is a trusted proxy, the nearest address in the
 * proxies' headers that is not one of them. Anybody can write these headers, so nobody else's count.
 */
export function clientAddress(
  socketAddress: string | null,
  headers: Headers,
  trusted: TrustedProxies,
): string {
  const peer = plain(socketAddress ?? 'unknown')
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  if (!isTrusted(peer)) return peer
  const fly = plain(headers.get('fly-client-ip')?.trim() ?? '')
  if (isIP(fly) !== 0) return fly
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()))
  return hops.reverse().find((hop) => isIP(hop) !== 0 && !isTrusted(hop)) ?? peer
}
