import { describe, expect, test } from 'bun:test'
import type { Units } from '../../../src/race/units.ts'
import { unjudged } from '../../../src/race/units.ts'
import { decode } from '../../../src/wire/decode.ts'
import { unitsFor } from '../../../src/wire/units.ts'
import { existingMonitorFrame, garageFrame, typedFrame } from '../../fixtures/frames.ts'

const canonical: Units = {
  pressure: 'kPa',
  temperature: 'C',
  brakeTemperature: 'C',
  wear: 'remaining_fraction',
  source: 'declared',
}

const everywhere = <T>(value: T) => ({ fl: value, fr: value, rl: value, rr: value })
const read = (frame: object, units: Partial<Units> = {}) =>
  decode(frame, { ...canonical, ...units })
const telemetry = (frame: object, units: Partial<Units> = {}) => read(frame, units).telemetry

describe('a whole frame', () => {
  test('takes the names and seconds of the monitor into ours', () => {
    const frame = typedFrame()
    const { telemetry, refused } = decode(frame, unitsFor(frame, unjudged))
    expect(refused).toEqual([])
    expect(telemetry).toMatchObject({
      timestampMs: Date.UTC(2026, 5, 13, 14, 5, 31, 250),
      seq: 812,
      bootId: 'b-20260613-1',
      state: 'driving',
      inControl: true,
      driverName: 'Ines Okafor',
      lapsCompleted: 7,
      sessionLaps: null,
      position: 4,
      carCount: 38,
      lapTimeMs: 63_412,
      lastLapTimeMs: 112_508,
      sessionTimeRemainingMs: 20_738_600,
      fuelLiters: 57.25,
      virtualEnergyRatio: 0.62,
      tireWearRatio: { fl: 0.981, fr: 0.969, rl: 0.978, rr: 0.974 },
      brakeTempC: { fl: 450, fr: 457.6, rl: 380, rr: 388.2 },
      speedKph: 214.6,
      pitStops: 0,
    })
  })

  test('that says nothing leaves everything unknown and refuses nothing', () => {
    const { telemetry, refused } = read({})
    const leaves = Object.values(telemetry).flatMap((value) =>
      value !== null && typeof value === 'object' ? Object.values(value) : [value],
    )
    expect(new Set<unknown>(leaves)).toEqual(new Set([null]))
    expect(refused).toEqual([])
  })

  test('of a parked car is a good frame: its sentinels are unknown, not faults', () => {
    const { telemetry, refused } = read(garageFrame(), { brakeTemperature: 'K' })
    expect(refused).toEqual([])
    expect(telemetry).toMatchObject({
      position: null,
      lapTimeMs: -3_125,
      fuelLiters: 80,
      tirePressureKpa: everywhere(null),
      tireTempC: everywhere(null),
      tireWearRatio: everywhere(1),
      waterTempC: null,
      gear: 0,
      rpm: 0,
    })
    expect(telemetry.brakeTempC.fl).toBeCloseTo(33.75, 6)
  })
})

describe('not known', () => {
  test.each([[undefined], [null], [''], [Number.NaN]])(
    '%p says the same as a missing key',
    (gone) => {
      const keys = Object.keys(typedFrame()).filter((key) => key !== 'units')
      expect(read(Object.fromEntries(keys.map((key) => [key, gone])))).toEqual(read({}))
    },
  )

  test.each([
    ['position 0', { position: 0 }, 'position'],
    ['no last lap (-1)', { last_lap_time: -1 }, 'lastLapTimeMs'],
    ['no best lap (0)', { best_lap_time: 0 }, 'bestLapTimeMs'],
    ['no delta (-1)', { delta_best: -1 }, 'deltaBestMs'],
    ['a race without a lap limit', { session_laps: 999_000 }, 'sessionLaps'],
    [
      'the stand-in tank of 90 L with more in it',
      { fuel: 97, fuel_capacity: 90 },
      'fuelCapacityLiters',
    ],
    ['water at 0 with the engine off', { engine_water_temp: 0, rpm: 0 }, 'waterTempC'],
    ['oil at 0 with the engine off', { engine_oil_temp: 0, rpm: 0 }, 'oilTempC'],
  ] as const)('%s', (_, frame, key) => {
    const { telemetry, refused } = read(frame)
    expect(telemetry[key]).toBeNull()
    expect(refused).toEqual([])
  })

  test('a tank of 90 L with less in it is a tank of 90 L', () => {
    expect(telemetry({ fuel: 88, fuel_capacity: 90 }).fuelCapacityLiters).toBe(90)
  })

  test('water at 0 with the engine running is cold water', () => {
    expect(telemetry({ engine_water_temp: 0, rpm: 1200 }).waterTempC).toBe(0)
  })

  test('a delta of a second less than the best lap is only none at exactly -1', () => {
    expect(telemetry({ delta_best: -1.002 }).deltaBestMs).toBe(-1002)
  })
})

describe('what is wrong', () => {
  test('costs its own key and nothing else', () => {
    const { telemetry, refused } = read(existingMonitorFrame({ fuel: '57', gear: 99, lap: 7.5 }))
    expect(refused).toEqual(['lap', 'fuel', 'gear'])
    expect(telemetry).toMatchObject({ fuelLiters: null, gear: null, lap: null, speedKph: 214.6 })
  })

  test('is a state nobody knows', () => {
    expect(read({ state: 'flying' })).toMatchObject({
      telemetry: { state: null },
      refused: ['state'],
    })
  })

  test('is a number where true or false belongs', () => {
    expect(read({ in_pits: 1, in_control: 'yes' }).refused).toEqual(['in_control', 'in_pits'])
  })

  test('is a frame numbered below 0, however far the numbers may go up', () => {
    expect(read({ seq: -5, session_laps: -1 }).refused).toEqual(['seq', 'session_laps'])
  })

  test('is infinite fuel', () => {
    expect(read({ fuel: Number.POSITIVE_INFINITY }).refused).toEqual(['fuel'])
  })

  test('is not a full battery with the noise of a float on top', () => {
    expect(read({ battery: 1.0000001 })).toMatchObject({
      telemetry: { batteryRatio: 1 },
      refused: [],
    })
  })

  test('is a moment that is none', () => {
    expect(read({ timestamp: 'yesterday' }).refused).toEqual(['timestamp'])
    expect(read({ timestamp: '2026-13-41T99:00:00Z' }).refused).toEqual(['timestamp'])
  })

  test('does not reach our own objects', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"fuel":50},"constructor":1,"tire_temps":{"__proto__":{"fl":80}}}',
    )
    expect(read(hostile)).toEqual(read({}))
  })
})

describe('words of others', () => {
  test('a pit state may be a number', () => {
    expect(telemetry({ pit_state: 3 }).pitState).toBe('3')
    expect(telemetry({ pit_state: 'stopped' }).pitState).toBe('stopped')
    expect(read({ pit_state: false }).refused).toEqual(['pit_state'])
  })

  test('a moment without a zone is UTC', () => {
    expect(telemetry({ timestamp: '2026-06-13T14:05:31.250731' }).timestampMs).toBe(
      Date.UTC(2026, 5, 13, 14, 5, 31, 250),
    )
  })

  test('a name of nothing but invisible characters is unknown', () => {
    expect(read({ player_name: ' \u200b\u202e\n' })).toMatchObject({
      telemetry: { driverName: null },
      refused: [],
    })
  })
})

test('a car that reverses has a speed, and is not standing', () => {
  expect(decode({ speed: -30 }, unitsFor({}, unjudged)).telemetry.speedKph).toBe(30)
})
