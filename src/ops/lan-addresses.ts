import { networkInterfaces } from 'node:os'

/** This computer's addresses in the local network, IPv4 first: they are what people can type. */
export function lanAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const outside = all.filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
  const ipv4 = outside.filter(({ family }) => family === 'IPv4').map(({ address }) => address)
  const ipv6 = outside
    .filter(({ family }) => family === 'IPv6')
    .map(({ address }) => `[${address}]`)
  return [...ipv4, ...ipv6]
}
