import { expect, test } from 'bun:test'
import { ConnectionLimit } from '../../../src/ingest/connection-limit.ts'

const opened = (limit: ConnectionLimit, count: number, address: string) =>
  Array.from({ length: count }, () => limit.opened(address))

test('one house has room for its team, and leaves room for all others', () => {
  const limit = new ConnectionLimit()
  const [first] = opened(limit, 32, '192.0.2.1')
  expect(limit.hasRoomFor('192.0.2.1')).toBe(false)
  expect(limit.hasRoomFor('192.0.2.2')).toBe(true)
  first?.()
  first?.()
  expect(limit.hasRoomFor('192.0.2.1')).toBe(true)
  limit.opened('192.0.2.1')
  expect(limit.hasRoomFor('192.0.2.1')).toBe(false)
})

test('a house with more IPv6 addresses than there are cars is still one house', () => {
  const limit = new ConnectionLimit()
  for (let pc = 0; pc < 32; pc++) limit.opened(`2001:db8:0:7::${pc}`)
  expect(limit.hasRoomFor('2001:db8:0:7:ffff::1')).toBe(false)
  expect(limit.hasRoomFor('2001:db8:0:8::1')).toBe(true)
})

test('this computer may fill the server alone, and then nobody is let in', () => {
  const limit = new ConnectionLimit()
  opened(limit, 4_999, '127.0.0.1')
  expect(limit.hasRoomFor('127.0.0.1')).toBe(true)
  limit.opened('::1')
  for (const address of ['127.0.0.1', '192.0.2.1']) expect(limit.hasRoomFor(address)).toBe(false)
})
