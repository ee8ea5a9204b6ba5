import { expect, test } from 'bun:test'
import { Value } from '@sinclair/typebox/value'
import { unjudged } from '../../../src/race/units.ts'
import { decode } from '../../../src/wire/decode.ts'
import { limits } from '../../../src/wire/limits.ts'
import { parseEnvelope, readMessage } from '../../../src/wire/read-message.ts'
import { TelemetryFrame } from '../../../src/wire/telemetry-frame.ts'
import { unitsFor } from '../../../src/wire/units.ts'
import { weighed } from '../../../src/wire/weight.ts'

const recording = await Bun.file(
  new URL('../../fixtures/imola-gt3-3laps.2hz.jsonl', import.meta.url),
).text()

const frames = recording
  .trim()
  .split('\n')
  .map((telemetry) => {
    const message = JSON.parse(telemetry)
    const envelope = parseEnvelope(JSON.stringify({ event: 'telemetry_update', data: message }))
    if (!envelope.ok) throw new Error(envelope.problem.message)
    const read = readMessage(envelope.value.event, envelope.value.data)
    if (!read.ok || read.value === 'ignored' || read.value.event !== 'telemetry_update')
      throw new Error('a recorded message was not taken')
    return read.value.data.telemetry
  })

test('three real laps of Imola pass every gate without losing a key', () => {
  expect(frames).toHaveLength(585)
  for (const frame of frames) {
    expect(weighed(frame, limits.frame)).toBe('ok')
    expect(Value.Check(TelemetryFrame, frame)).toBe(true)
    expect(decode(frame, unitsFor(frame, unjudged)).refused).toEqual([])
  }
})

test('three real laps of Imola cost 8 L of fuel and about 1 % of the front left', () => {
  const [first, last] = [frames[0] ?? {}, frames.at(-1) ?? {}].map(
    (frame) => decode(frame, unitsFor(frame, unjudged)).telemetry,
  )
  expect(first?.fuelLiters).toBeCloseTo(83.905, 3)
  expect(last?.fuelLiters).toBeCloseTo(75.893, 3)
  expect(first?.tireWearRatio.fl).toBeCloseTo(0.9991, 6)
  expect(last?.tireWearRatio.fl).toBeCloseTo(0.99206, 6)
  expect(last).toMatchObject({ lapsCompleted: 3, lastLapTimeMs: 108_337, vehicleClass: 'GT3' })
})
