import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { type WalkGround, walkToFlag } from '../../../src/strategy/finish/stop-walk.ts'

const ALLOWED = 1e-9

/** race.md to the letter: S = 0, 1, 2 … until the level reaches, then once more with the last fill's shorter refuel. */
function toTheLetter(flagMs: number, ground: WalkGround) {
  const { lapMs: L, part: p, marginLaps: m, reserveLaps, stopLossMs: D, refuelMs } = ground
  const [lapsLeft, fill] = [ground.lapsLeft!, ground.fillLaps!]
  const K = Math.max(1, Math.floor(fill - m + ALLOWED))
  const c0 = Math.max(1, Math.floor(lapsLeft - m + p + ALLOWED))
  for (let S = 0; S < 3000; S++) {
    const last = S === 0 ? 0 : c0 + (S - 1) * K
    const J = (spareMs: number) => {
      const crossings = Math.ceil((flagMs - S * D + spareMs) / L + p - ALLOWED)
      return Math.max(1, crossings, S === 0 ? 1 : last + 1)
    }
    const needed = S === 0 ? J(0) - p + reserveLaps : J(0) - last + reserveLaps
    const has = S === 0 ? lapsLeft : fill
    if (has < needed - ALLOWED) continue
    if (S === 0) return { crossings: J(0), stops: 0 }
    const again = J((1 - needed / fill) * refuelMs)
    const fits = fill >= again - last + reserveLaps - ALLOWED
    return { crossings: fits ? again : J(0), stops: S }
  }
  return null
}

const laps = fc.double({ min: 2, max: 60, noNaN: true })
const grounds = fc.record({
  lapMs: fc.integer({ min: 60_000, max: 240_000 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  lapsLeft: laps,
  fillLaps: laps,
  marginLaps: fc.double({ min: 0, max: 1, noNaN: true }),
  reserveLaps: fc.double({ min: 0, max: 1, noNaN: true }),
  stopLossMs: fc.integer({ min: 20_000, max: 120_000 }),
  refuelMs: fc.integer({ min: 0, max: 20_000 }),
})
const flags = fc.integer({ min: 0, max: 86_400_000 })

test('the stops that are counted are those of trying one after the other', () => {
  fc.assert(
    fc.property(flags, grounds, (flagMs, ground) => {
      const { crossings, stops } = walkToFlag(flagMs, ground)
      expect({ crossings, stops }).toEqual(toTheLetter(flagMs, ground)!)
    }),
    { numRuns: 300 },
  )
})

test('more in the car is never a stop more', () => {
  fc.assert(
    fc.property(flags, grounds, laps, (flagMs, ground, more) => {
      const fuller = { ...ground, lapsLeft: ground.lapsLeft + more }
      expect(walkToFlag(flagMs, fuller).stops).toBeLessThanOrEqual(walkToFlag(flagMs, ground).stops)
    }),
    { numRuns: 100 },
  )
})
