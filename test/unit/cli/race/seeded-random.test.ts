import { describe, expect, test } from 'bun:test'
import { seededRandom } from '../../../../src/cli/race/seeded-random.ts'

const indexes = Array.from({ length: 5000 }, (_, i) => i)

describe('seeded chance', () => {
  test('gives the same answer to the same question, in whatever order it is asked', () => {
    const [one, other] = [seededRandom(7), seededRandom(7)]
    const forwards = indexes.map((i) => one.unit('pace', i))
    const backwards = indexes.toReversed().map((i) => other.unit('pace', i))
    expect(backwards.toReversed()).toEqual(forwards)
  })

  test('differs between seeds and between streams', () => {
    expect(seededRandom(1).unit('pace', 3)).not.toBe(seededRandom(2).unit('pace', 3))
    expect(seededRandom(1).unit('pace', 3)).not.toBe(seededRandom(1).unit('fuel', 3))
  })

  test('spreads evenly, and the bell is centred with a deviation of about 1', () => {
    const random = seededRandom(3)
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length
    const even = indexes.map((i) => random.unit('even', i))
    expect(mean(even)).toBeCloseTo(0.5, 1)
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...even)).toBeLessThan(1)
    const bells = indexes.map((i) => random.bell('bell', i))
    expect(Math.abs(mean(bells))).toBeLessThan(0.05)
    expect(Math.sqrt(mean(bells.map((b) => b * b)))).toBeCloseTo(1, 1)
    expect(Math.max(...bells.map(Math.abs))).toBeLessThanOrEqual(2.5)
  })

  test('drifts without a jump', () => {
    const random = seededRandom(3)
    for (let at = 0; at < 20; at += 0.01) {
      expect(Math.abs(random.drift('air', at + 0.01) - random.drift('air', at))).toBeLessThan(0.05)
    }
  })
})
