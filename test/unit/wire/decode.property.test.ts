import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import { type Units, unjudged } from '../../../src/race/units.ts'
import { decode } from '../../../src/wire/decode.ts'
import { ranges, within } from '../../../src/wire/ranges.ts'
import { TelemetryFrame } from '../../../src/wire/telemetry-frame.ts'
import { judged, unitsFor } from '../../../src/wire/units.ts'
import { pressureUnits, temperatureUnits, wearUnits } from '../../../src/wire/words.ts'

const corners = (value: fc.Arbitrary<unknown>) =>
  fc.record({ fl: value, fr: value, rl: value, rr: value, FL: value }, { requiredKeys: [] })
const near = fc.oneof(
  fc.double(),
  fc.integer({ min: -1, max: 500 }),
  fc.constantFrom(0, -1, 90, 999_000, 1e-320),
)
const value = fc.oneof(near, corners(near), fc.string({ unit: 'binary' }), fc.anything())
const knownKeys = Object.keys(TelemetryFrame.properties)
/** A frame of the right names with anything in them: pure chance would not hit a name. */
const knownFrame = fc.dictionary(fc.constantFrom(...knownKeys), value, { maxKeys: 40 })
const frame: fc.Arbitrary<object> = fc.oneof(
  knownFrame,
  fc.object(),
  fc.json().map((text) => Object(JSON.parse(text))),
  fc.anything().map(Object),
)
const units: fc.Arbitrary<Units> = fc.record({
  pressure: fc.constantFrom(null, ...pressureUnits),
  temperature: fc.constantFrom(...temperatureUnits),
  brakeTemperature: fc.constantFrom(null, ...temperatureUnits),
  wear: fc.constantFrom(null, ...wearUnits),
  source: fc.constant('declared' as const),
})

const leaves = (telemetry: Telemetry) =>
  Object.values(telemetry).flatMap((value) =>
    value !== null && typeof value === 'object' ? Object.values(value) : [value],
  )

test('no frame makes it throw, and what it tells is finite, short or unknown', () => {
  fc.assert(
    fc.property(frame, units, (frame, units) => {
      for (const leaf of leaves(decode(frame, units).telemetry)) {
        if (typeof leaf === 'number')
          expect(Number.isFinite(leaf) && !Object.is(leaf, -0)).toBe(true)
        else if (typeof leaf === 'string') expect([...leaf].length).toBeWithin(1, 65)
        else expect(leaf === null || typeof leaf === 'boolean').toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('every number that gets through lies in the range of its key', () => {
  const inside = (key: keyof typeof ranges, value: number | null, scale = 1) =>
    value === null || (value >= ranges[key].minimum * scale && value <= ranges[key].maximum * scale)
  fc.assert(
    fc.property(knownFrame, units, (frame, units) => {
      const { telemetry } = decode(frame, units)
      expect(inside('fuel', telemetry.fuelLiters)).toBe(true)
      expect(inside('virtual_energy', telemetry.virtualEnergyRatio)).toBe(true)
      expect(inside('speed', telemetry.speedKph)).toBe(true)
      expect(inside('lap_time', telemetry.lapTimeMs, 1000)).toBe(true)
      expect(inside('engine_water_temp', telemetry.waterTempC)).toBe(true)
      for (const wheel of ['fl', 'fr', 'rl', 'rr'] as const) {
        expect(inside('tire_pressures', telemetry.tirePressureKpa[wheel])).toBe(true)
        expect(inside('tire_temps', telemetry.tireTempC[wheel])).toBe(true)
        expect(inside('tire_wear', telemetry.tireWearRatio[wheel])).toBe(true)
        expect(inside('brake_temps', telemetry.brakeTempC[wheel])).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

test('what is refused is always a key the protocol names', () => {
  fc.assert(
    fc.property(knownFrame, units, (frame, units) => {
      for (const name of decode(frame, units).refused) {
        expect(knownKeys).toContain(name.split('.')[0] ?? '')
      }
    }),
  )
})

test('units are judged of any frame without a fault', () => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 20 }), (frames) => {
      const verdict = frames.reduce(judged, unjudged)
      for (const frame of frames) decode(frame, unitsFor(frame, verdict))
    }),
  )
})

test('a range lets in what is inside and nothing that is outside by more than noise', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(ranges)), fc.double(), (range, value) => {
      const kept = within(range, value)
      const noise = Math.abs(value) * 1e-5 + 1e-5
      if (value >= range.minimum && value <= range.maximum) expect(kept).toBe(value + 0)
      else if (kept !== null) expect(Math.abs(kept - value) < noise).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
