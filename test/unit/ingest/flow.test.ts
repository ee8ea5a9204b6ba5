import { expect, test } from 'bun:test'
import { Flow } from '../../../src/ingest/flow.ts'
import { TestClock } from '../../fixtures/clock.ts'

function speaking() {
  const clock = new TestClock()
  const flow = new Flow(clock)
  const say = (count: number) => Array.from({ length: count }, () => flow.nextMessage())
  return { clock, flow, say }
}

test('two seconds of frames may come at once after a stall', () => {
  const { say } = speaking()
  expect(say(40)).toEqual(Array(40).fill('ok'))
  expect(say(1)).toEqual(['dropped'])
})

test('ten seconds of excess are enough, counted from the first message that was dropped', () => {
  const { clock, say } = speaking()
  say(41)
  for (let second = 1; second <= 9; second++) {
    clock.advance(1_000)
    expect(say(25).at(-1)).toBe('dropped')
  }
  clock.advance(999)
  expect(say(25)).not.toContain('exceeded')
  clock.advance(1)
  expect(say(25).at(-1)).toBe('exceeded')
})

test('after two seconds without excess the ten begin anew', () => {
  const { clock, say } = speaking()
  say(41)
  clock.advance(9_000)
  say(200)
  clock.advance(2_001)
  expect(say(60).at(-1)).toBe('dropped')
})

const KB = 1024

test('a setup, and frames of 3 KB twenty times a second, never come near the limit of bytes', () => {
  const { clock, flow } = speaking()
  expect(flow.nextBytes(900 * KB)).toBe('ok')
  for (let frame = 0; frame < 200; frame++) {
    expect(flow.nextBytes(3 * KB)).toBe('ok')
    clock.advance(50)
  }
})

test('what is large comes once, and for ten seconds at the most', () => {
  const { clock, flow } = speaking()
  expect([900, 900].map((size) => flow.nextBytes(size * KB))).toEqual(['ok', 'dropped'])
  clock.advance(4_000)
  expect([900, 900].map((size) => flow.nextBytes(size * KB))).toEqual(['ok', 'dropped'])
  for (let second = 0; second < 10; second++) {
    clock.advance(1_000)
    for (let message = 0; message < 4; message++) flow.nextBytes(900 * KB)
  }
  expect(flow.nextBytes(900 * KB)).toBe('exceeded')
})
