import { describe, expect, test } from 'bun:test'
import { claimOf, feedAfter, isSameProgram, type Monitor } from '../../../src/sessions/arbiter.ts'
import { telemetry } from '../../fixtures/telemetry.ts'

const ana: Monitor = { socket: 1, pc: '192.0.2.1', bootId: 'ana', keyed: true }
const ben: Monitor = { socket: 2, pc: '192.0.2.2', bootId: 'ben', keyed: true }
const anaFeeds = { active: ana, lastFrameAtMs: 10_000 }

const active = (monitor: Monitor, atMs: number, claim: 'drives' | 'idle' | 'silence' = 'drives') =>
  feedAfter(anaFeeds, monitor, atMs, claim)?.active ?? null

test('another PC takes the wall after five seconds of silence, not before', () => {
  expect(active(ben, 14_999)).toBeNull()
  expect(active(ben, 15_000)).toBe(ben)
})

test('the same PC on a new socket takes it after two', () => {
  const again = { ...ana, socket: 3, bootId: 'socket-3' }
  expect(active(again, 11_999)).toBeNull()
  expect(active(again, 12_000)).toBe(again)
})

test('the same start of the monitor takes it at once', () => {
  const again = { ...ana, socket: 3, pc: '192.0.2.9' }
  expect(active(again, 10_001)).toBe(again)
  expect(isSameProgram(ana, again)).toBe(true)
  expect(isSameProgram(ana, ana)).toBe(false)
})

test('who merely read the name of the driver’s start is not his program', () => {
  const stranger = { ...ana, socket: 3, pc: '192.0.2.9', keyed: false }
  expect(isSameProgram(ana, stranger)).toBe(false)
  expect(isSameProgram({ ...ana, keyed: false }, { ...stranger, keyed: true })).toBe(false)
  expect(active(stranger, 10_001)).toBeNull()
  // In an open session nobody has a key; the address tells then.
  expect(isSameProgram({ ...ana, keyed: false }, { ...stranger, pc: ana.pc })).toBe(true)
})

test('two monitors without a name for their start are not the same program', () => {
  const nameless = { ...ana, bootId: null }
  expect(isSameProgram(nameless, { ...nameless, socket: 3 })).toBe(false)
})

describe('who does not drive', () => {
  test('never takes the wall from a quiet PC', () => {
    for (const claim of ['idle', 'silence'] as const) {
      expect(active(ben, 1_000_000, claim)).toBeNull()
    }
  })

  test('does not keep it either', () => {
    const inMenu = feedAfter(anaFeeds, ana, 14_000, 'idle')
    expect(inMenu).toEqual(anaFeeds)
    expect(feedAfter(inMenu, ben, 15_000, 'drives')?.active).toBe(ben)
  })

  test('shows its menu where nobody else feeds the wall, and a film never', () => {
    expect(feedAfter(null, ben, 0, 'idle')?.active).toBe(ben)
    expect(feedAfter(null, ben, 0, 'silence')).toBeNull()
  })
})

test('a teammate’s setup, when nobody drives yet, does not keep the driver waiting', () => {
  const setupShown = feedAfter(null, ben, 10_000, 'idle')
  expect(setupShown?.active).toBe(ben)
  expect(feedAfter(setupShown, ana, 10_001, 'drives')?.active).toBe(ana)
})

test.each([
  [{}, 'drives'],
  [{ state: 'driving' }, 'drives'],
  [{ state: 'garage' }, 'drives'],
  [{ state: 'paused' }, 'drives'],
  [{ state: 'menu' }, 'idle'],
  [{ state: 'spectating' }, 'silence'],
  [{ state: 'replay' }, 'silence'],
  [{ state: 'driving', inControl: false }, 'silence'],
  [{ state: 'driving', inControl: true }, 'drives'],
] as const)('a frame with %j says: %s', (known, claim) => {
  const verdict = { latched: null, candidate: null, agreeing: 0 }
  const units = {
    pressure: null,
    temperature: 'C',
    brakeTemperature: null,
    wear: null,
    source: 'judging',
  } as const
  const event = { type: 'telemetry', atMs: 0, frame: {}, units, pc: 'a', verdict } as const
  expect(claimOf({ ...event, telemetry: telemetry(known) })).toBe(claim)
})
