import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one of the open internet: no loopback, no home network, no cloud's own services, and none of
 * the ranges that lead to those by another name (mapped, 6to4, Teredo, NAT64).
 */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
