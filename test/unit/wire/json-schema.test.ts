import { describe, expect, test } from 'bun:test'
import { Value } from '@sinclair/typebox/value'
import { schemas } from '../../../src/wire/json-schema.ts'
import { TelemetryFrame } from '../../../src/wire/telemetry-frame.ts'
import {
  existingMonitorFrame,
  garageFrame,
  mockMonitorFrame,
  typedFrame,
} from '../../fixtures/frames.ts'

describe('what the frame schema promises', () => {
  test.each([
    ['on the road', existingMonitorFrame()],
    ['parked', garageFrame()],
    ['of the mock', mockMonitorFrame()],
    ['with units', typedFrame()],
    ['with nulls for what is not known', typedFrame({ fuel: null, units: null, state: null })],
    ['of a later version', typedFrame({ drs: true })],
  ])('holds for a frame %s', (_, frame) => {
    expect([...Value.Errors(TelemetryFrame, frame)]).toEqual([])
  })

  test.each([
    [{ fuel: 300 }],
    [{ state: 'flying' }],
    [{ tire_temps: [1, 2, 3, 4] }],
    [{ lap: 1.5 }],
  ])('does not hold for %p', (frame) => {
    expect(Value.Check(TelemetryFrame, frame)).toBe(false)
  })

  test('is put in words for every key', () => {
    for (const [key, field] of Object.entries(TelemetryFrame.properties)) {
      expect(`${key}: ${field.description ?? ''}`).toMatch(/: .{4,}/)
    }
  })
})

describe('the published schemas', () => {
  test.each(Object.keys(schemas))('%s is plain JSON that names itself', (name) => {
    const schema = JSON.parse(JSON.stringify(schemas[name]))
    expect(schema).toMatchObject({ $id: `${name}.json`, title: name })
    expect(schema.$schema).toStartWith('https://json-schema.org/')
  })

  test('tell what the server understands of a frame', () => {
    expect(schemas.telemetry_update).toMatchObject({
      properties: { telemetry: { properties: { fuel: { description: 'L in the tank.' } } } },
    })
  })

  test('refer to each other by names that are served', () => {
    const references = JSON.stringify(schemas).matchAll(/"\$ref":"([^"]+)\.json"/g)
    const names = [...references].map(([, name]) => name ?? '')
    expect(names).toHaveLength(4)
    for (const name of names) expect(Object.keys(schemas)).toContain(name)
  })
})
