import { describe, expect, test } from 'bun:test'
import type { Units } from '../../../src/race/units.ts'
import { decode } from '../../../src/wire/decode.ts'

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

describe('wheels', () => {
  test('lose one corner to a wrong value and not the axle', () => {
    const { telemetry, refused } = read({ tire_temps: { fl: 88, fr: 'hot', rl: 400 } })
    expect(telemetry.tireTempC).toEqual({ fl: 88, fr: null, rl: null, rr: null })
    expect(refused).toEqual(['tire_temps.fr', 'tire_temps.rl'])
  })

  test.each([[[80, 80, 80, 80]], ['warm'], [80], [true]])('cannot be %p', (wheels) => {
    expect(read({ tire_temps: wheels }).refused).toEqual(['tire_temps'])
  })

  test('may come in upper case', () => {
    expect(telemetry({ tire_temps: { FL: 80, FR: 81, RL: 82, RR: 83 } }).tireTempC).toEqual({
      fl: 80,
      fr: 81,
      rl: 82,
      rr: 83,
    })
  })

  test('have compounds, punctures and losses of their own', () => {
    const { telemetry } = read({
      tire_compounds: { fl: 'Soft', fr: 'Soft', rl: 'Medium', rr: '' },
      tire_flat: { rl: true },
      wheel_detached: { fl: false, rr: true },
    })
    expect(telemetry.tireCompound).toEqual({ fl: 'Soft', fr: 'Soft', rl: 'Medium', rr: null })
    expect(telemetry.tireFlat).toEqual({ fl: null, fr: null, rl: true, rr: null })
    expect(telemetry.wheelDetached).toEqual({ fl: false, fr: null, rl: null, rr: true })
  })
})

describe('units', () => {
  const frame = {
    tire_pressures: { fl: 26 },
    tire_temps: { fl: 190 },
    tire_wear: { fl: 12.5 },
    brake_temps: { fl: 307 },
    track_temp: 95,
  }

  test('psi, Fahrenheit, percent worn and brakes in Kelvin become ours', () => {
    const { telemetry, refused } = read(frame, {
      pressure: 'psi',
      temperature: 'F',
      brakeTemperature: 'K',
      wear: 'worn_percent',
    })
    expect(refused).toEqual([])
    expect(telemetry.tirePressureKpa.fl).toBeCloseTo(179.26, 2)
    expect(telemetry.tireTempC.fl).toBeCloseTo(87.78, 2)
    expect(telemetry.tireWearRatio.fl).toBe(0.875)
    expect(telemetry.brakeTempC.fl).toBeCloseTo(33.85, 6)
    expect(telemetry.trackTempC).toBeCloseTo(35, 6)
  })

  test('bar at the top of the range is not lost to the noise of its conversion', () => {
    expect(
      telemetry({ tire_pressures: everywhere(4) }, { pressure: 'bar' }).tirePressureKpa,
    ).toEqual(everywhere(400))
  })

  test('absolute zero in Kelvin is a temperature nobody measured', () => {
    const { telemetry, refused } = read({ tire_temps: { fl: 0 } }, { temperature: 'K' })
    expect(telemetry.tireTempC.fl).toBeNull()
    expect(refused).toEqual([])
  })

  test('not yet known keep pressures, wear and brakes off the wall and refuse nothing', () => {
    const { telemetry, refused } = read(frame, {
      pressure: null,
      wear: null,
      brakeTemperature: null,
    })
    expect(telemetry).toMatchObject({
      tirePressureKpa: everywhere(null),
      tireWearRatio: everywhere(null),
      brakeTempC: everywhere(null),
      trackTempC: 95,
    })
    expect(refused).toEqual([])
  })

  test.each([
    ['m/s', 180],
    ['mph', 80.4672],
    ['kph', 50],
    ['furlongs', 50],
  ])('speed in %s', (speed, kph) => {
    expect(telemetry({ speed: 50, units: { speed } }).speedKph).toBeCloseTo(kph, 6)
  })
})
