import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { parseEnvelope, readMessage } from '../../../src/wire/read-message.ts'
import { existingMonitorFrame } from '../../fixtures/frames.ts'
import { garageSetup } from '../../fixtures/garage-setup.ts'

const session_id = '3f0c8c1e-52a4-4c5e-9a57-0d5f3cbb8d10'
const told = (event: unknown, data: unknown) => {
  const read = readMessage(event, data)
  return read.ok ? 'taken' : read.problem.message
}

describe('what a monitor says', () => {
  test.each([
    ['a new session', 'request_session_id', {}],
    ['a new session, said without data', 'request_session_id', undefined],
    ['a resume by key', 'request_session_id', { publish_key: 'k' }],
    [
      'a resume by id and key',
      'request_session_id',
      { session_id, publish_key: 'k', boot_id: 'b' },
    ],
    ['a frame', 'telemetry_update', { session_id, telemetry: existingMonitorFrame() }],
    ['a frame for the session of its connection', 'telemetry_update', { telemetry: {} }],
    ['a frame full of nonsense', 'telemetry_update', { telemetry: { fuel: 'lots', units: 7 } }],
    ['an id that is no UUID', 'telemetry_update', { session_id: 'team', telemetry: {} }],
    [
      'a setup',
      'setup_data',
      { session_id, timestamp: '2026-06-13T14:05:31Z', setup: garageSetup() },
    ],
    ['a setup that is a list', 'setup_data', { session_id, setup: [] }],
    ['a program that watches', 'join_session', { session_id }],
    ['keys of a later version', 'join_session', { session_id, compress: true }],
  ])('%s is taken as it came', (_, event, data) => {
    const read = readMessage(event, data)
    expect(read).toEqual({ ok: true, value: { event, data: data ?? {} } as never })
  })

  test.each([
    'standings_update',
    'weather_update',
    'stint_event',
    'tomorrow',
    'toString',
    '__proto__',
    '',
  ])('an event %p of another version is ignored', (event) => {
    expect(readMessage(event, 'anything')).toEqual({ ok: true, value: 'ignored' })
  })
})

describe('what is refused says why', () => {
  test.each([
    [
      'telemetry_update',
      { session_id, telemetry: 'fast' },
      'telemetry: expected an object, got text',
    ],
    [
      'telemetry_update',
      { session_id, telemetry: [] },
      'telemetry: expected an object, got a list',
    ],
    [
      'telemetry_update',
      { session_id, telemetry: null },
      'telemetry: expected an object, got null',
    ],
    ['telemetry_update', { session_id }, 'telemetry: expected an object, got nothing'],
    ['telemetry_update', 12, 'data: expected an object, got a number'],
    ['telemetry_update', [], 'data: expected an object, got a list'],
    [
      'telemetry_update',
      { session_id: 7, telemetry: {} },
      'session_id: expected text, got a number',
    ],
    ['setup_data', { setup: 'soft' }, 'setup: expected an object or a list, got text'],
    ['setup_data', { session_id }, 'setup: expected an object or a list, got nothing'],
    ['join_session', {}, 'session_id: expected text, got nothing'],
    ['request_session_id', { publish_key: true }, 'publish_key: expected text, got true or false'],
    [7, {}, 'event: expected text, got a number'],
    [undefined, {}, 'event: expected text, got nothing'],
  ])('%p with %p', (event, data, message) => {
    expect(told(event, data)).toBe(message)
  })

  test('and names the key for programs', () => {
    expect(readMessage('telemetry_update', { telemetry: 1 })).toMatchObject({
      ok: false,
      problem: { code: 'malformed', field: 'telemetry' },
    })
  })

  test('and never repeats what was sent, which may be a key', () => {
    expect(told('request_session_id', { publish_key: ['s3cret'] })).not.toContain('s3cret')
  })
})

describe('the text of a message', () => {
  const parsed = (text: string) => {
    const envelope = parseEnvelope(text)
    return envelope.ok ? envelope.value : envelope.problem.message
  }

  test('is an event and its data', () => {
    expect(parsed('{"event":"join_session","data":{"session_id":"x"}}')).toEqual({
      event: 'join_session',
      data: { session_id: 'x' },
    })
  })

  test.each([
    ['', 'message: this is not JSON'],
    ['{"event":', 'message: this is not JSON'],
    ['NaN of the above', 'message: this is not JSON'],
    ['[]', 'message: expected an object, got a list'],
    ['null', 'message: expected an object, got null'],
    ['"telemetry_update"', 'message: expected an object, got text'],
    ['{"data":{}}', 'event: expected text, got nothing'],
    ['{"__proto__":{"event":"join_session"}}', 'event: expected text, got nothing'],
  ])('%p is refused: %s', (text, message) => {
    expect(parsed(text)).toBe(message)
  })

  test("may hold Python's NaN, which is not known", () => {
    const text = String.raw`{"event":"telemetry_update","data":{"telemetry":{"fuel":NaN,"speed":-Infinity,"car_name":"NaN \"NaN\" Racing"}}}`
    expect(parsed(text)).toEqual({
      event: 'telemetry_update',
      data: { telemetry: { fuel: null, speed: null, car_name: 'NaN "NaN" Racing' } },
    })
  })

  test.each([
    ['brackets', '['.repeat(900_000)],
    ['quotes', `NaN"${'\\"'.repeat(400_000)}`],
    ['backslashes', `NaN"${'\\'.repeat(900_001)}`],
    ['one long text', `NaN"${'a'.repeat(900_000)}`],
    ['stray numbers', 'NaN '.repeat(200_000)],
  ])('of 900 KB of %s is refused in one pass', (_, text) => {
    // Tried again from each quote or bracket it would take minutes, and the test its time-out.
    expect(parsed(text)).toBe('message: this is not JSON')
  })
})

test('nothing that can be said makes it throw', () => {
  const events = fc.oneof(
    fc.constantFrom('request_session_id', 'setup_data', 'telemetry_update', 'join_session'),
    fc.anything(),
  )
  fc.assert(fc.property(events, fc.anything(), (event, data) => void readMessage(event, data)))
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseEnvelope(text)))
})
