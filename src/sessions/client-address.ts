import { BlockList, isIP } from 'node:net'

/** Where a proxy says who its client is: in the list that each on the way adds to, or as Fly's does. */
export type AddressHeader = 'x-forwarded-for' | 'fly-client-ip'

/** Whose word about a client counts, and which. */
export interface TrustedProxies {
  readonly list: BlockList
  /** The only header that is read: a proxy passes on any other as the client wrote it. */
  readonly addressHeader: AddressHeader
}

/** "10.0.0.1", "10.0.0.0/8", "::1". */
export function trustedProxies(
  entries: readonly string[],
  addressHeader: AddressHeader = 'x-forwarded-for',
): TrustedProxies {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return { list, addressHeader }
}

/** "::ffff:192.168.1.5" is the IPv4 address of a client that came over a socket for both families. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Some proxies write the port too: "192.0.2.7:5123", "[2001:db8::7]:5123". */
const withoutPort = (hop: string) =>
  plain(hop.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1'))

function isTrusted(address: string, trusted: TrustedProxies): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * Where a request really comes from: its socket, or, when that is a trusted proxy, the nearest address in the proxies'
 * header that is not one of them. Anybody can write that header, so nobody else's counts.
 */
export function clientAddress(
  socketAddress: string | null,
  headers: Headers,
  trusted: TrustedProxies,
): string {
  const peer = plain(socketAddress ?? 'unknown')
  if (!isTrusted(peer, trusted)) return peer
  const hops = (headers.get(trusted.addressHeader) ?? '').split(',')
  const nearest = hops
    .map((hop) => withoutPort(hop.trim()))
    .findLast((hop) => !isTrusted(hop, trusted))
  // What stands left of a hop that nobody can read was written by the client itself.
  return nearest !== undefined && isIP(nearest) !== 0 ? nearest : peer
}

/** Whether the client came over https: a trusted proxy has to say so, since this server itself speaks http. */
export function cameOverHttps(
  socketAddress: string | null,
  headers: Headers,
  trusted: TrustedProxies,
): boolean {
  const proto = headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim()
  return proto === 'https' && isTrusted(plain(socketAddress ?? ''), trusted)
}
