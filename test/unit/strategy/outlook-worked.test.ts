import { describe, expect, test } from 'bun:test'
import { outlook } from '../../../src/strategy/outlook.ts'
import { Drive } from '../../fixtures/race.ts'

/**
 * Ten laps of exactly 100 s, each 3 L and 2.5 %, from 90 L of 100 and 100 %. Now on lap 11, 40 % of it done, 58.8 L and
 * 74 % in the car; an hour to go, in the lead.
 */
function raced(): Drive {
  const track = { trackLengthMeters: 5_000, lapDistanceMeters: 0, speedKph: 180 }
  const car = { fuelCapacityLiters: 100, fuelLiters: 90, virtualEnergyRatio: 1, driverName: 'Ana' }
  const clock = { sessionType: 'Race', position: 1, sessionTimeRemainingMs: 4_640_000 }
  const drive = new Drive({ ...track, ...car, ...clock, lapsCompleted: 0 }).frame()
  for (let lap = 1; lap <= 10; lap++) {
    const levels = { fuelLiters: 90 - 3 * lap, virtualEnergyRatio: 1 - 0.025 * lap }
    // A lap time that is the same to the digit is not taken for a new one.
    const lastLapTimeMs = 100_000 + (lap % 2 === 0 ? 1e-4 : -1e-4)
    drive.lap({ lapsCompleted: lap, lastLapTimeMs, ...levels })
  }
  const now = { lapDistanceMeters: 2_000, sessionTimeRemainingMs: 3_600_000 }
  return drive.frame({ ...now, fuelLiters: 58.8, virtualEnergyRatio: 0.74 }, 2_000)
}

describe('a whole outlook, worked by hand', () => {
  const now = outlook(raced().session)

  test('19.6 laps left by fuel, 29.6 by energy', () => {
    // by hand: 58.8 / 3 = 19.6; 74 / 2.5 = 29.6. Every lap took the same, s = 0: 19.6 × 0.009 = 0.1764 either way.
    // 19.6 laps of 100 s are 1960 s. Nine laps are valid, the first was not seen from the line on.
    expect(now.lapsLeft?.laps).toBeCloseTo(19.6, 9)
    expect(now.lapsLeft?.otherLaps).toBeCloseTo(29.6, 9)
    expect(now.lapsLeft?.limitedBy).toBe('fuel')
    expect(now.lapsLeft?.range?.low).toBeCloseTo(19.4236, 6)
    expect(now.lapsLeft?.range?.high).toBeCloseTo(19.7764, 6)
    expect(now.stintLeftMs).toBeCloseTo(1_960_000, 1)
    expect(now.fuel.usePerLap).toMatchObject({ lapsCounted: 5, confidence: 'medium' })
  })

  test('35.6 laps to the flag, with one stop', () => {
    // by hand: straight 36 + 0.4 = 36.4 → 37, too far. A fill lasts min(100 / 3, 100 / 2.5) = 33.33. D = 40 + 12 + 20 = 72 s.
    // c₀ = ⌊19.6 − 0.3 + 0.4⌋ = 19; (3600 − 72) / 100 + 0.4 = 35.68 → 36; 17.3 ≤ 33.33; 48 % shorter, 19.2 s: 35.87 → 36.
    for (const laps of [now.finish?.lower, now.finish?.best, now.finish?.upper]) {
      expect(laps).toBeCloseTo(35.6, 9)
    }
    expect(now.finish).toMatchObject({ stopsLeft: 1, leader: 'us', basis: 'monitor' })
  })

  test('48.9 L and 15.75 % are missing, and no saving saves the stop', () => {
    // by hand: 35.9 × 3 − 58.8 = 48.9; 35.9 × 2.5 − 74 = 15.75. Without the stop 36.9 laps from 19.6: 47 %, hidden.
    expect(now.toFinish?.fuelLiters).toBeCloseTo(48.9, 6)
    expect(now.toFinish?.energyPercent).toBeCloseTo(15.75, 6)
    expect(now.saving).toBeNull()
  })

  test('box in 18, between the ends of lap 13 and of lap 29', () => {
    // by hand: d = 1 − 0.4 = 0.6; ⌊19.6 − 0.3 − 0.6⌋ = 18; lap 11 + 18 = 29. 36 crossings less 33.03 of a fill: the third
    // crossing, lap 13. To the end of lap 29 are 18.6 laps, 1860 s.
    expect(now.pit?.verdict).toEqual({ kind: 'box-in', laps: 18 })
    expect(now.pit?.window).toEqual({ opensLap: 13, closesLap: 29 })
    expect(now.pit?.lastSafeLap).toBe(29)
    expect(now.pit?.inMs).toBeCloseTo(1_860_000, 1)
  })

  test('fill to 44 % and 52 L for the 17 laps that are left then', () => {
    // by hand: 36 − 19 = 17 laps: 17.3 × 2.5 = 43.25 → 44 %; 17.3 × 3 = 51.9 → 52 L. And 15 and 16 laps beside.
    expect(now.refill.map(({ laps }) => laps)).toEqual([15, 16, 17])
    const plan = now.refill.find(({ isPlan }) => isPlan)
    expect(plan).toMatchObject({ laps: 17, isToFlag: true })
    expect(plan?.average).toMatchObject({ energyPercent: 44, fuelLiters: 52, fits: true })
  })

  test('the stop takes 38.6 s', () => {
    // by hand: at the stop, 18.6 laps on, 74 − 46.5 = 27.5 % are left; 44 − 27.5 = 16.5 % × 0.4 = 6.6 s; tyres 12, lane 20.
    expect(now.stopTime?.refuelMs).toBeCloseTo(6_600, 3)
    expect(now.stopTime?.totalMs).toBeCloseTo(38_600, 3)
  })
})

test('the same race in gallons would be the same laps', () => {
  const { session } = raced()
  const gallons = (liters: number | null) => liters && liters / 3.785411784
  const laps = session.laps.map((lap) => ({ ...lap, fuelUsedLiters: gallons(lap.fuelUsedLiters) }))
  const { telemetry: seen } = session
  const [fuelLiters, fuelCapacityLiters] = [seen!.fuelLiters, seen!.fuelCapacityLiters].map(gallons)
  const telemetry = { ...seen!, fuelLiters: fuelLiters!, fuelCapacityLiters: fuelCapacityLiters! }
  const inGallons = outlook({ ...session, laps, telemetry })
  const now = outlook(session)
  expect(inGallons.lapsLeft?.laps).toBeCloseTo(now.lapsLeft!.laps, 9)
  expect(inGallons.finish?.stopsLeft).toBe(now.finish!.stopsLeft)
  expect(inGallons.pit?.verdict).toEqual(now.pit!.verdict)
  expect(inGallons.refill[0]?.average.energyPercent).toBe(now.refill[0]!.average.energyPercent)
})
