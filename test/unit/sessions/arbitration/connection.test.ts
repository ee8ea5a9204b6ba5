import { expect, test } from 'bun:test'
import {
  type Connection,
  connectionAfter,
} from '../../../../src/sessions/arbitration/connection.ts'

const HOUR_MS = 3_600_000

/** How late each frame of one connection came: two a second, the driver's clock `offMs` from ours. */
function lateness(delaysMs: readonly number[], offMs: (frame: number) => number = () => 0) {
  let connection: Connection | null = null
  return delaysMs.map((delayMs, frame) => {
    const sentAtMs = 10 * HOUR_MS + frame * 500
    const after = connectionAfter(connection, sentAtMs + delayMs, sentAtMs + offMs(frame))
    connection = after.connection
    return after.lateMs
  })
}

test('a frame is as late as it took longer than the fastest', () => {
  expect(lateness([80, 50, 60, 4_050, 50])).toEqual([0, 0, 10, 4_000, 0])
})

test('a clock that is three hours wrong changes nothing', () => {
  expect(lateness([80, 50, 60, 4_050, 50], () => -3 * HOUR_MS)).toEqual([0, 0, 10, 4_000, 0])
})

test('a clock that is set during the race makes nobody late', () => {
  const steady = Array(20).fill(50)
  expect(lateness(steady, (frame) => (frame < 10 ? 0 : -3 * HOUR_MS))).toEqual(Array(20).fill(0))
  expect(lateness(steady, (frame) => (frame < 10 ? 0 : 3 * HOUR_MS))).toEqual(Array(20).fill(0))
})

test('a road that is longer for good is late for a minute at most', () => {
  const late = lateness([...Array(20).fill(50), ...Array(200).fill(4_050)])
  expect(late[20]).toBe(4_000)
  expect(late.slice(20 + 120)).toEqual(Array(80).fill(0))
})

test('who does not say when is never late', () => {
  expect(connectionAfter(null, 5_000, null)).toEqual({ connection: null, lateMs: 0 })
})

test('a clock that stands still makes nobody late', () => {
  expect(lateness(Array(40).fill(50), (frame) => -frame * 500)).toEqual(Array(40).fill(0))
})
