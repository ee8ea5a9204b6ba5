import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { packedFrames, unpackedFrames } from '../../../src/store/frame-block.ts'
import type { LoggedFrame } from '../../../src/store/frame-log.ts'
import { existingMonitorFrame } from '../../fixtures/frames.ts'
import { garageSetup } from '../../fixtures/garage-setup.ts'
import { hostileStrings } from '../../fixtures/hostile-strings.ts'

const frames = (...bodies: readonly unknown[]): readonly LoggedFrame[] =>
  bodies.map((body, i) => ({ kind: 'frame', atMs: 1_781_359_531_000.25 + 500 * i, body }))

/** To the last bit and the last key, in its order. */
function comesBack(packed: readonly LoggedFrame[]): void {
  const back = unpackedFrames(packedFrames(packed))
  expect(JSON.stringify(back)).toBe(JSON.stringify(packed))
}

test('frames of one monitor come back as they came', () => {
  const one = existingMonitorFrame()
  comesBack(frames(one, { ...one, fuel: 0.1 + 0.2 }, { ...one, fuel: 57.31, lap: null }, one))
})

test('a setup between the frames comes back in its place', () => {
  const [a, b] = frames({ fuel: 1 }, { fuel: 2 })
  comesBack([a!, { kind: 'setup', atMs: 3, body: garageSetup() }, b!])
})

test('two monitors with other keys, or the same in another order, are not mixed up', () => {
  comesBack(frames({ a: 1, b: 2 }, { b: 3, a: 4 }, { a: 5 }, { a: { b: 6 } }, { a: 7, b: 8 }))
})

test('what is no object is kept too', () => {
  comesBack(frames(null, 'text', 3, [1, { a: 2 }], {}, { a: {}, b: [] }, true))
})

test('times in every spelling come back as they were spelled', () => {
  const spelled = ['2026-06-13T14:05:31.000Z', '2026-06-13T14:05:31Z', '2026-06-13T14:05:31.123456']
  comesBack(frames(...spelled.map((timestamp) => ({ timestamp }))))
  comesBack(frames({ t: '2026-06-13T14:05:31.000Z' }, { t: '2026-06-13T14:05:31.520Z' }))
})

test.each(Object.entries(hostileStrings))('keys and values may be anything: %s', (_what, text) => {
  comesBack(frames(JSON.parse(JSON.stringify({ [text]: text, in: { [text]: [text] } })), { a: 1 }))
})

test('keys that mean something to JavaScript are only keys', () => {
  comesBack(frames(JSON.parse('{"__proto__":{"polluted":1},"constructor":2,"toJSON":3,"1":4}')))
  expect('polluted' in {}).toBe(false)
})

test('whatever JSON can say comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 20 }), (bodies) => {
      // As it arrives: through JSON, which knows no -0.
      comesBack(frames(...(JSON.parse(JSON.stringify(bodies)) as unknown[])))
    }),
  )
})

test('whatever numbers a sensor gives come back to the last bit', () => {
  const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.float()))
  fc.assert(
    fc.property(numbers, (values) => {
      comesBack(frames(...values.filter(Number.isFinite).map((fuel) => ({ fuel: fuel + 0 }))))
    }),
  )
})

test('bytes that are no block are refused', () => {
  expect(() => unpackedFrames(new Uint8Array([1, 2, 3]))).toThrow()
  expect(() => unpackedFrames(Bun.zstdCompressSync('{"frames":[]}'))).toThrow()
})
