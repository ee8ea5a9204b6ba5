import { describe, expect, test } from 'bun:test'
import { defaultInputs } from '../../../src/race/inputs/default-inputs.ts'
import type { Lap } from '../../../src/race/lap.ts'
import type { Stop } from '../../../src/race/stop.ts'
import { stopLosses } from '../../../src/strategy/stop/stop-losses.ts'
import { stopTime } from '../../../src/strategy/stop/stop-time.ts'
import { aLap } from '../../fixtures/raced-session.ts'

describe('what a stop takes', () => {
  const constants = defaultInputs.stop

  test('is refuelling, tyres, repair and the lane', () => {
    // by hand: 70 % × 0.4 = 28 s; four tyres 12 s; the lane, learned, 23.4 s: 63.4 s.
    expect(stopTime(constants, 70, 23_400)).toMatchObject({
      ...{ refuelMs: 28_000, tiresMs: 12_000, damageMs: 0, laneMs: 23_400, totalMs: 63_400 },
      laneBasis: 'own-stops',
    })
  })

  test('counts tyres as the game does', () => {
    // by hand: 0, 5, 5, 12, 12 s.
    const tires = [0, 1, 2, 3, 4].map((tires) => stopTime({ ...constants, tires }, 0, 0).tiresMs)
    expect(tires).toEqual([0, 5_000, 5_000, 12_000, 12_000])
  })

  test('takes the engineer’s word for the lane and for the damage', () => {
    // by hand: 10 × 0.4 = 4 s, no tyres, 30 s of repair, 25 s of lane: 59 s.
    const told = { ...constants, tires: 0, damageSeconds: 30, laneSeconds: 25 }
    expect(stopTime(told, 10, 23_400)).toMatchObject({ totalMs: 59_000, laneBasis: 'engineer' })
  })

  test('guesses the lane before there was a stop, and never refuels backwards', () => {
    expect(stopTime(constants, -5, null)).toMatchObject({ refuelMs: 0, laneBasis: 'guess' })
  })
})

/** Ana's laps of 100 s, in on lap 6, Ben out on lap 7 and then laps of 101 s. The box lies behind the line. */
const laps = (known: Partial<Record<number, Partial<Lap>>> = {}): Lap[] =>
  Array.from({ length: 12 }, (_, i) => {
    const number = i + 1
    const isAna = number <= 6
    const timeMs = number === 6 ? 110_000 : number === 7 ? 150_000 : isAna ? 100_000 : 101_000
    const flags = number === 6 ? ['in'] : number === 7 ? ['out', 'first'] : []
    const driverName = isAna ? 'Ana' : 'Ben'
    const whose = { number, timeMs, driverName, stint: isAna ? 1 : 2 }
    return aLap({ ...whose, flags: flags as Lap['flags'], ...known[number] })
  })

const aStop = (known: Partial<Stop> = {}): Stop => ({
  ...{ number: 1, lap: 7, stint: 2, from: 'Ana', to: 'Ben', atMs: 0, standingMs: 40_000 },
  ...{ fuelAddedLiters: 60, energyAddedRatio: null, tiresChanged: [], ...known },
})

describe('what own stops have cost', () => {
  test('is the lap in and the lap out less each driver’s own lap, and of the lane what was not spent standing', () => {
    // by hand: 110 + 150 − 100 − 101 = 59 s; − 40 = 19 s.
    expect(stopLosses([aStop()], laps(), 5)).toEqual({
      ...{ wholeMs: 59_000, laneMs: 19_000, stops: 1, laneStops: 1 },
    })
  })

  test('says nothing of the lane where nobody watched the car stand', () => {
    expect(stopLosses([aStop({ standingMs: null })], laps(), 5)).toEqual({
      ...{ wholeMs: 59_000, laneMs: null, stops: 1, laneStops: 0 },
    })
  })

  test('is not told under yellow, nor by a penalty', () => {
    const none = { wholeMs: null, laneMs: null, stops: 0, laneStops: 0 }
    expect(stopLosses([aStop()], laps({ 6: { underYellow: true } }), 5)).toEqual(none)
    expect(stopLosses([aStop()], laps({ 7: { underYellow: true } }), 5)).toEqual(none)
    expect(stopLosses([aStop({ isPenalty: true })], laps(), 5)).toEqual(none)
  })

  test('is not told by a lap that the engineer has left out', () => {
    const spun = laps({ 6: { flags: ['in', 'excluded'] } })
    expect(stopLosses([aStop()], spun, 5)).toMatchObject({ wholeMs: null, laneMs: null })
  })

  test('is the median of them', () => {
    const again = (from: number, outMs: number) =>
      laps({ 7: { timeMs: outMs } }).map((lap) => ({ ...lap, number: lap.number + from }))
    // by hand: out in 150, 154 and 180 s: 59, 63 and 89 s; in the middle 63. The lane: 59 − 40, 63 − 42, 89 − 70 = 19, 21,
    // 19; in the middle 19.
    const all = [...laps(), ...again(12, 154_000), ...again(24, 180_000)]
    const stops = [
      aStop(),
      aStop({ number: 2, lap: 19, standingMs: 42_000 }),
      aStop({ number: 3, lap: 31, standingMs: 70_000 }),
    ]
    expect(stopLosses(stops, all, 5)).toMatchObject({ wholeMs: 63_000, laneMs: 19_000, stops: 3 })
  })
})
