import { expect, test } from 'bun:test'
import { CreationLimit } from '../../../src/sessions/creation-limit.ts'
import { intervalFromHz } from '../../../src/sessions/interval.ts'
import { RateLimit } from '../../../src/sessions/rate-limit.ts'
import { TestClock } from '../../fixtures/clock.ts'

test('a rate allows its burst at once, then so many a second', () => {
  const limit = new RateLimit(2, 3, 0)
  expect([0, 0, 0, 0].map((atMs) => limit.take(atMs))).toEqual([true, true, true, false])
  expect([400, 500, 501].map((atMs) => limit.take(atMs))).toEqual([false, true, false])
  expect([60_000, 60_000, 60_000, 60_000].map((atMs) => limit.take(atMs))).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test('a team may begin its monitors at once; a program gone wild is stopped, and forgiven slowly', () => {
  const clock = new TestClock()
  const limit = new CreationLimit(clock)
  const begun = Array.from({ length: 60 }, () => limit.take('192.0.2.1', 0))
  expect(begun.filter(Boolean)).toHaveLength(50)
  expect(limit.take('192.0.2.2', 0)).toBe(true)
  clock.advance(4_999)
  expect(limit.take('192.0.2.1', 0)).toBe(false)
  clock.advance(1)
  expect(limit.take('192.0.2.1', 0)).toBe(true)
})

test('a full server begins no session for anybody', () => {
  const limit = new CreationLimit(new TestClock())
  expect(limit.take('192.0.2.1', 19_999)).toBe(true)
  expect(limit.take('192.0.2.1', 20_000)).toBe(false)
})

test('addresses that have not begun anything for long are forgotten, busy ones are not', () => {
  const clock = new TestClock()
  const limit = new CreationLimit(clock)
  while (limit.take('192.0.2.1', 0));
  for (let other = 0; other < 10_000; other++) limit.take(`2001:db8:${other}::1`, 0)
  expect(limit.take('192.0.2.1', 0)).toBe(false)
  clock.advance(5_000)
  expect(limit.take('192.0.2.99', 0)).toBe(true)
  expect([limit.take('192.0.2.1', 0), limit.take('192.0.2.1', 0)]).toEqual([true, false])
})

test.each([
  [undefined, 500],
  ['2', 500],
  ['10', 100],
  ['0.2', 5_000],
  [' 1 ', 1_000],
  ['5', 200],
  ['0.5', 2_000],
  ['9.99', 200],
  ['4.9', 500],
  ['3', 500],
  ['1.7', 1_000],
  ['0.99', 2_000],
  ['0.21', 5_000],
  ['', null],
  ['0.19', null],
  ['10.1', null],
  ['two', null],
  ['NaN', null],
])('%j updates a second are one every %j ms', (hz, intervalMs) => {
  expect(intervalFromHz(hz)).toBe(intervalMs)
})
