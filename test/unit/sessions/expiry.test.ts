import { describe, expect, test } from 'bun:test'
import type { CarId } from '../../../src/race/session.ts'
import { Expiry } from '../../../src/sessions/expiry.ts'
import { engineer, of, pitLane } from './door.ts'

const HOUR_MS = 3600_000

/** A car that has been driven, with the frames that were kept of it. */
function driven() {
  const lane = pitLane()
  const forgotten: CarId[] = []
  const frames = {
    forget: (car: CarId) => {
      forgotten.push(car)
      return { ok: true, value: undefined } as const
    },
  }
  const expiry = new Expiry({ ...lane, frames, sessionIdleHours: 48 })
  const { car, publishKey } = of(lane.door.create('keyed', engineer))
  const shown = of(lane.door.presentKey(publishKey))
  const setup = () => {
    const atMs = lane.clock.nowMs()
    of(lane.door.admit(shown))
    lane.sessions.apply(car, {
      type: 'setup',
      atMs,
      setup: { receivedAtMs: atMs, sentAt: null, tree: {} },
    })
  }
  setup()
  const over = () => lane.sessions.ofCar(car)?.over?.by ?? null
  return { ...lane, expiry, car, shown, setup, forgotten, over }
}

describe('a session in which nothing has come for 48 h', () => {
  test('is over, its raw frames are forgotten, its books are not', () => {
    const { clock, over, forgotten, car, sessions } = driven()
    clock.advance(47.5 * HOUR_MS)
    expect([over(), forgotten]).toEqual([null, []])
    clock.advance(HOUR_MS)
    expect([over(), forgotten]).toEqual(['expiry', [car]])
    expect(sessions.ofCar(car)?.setup).not.toBeNull()
  })

  test('goes on with the next frame of somebody entitled, and with no other', () => {
    const { clock, over, door, shown, car, desk } = driven()
    clock.advance(49 * HOUR_MS)
    const { number } = of(desk.addKey(car, engineer, 'Ana'))
    expect(over()).toBe('expiry')
    of(desk.revokeKey(car, engineer, number))
    expect(over()).toBe('expiry')
    of(door.admit(shown))
    expect(over()).toBeNull()
    clock.advance(47 * HOUR_MS)
    expect(over()).toBeNull()
  })

  test('is not over while a monitor sends, whoever feeds the wall', () => {
    const { clock, over, door, shown, forgotten } = driven()
    for (let hours = 0; hours < 100; hours++) {
      clock.advance(HOUR_MS)
      of(door.admit(shown))
    }
    expect([over(), forgotten]).toEqual([null, []])
  })
})

test('a car that waits for its first race does not end before it', () => {
  const { clock, sessions, door } = driven()
  const { car } = of(door.create('keyed', engineer))
  clock.advance(100 * HOUR_MS)
  expect(sessions.ofCar(car)?.over).toBeNull()
})

test('what the engineer has ended stays ended by him, and its frames are forgotten as late', () => {
  const { clock, over, desk, car, forgotten } = driven()
  of(desk.end(car, engineer))
  clock.advance(47 * HOUR_MS)
  expect(forgotten).toEqual([])
  clock.advance(2 * HOUR_MS)
  expect([over(), forgotten]).toEqual(['engineer', [car]])
})

test('nothing expires once the server ends', () => {
  const { clock, expiry, over } = driven()
  expiry.close()
  clock.advance(100 * HOUR_MS)
  expect(over()).toBeNull()
})
