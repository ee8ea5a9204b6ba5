import { describe, expect, test } from 'bun:test'
import { comingIn } from '../../../src/strategy/stop/coming-in.ts'
import { type PitGround, pitOutlook } from '../../../src/strategy/stop/pit-outlook.ts'
import { pitWindow } from '../../../src/strategy/stop/pit-window.ts'

/** On lap 12, 30 % of it done, with the pit entry at 95 %: the golden case, in a race of one stop more. */
const ground = (known: Partial<PitGround> = {}): PitGround => ({
  ...{ lapsLeft: 8.4, part: 0.3, pitEntryRatio: 0.95, marginLaps: 0.3, reserveLaps: 0.3 },
  ...{ lap: 12, lapsToFlag: 34.7, stopsLeft: 1, fillLaps: 30, isInPits: false, call: null },
  ...known,
})

const call = (when: 'this-lap' | 'in-laps', lap: number, inLaps: number | null = null) =>
  ({ when, inLaps, lap }) as const

describe('the pit window', () => {
  test('closes with the last safe lap, and opens where one fill reaches the flag', () => {
    // by hand: box in 7 from lap 12: 12 + 7 = 19. To the flag 34.7 + 0.3 = 35 crossings; a fill of 30 less the reserve is
    // 29.7: with the stop at crossing 6 there are 29 left, with that at 5 there are 30. Crossing 6 ends lap 17.
    expect(pitWindow(ground())).toEqual({ opensLap: 17, closesLap: 19 })
  })

  test('opens at once where the stops that are left carry further than the flag', () => {
    // by hand: two stops: 29.7 + ⌊30 − 0.3⌋ = 58.7 laps, more than the 35 crossings.
    expect(pitWindow(ground({ stopsLeft: 2 }))).toEqual({ opensLap: 12, closesLap: 19 })
  })

  test('is open where the flag or the fill is not known', () => {
    expect(pitWindow(ground({ lapsToFlag: null })).opensLap).toBe(12)
    expect(pitWindow(ground({ fillLaps: null })).opensLap).toBe(12)
  })

  test('begins with the next lap once the entry is behind the car', () => {
    // by hand: p = 0.97, d = 0.98: ⌊3 − 0.3 − 0.98⌋ = ⌊1.72⌋ = 1. The next chance is lap 13, one may be let go by: 14.
    const past = ground({ part: 0.97, lapsLeft: 3, lapsToFlag: null })
    expect(pitWindow(past)).toEqual({ opensLap: 13, closesLap: 14 })
  })
})

describe('the next time in', () => {
  test('is as late as is safe, and the outlook says when that is', () => {
    // by hand: from 0.30 of lap 12 to 0.95 of lap 19 are 7 + 0.65 = 7.65 laps; × 95 s = 726.75 s.
    const pit = pitOutlook(ground(), 95_000)
    expect(pit.comingIn).toEqual({ basis: 'limit', lap: 19, crossings: 8 })
    expect(pit.lastSafeLap).toBe(19)
    expect(pit.inMs).toBeCloseTo(726_750, 6)
  })

  test('is as the engineer has called it', () => {
    // by hand: called on lap 12 for in 2 laps: lap 14, now on lap 13 the second crossing from here.
    const called = ground({ lap: 13, call: call('in-laps', 12, 2) })
    expect(comingIn(called)).toEqual({ basis: 'call', lap: 14, crossings: 2 })
    // Called for this lap, and driven past the entry: the next one.
    const missed = ground({ part: 0.97, call: call('this-lap', 12) })
    expect(comingIn(missed)).toEqual({ basis: 'call', lap: 13, crossings: 2 })
  })

  test('is now in the pits, before the line or behind it', () => {
    // by hand: at 97 % of lap 12 the stop ends lap 12; at 2 % of it the one that has ended was lap 11.
    expect(comingIn(ground({ isInPits: true, part: 0.97 }))).toEqual({
      ...{ basis: 'in-pits', lap: 12, crossings: 1 },
    })
    expect(comingIn(ground({ isInPits: true, part: 0.02 }))).toEqual({
      ...{ basis: 'in-pits', lap: 11, crossings: 0 },
    })
  })

  test('is none where no stop is needed and none called', () => {
    const enough = ground({ lapsLeft: 40 })
    expect(pitOutlook(enough, 95_000)).toMatchObject({ comingIn: null, window: null, inMs: null })
    const called = pitOutlook({ ...enough, call: call('this-lap', 12) }, 95_000)
    expect(called.comingIn).toMatchObject({ basis: 'call', lap: 12 })
    // by hand: 0.95 − 0.30 = 0.65 laps of 95 s = 61.75 s.
    expect(called.inMs).toBeCloseTo(61_750, 6)
  })

  test('names no last safe lap where none is', () => {
    const stranded = pitOutlook(ground({ lapsLeft: 0.4 }), 95_000)
    expect(stranded).toMatchObject({ verdict: { kind: 'cannot-reach' }, lastSafeLap: null })
  })
})
