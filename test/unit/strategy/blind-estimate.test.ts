import { describe, expect, test } from 'bun:test'
import { advance } from '../../../src/race/advance.ts'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import { outlook } from '../../../src/strategy/outlook.ts'
import { Drive } from '../../fixtures/race.ts'

/** Four laps of exactly 100 s, each 3 L and 2.5 %: 78 L and 90 % are left on the line. */
function driven(last: Partial<Telemetry> = {}): Drive {
  const known = { speedKph: 200, driverName: 'Ana', lapTimeMs: 0, fuelCapacityLiters: 100 }
  const drive = new Drive({ ...known, lapsCompleted: 0, fuelLiters: 90, virtualEnergyRatio: 1 })
  drive.frame()
  for (let lap = 1; lap <= 4; lap++) {
    const levels = { fuelLiters: 90 - 3 * lap, virtualEnergyRatio: 1 - 0.025 * lap }
    for (let frame = 1; frame < 40; frame++) drive.frame({}, 2_500)
    drive.frame({ lapsCompleted: lap, lastLapTimeMs: 100_000, ...levels }, 2_500)
  }
  return drive.frame(last, 500)
}

const blindFor = (drive: Drive, ms: number) => {
  drive.atMs += ms
  return drive.hears({ type: 'time-passed' })
}

describe('while nobody sees the car', () => {
  test('its fuel and energy go on by what a lap takes', () => {
    // by hand: 250 s are 2.5 laps: 78 − 2.5·3 = 70.5 L; 90 − 2.5·2.5 = 83.75 %.
    const { fuel, energy, estimate } = outlook(blindFor(driven(), 250_000).session)
    expect(fuel.level).toBeCloseTo(70.5, 6)
    expect(energy?.level).toBeCloseTo(83.75, 6)
    expect(estimate).toMatchObject({ kind: 'going-on' })
    expect(estimate?.fuelLiters.estimated).toBeCloseTo(70.5, 6)
  })

  test('laps left go with them', () => {
    // by hand: 70.5 / 3 = 23.5; 83.75 / 2.5 = 33.5.
    const { lapsLeft } = outlook(blindFor(driven(), 250_000).session)
    expect(lapsLeft?.laps).toBeCloseTo(23.5, 6)
    expect(lapsLeft?.otherLaps).toBeCloseTo(33.5, 6)
  })

  test('and never below nothing', () => {
    // by hand: 78 L last 26 laps, 2600 s.
    expect(outlook(blindFor(driven(), 2_700_000).session).fuel.level).toBe(0)
  })

  test('a car that stood is where it was', () => {
    const { fuel, estimate } = outlook(blindFor(driven({ speedKph: 0 }), 250_000).session)
    expect(fuel.level).toBe(78)
    expect(estimate).toBeNull()
  })
})

describe('once it is seen again', () => {
  test('the estimate is held against what it has', () => {
    // by hand: 250 s: 70.5 L and 83.75 % were estimated; it comes back with 70.1 and 84.
    const seen = { lapsCompleted: 6, fuelLiters: 70.1, virtualEnergyRatio: 0.84 }
    const { fuel, estimate } = outlook(driven().frame(seen, 250_000).session)
    expect(fuel.level).toBe(70.1)
    expect(estimate).toMatchObject({ kind: 'compared', fuelLiters: { real: 70.1 } })
    expect(estimate?.fuelLiters.estimated).toBeCloseTo(70.5, 6)
    expect(estimate?.energyPercent.estimated).toBeCloseTo(83.75, 6)
    expect(estimate?.energyPercent.real).toBeCloseTo(84, 9)
  })

  test('not for ever, and not with what was filled in meanwhile', () => {
    const back = driven().frame({ lapsCompleted: 6, fuelLiters: 70.1 }, 250_000)
    for (let i = 0; i < 13; i++) back.frame({}, 9_500)
    expect(outlook(back.session).estimate).toBeNull()
    const filled = driven().frame({ lapsCompleted: 6, fuelLiters: 95 }, 250_000)
    expect(outlook(filled.session).estimate).toBeNull()
  })
})

test('time that passes changes nothing but the time that has passed', () => {
  const { session } = driven()
  const later = advance(session, { type: 'time-passed', atMs: session.takenAtMs! + 10_000 })
  expect(later).toEqual({ ...session, passedAtMs: session.takenAtMs! + 10_000 })
  expect(advance(session, { type: 'time-passed', atMs: session.takenAtMs! })).toBe(session)
})
