import { describe, expect, test } from 'bun:test'
import { type UnitVerdict, unjudged } from '../../../src/race/units.ts'
import { decode } from '../../../src/wire/decode.ts'
import { declaredUnits, judged, unitsFor } from '../../../src/wire/units.ts'
import {
  existingMonitorFrame,
  garageFrame,
  mockMonitorFrame,
  typedFrame,
} from '../../fixtures/frames.ts'

const after = (frames: number, frame: object, verdict: UnitVerdict = unjudged) =>
  Array.from({ length: frames }, () => frame).reduce(judged, verdict)

const everywhere = (value: number) => ({ fl: value, fr: value, rl: value, rr: value })

describe('a monitor that declares nothing', () => {
  test('sends kPa, the fraction remaining and brakes in Kelvin: known after ten frames', () => {
    const frame = existingMonitorFrame()
    expect(unitsFor(frame, after(9, frame))).toEqual({
      pressure: null,
      temperature: 'C',
      brakeTemperature: null,
      wear: null,
      source: 'judging',
    })
    const units = unitsFor(frame, after(10, frame))
    expect(units).toEqual({
      pressure: 'kPa',
      temperature: 'C',
      brakeTemperature: 'K',
      wear: 'remaining_fraction',
      source: 'detected',
    })
    expect(decode(frame, units).telemetry.brakeTempC.fl).toBeCloseTo(450, 6)
  })

  test('is the mock: psi, percent worn and brakes in °C', () => {
    const frame = mockMonitorFrame()
    expect(unitsFor(frame, after(10, frame))).toMatchObject({
      pressure: 'psi',
      brakeTemperature: 'C',
      wear: 'worn_percent',
      source: 'detected',
    })
  })

  test('with psi and wear of at most 1 is read as the fraction remaining, brakes in °C', () => {
    const frame = mockMonitorFrame({ tire_wear: everywhere(0.9) })
    expect(unitsFor(frame, after(10, frame))).toMatchObject({
      pressure: 'psi',
      brakeTemperature: 'C',
      wear: 'remaining_fraction',
    })
  })

  test('says nothing about its units while the car is parked', () => {
    expect(after(50, garageFrame())).toBe(unjudged)
    expect(after(50, {})).toBe(unjudged)
  })

  test('is judged from its largest wheel, so a puncture changes nothing', () => {
    const flat = existingMonitorFrame({ tire_pressures: { ...everywhere(176), rl: 12 } })
    expect(after(10, flat).latched?.pressure).toBe('kPa')
  })

  test('is counted anew after a frame that disagrees', () => {
    const nine = after(9, existingMonitorFrame())
    const disagreed = judged(nine, mockMonitorFrame())
    expect(disagreed).toMatchObject({ latched: null, agreeing: 1 })
    expect(after(9, existingMonitorFrame(), disagreed).latched).toBeNull()
    expect(after(10, existingMonitorFrame(), disagreed).latched?.pressure).toBe('kPa')
  })

  test('keeps its verdict, whatever it sends later', () => {
    const latched = after(10, existingMonitorFrame())
    expect(after(50, mockMonitorFrame(), latched)).toBe(latched)
  })
})

describe('units that the engineer knows better', () => {
  const nothing = { pressure: null, brakeTemperature: null, wear: null } as const

  test('override what was declared and what was detected, and need no frames', () => {
    const declared = typedFrame({
      units: { pressure: 'bar', temperature: 'C', wear: 'worn_percent' },
    })
    const known = { pressure: 'psi', brakeTemperature: 'F', wear: 'remaining-fraction' } as const
    const right = { pressure: 'psi', brakeTemperature: 'F', wear: 'remaining_fraction' }
    expect(unitsFor(declared, unjudged, known)).toMatchObject({ ...right, source: 'engineer' })
    const detected = existingMonitorFrame()
    expect(unitsFor(detected, after(10, detected), known)).toMatchObject(right)
    expect(unitsFor(detected, unjudged, known)).toMatchObject({ ...right, source: 'engineer' })
  })

  test('override only what he says, and nothing once he takes it back', () => {
    const frame = existingMonitorFrame()
    const verdict = after(10, frame)
    const told = unitsFor(frame, verdict)
    expect(unitsFor(frame, verdict, { ...nothing, brakeTemperature: 'C' })).toEqual({
      ...{ ...told, brakeTemperature: 'C', source: 'engineer' },
    })
    expect(unitsFor(frame, verdict, nothing)).toEqual(told)
    // Of a monitor that is still judged, the rest is not known yet.
    expect(unitsFor(frame, unjudged, { ...nothing, pressure: 'psi' })).toMatchObject({
      ...{ pressure: 'psi', wear: null, source: 'judging' },
    })
  })
})

describe('declared units', () => {
  test('override all guessing and need no frames', () => {
    const frame = typedFrame({ units: { pressure: 'bar', temperature: 'K', wear: 'worn_percent' } })
    const wrong = after(10, existingMonitorFrame())
    expect(unitsFor(frame, wrong)).toEqual({
      pressure: 'bar',
      temperature: 'K',
      brakeTemperature: 'K',
      wear: 'worn_percent',
      source: 'declared',
    })
    expect(after(50, frame)).toBe(unjudged)
  })

  test('may give the brakes a unit of their own', () => {
    const frame = typedFrame({ units: { temperature: 'C', brake_temperature: 'K' } })
    expect(declaredUnits(frame)).toMatchObject({ temperature: 'C', brakeTemperature: 'K' })
  })

  test('in part leave the other part to the verdict', () => {
    const frame = existingMonitorFrame({ units: { pressure: 'kPa' } })
    expect(unitsFor(frame, unjudged)).toMatchObject({
      pressure: 'kPa',
      wear: null,
      source: 'judging',
    })
    expect(unitsFor(frame, after(10, frame))).toMatchObject({
      pressure: 'kPa',
      wear: 'remaining_fraction',
      // Whoever declares units knows the protocol, whose temperatures are °C.
      brakeTemperature: 'C',
      source: 'detected',
    })
  })

  test.each([[null], ['kPa'], [['kPa']], [{}], [{ pressure: 'atm', wear: 3 }]])(
    'that say nothing are none: %p',
    (units) => {
      expect(declaredUnits({ units })).toBeNull()
      expect(after(10, existingMonitorFrame({ units })).latched?.pressure).toBe('kPa')
    },
  )
})
