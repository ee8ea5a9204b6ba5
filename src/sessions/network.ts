/**
 * What one household or server can have as many addresses of as it likes, as one: an IPv6 address stands for its /64.
 * For limits, never for admission.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [bare = ''] = address.toLowerCase().split('%')
  const [head = '', tail] = bare.split('::')
  const groups = head.split(':')
  if (tail !== undefined) {
    const right = tail === '' ? [] : tail.split(':')
    const left = head === '' ? [] : groups
    const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    groups.splice(0, groups.length, ...left, ...zeros, ...right)
  }
  const prefix = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${prefix.join(':')}::/64`
}

export const isLoopback = (address: string): boolean =>
  address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)
