import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { limits } from '../../../src/wire/limits.ts'
import { weighed } from '../../../src/wire/weight.ts'
import { existingMonitorFrame, typedFrame } from '../../fixtures/frames.ts'
import { garageSetup } from '../../fixtures/garage-setup.ts'

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce((inner) => ({ inner }), 0)

describe('what monitors send today', () => {
  test('a frame is far below its limit', () => {
    expect(weighed(existingMonitorFrame(), limits.frame)).toBe('ok')
    expect(weighed(typedFrame(), { maxBytes: 4096, maxDepth: 2 })).toBe('ok')
  })

  test("the game's garage fits a setup's limit but not a frame's", () => {
    expect(weighed(garageSetup(), limits.setup)).toBe('ok')
    expect(weighed(garageSetup(), { ...limits.frame, maxDepth: 3 })).toBe('too-deep')
  })
})

describe('depth', () => {
  test('counts objects inside each other', () => {
    expect(weighed(nested(6), limits.frame)).toBe('ok')
    expect(weighed(nested(7), limits.frame)).toBe('too-deep')
  })

  test('of a hundred thousand brackets does not overflow anything', () => {
    const hostile = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    expect(weighed(hostile, limits.setup)).toBe('too-deep')
  })

  test('of a value inside itself ends', () => {
    const loop: Record<string, unknown> = {}
    loop.loop = loop
    expect(weighed(loop, limits.setup)).toBe('too-deep')
  })
})

describe('size', () => {
  test('is counted in bytes, not in characters', () => {
    expect(weighed('🏁'.repeat(10), { maxBytes: 42, maxDepth: 1 })).toBe('ok')
    expect(weighed('🏁'.repeat(10), { maxBytes: 41, maxDepth: 1 })).toBe('too-big')
  })

  test('counts keys as well as values', () => {
    expect(weighed({ ['k'.repeat(70_000)]: 1 }, limits.frame)).toBe('too-big')
  })

  test('of a frame just above 64 KB is too big', () => {
    expect(weighed({ ext: 'x'.repeat(64 * 1024 - 20) }, limits.frame)).toBe('ok')
    expect(weighed({ ext: 'x'.repeat(64 * 1024) }, limits.frame)).toBe('too-big')
  })

  test('of bytes beside the JSON is that of the list they would become', () => {
    expect(weighed({ blob: new Uint8Array(20_000) }, limits.frame)).toBe('too-big')
    expect(weighed({ blob: new Uint8Array(2_000) }, limits.frame)).toBe('ok')
  })

  test('is given up at the first excess', () => {
    const wide = Array.from({ length: 100_000 }, () => ({}))
    const neverReached = () => {
      throw new Error('weighed far beyond the limit')
    }
    Object.defineProperty(wide, wide.length - 1, { get: neverReached, enumerable: true })
    expect(weighed(wide, limits.frame)).toBe('too-big')
  })
})

describe('a setup in hundreds of thousands of pieces', () => {
  const asLists = JSON.parse(`[${'[],'.repeat(170_000)}[]]`)
  const asKeys = Object.fromEntries(Array.from({ length: 40_000 }, (_, key) => [key, 1]))

  test.each([
    ['lists', asLists],
    ['keys', asKeys],
    ['lists of lists', Array.from({ length: 150 }, () => Array.from({ length: 150 }, () => []))],
  ])('is too big, however few its bytes: %s', (_, tree) => {
    expect(weighed(tree, limits.setup)).toBe('too-big')
  })

  test('is given up before a single piece of a list is looked at', () => {
    const neverReached = () => {
      throw new Error('looked at a list that is too long')
    }
    const list = new Proxy([...asLists], {
      get: (target, key) => (key === 'length' ? target.length : neverReached()),
    })
    expect(weighed(list, limits.setup)).toBe('too-big')
  })

  test('is not what the game sends', () => {
    expect(
      weighed(
        Array.from({ length: 19_000 }, () => 0),
        limits.setup,
      ),
    ).toBe('ok')
  })
})

test('what fits as JSON is let in, and nothing by more than its escapes', () => {
  /** `\\u0000` is the longest way to write one byte. */
  const longestEscape = 6
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 200 }), (value, maxBytes) => {
      const bytes = Buffer.byteLength(JSON.stringify(value))
      const weight = weighed(value, { maxBytes, maxDepth: 1000 })
      if (bytes <= maxBytes) expect(weight).toBe('ok')
      if (bytes > maxBytes * longestEscape) expect(weight).toBe('too-big')
    }),
  )
})

test('nothing makes it throw', () => {
  fc.assert(fc.property(fc.anything(), (value) => void weighed(value, limits.frame)))
})
