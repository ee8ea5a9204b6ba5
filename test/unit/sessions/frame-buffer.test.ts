import { expect, test } from 'bun:test'
import type { CarId } from '../../../src/race/session.ts'
import { FrameBuffer } from '../../../src/sessions/frame-buffer.ts'
import type { FrameLog, FramesOfCar } from '../../../src/store/frame-log.ts'

const [ana, ben] = ['car-a', 'car-b'] as [CarId, CarId]

/** A log on a disk that can be full, or meet a bug. */
function disk() {
  const state = {
    appended: [] as (readonly FramesOfCar[])[],
    is: 'well' as 'well' | 'full' | 'mad',
  }
  const told: (string | null)[] = []
  const log: FrameLog = {
    append(frames) {
      if (state.is === 'mad') throw new Error('no such column')
      if (state.is === 'full') return { ok: false, problem: 'store-unavailable' }
      state.appended.push(frames)
      return { ok: true, value: undefined }
    },
    read: () => [],
    bytesOf: () => 0,
    forget: () => ({ ok: true, value: undefined }),
    close: () => {},
  }
  return { state, told, buffer: new FrameBuffer(log, (reason) => told.push(reason)) }
}

const frame = (n: number) => ({ kind: 'frame', atMs: n, body: { n } }) as const

test('what has come in goes to the log in one call, each car’s in order', () => {
  const { state, buffer } = disk()
  for (const n of [1, 2]) {
    buffer.add(ana, frame(n))
    buffer.add(ben, frame(10 + n))
  }
  buffer.flush()
  buffer.flush()
  expect(state.appended).toEqual([
    [
      { car: ana, frames: [frame(1), frame(2)] },
      { car: ben, frames: [frame(11), frame(12)] },
    ],
  ])
})

test.each([
  ['full', 'store-unavailable'],
  ['mad', 'Error: no such column'],
] as const)('what a disk that is %s refuses is kept for later, and said once', (is, reason) => {
  const { state, told, buffer } = disk()
  state.is = is
  for (const n of [1, 2]) {
    buffer.add(ana, frame(n))
    buffer.flush()
  }
  state.is = 'well'
  buffer.flush()
  expect(state.appended).toEqual([[{ car: ana, frames: [frame(1), frame(2)] }]])
  expect(told).toEqual([reason, null])
})

test('a disk that stays full costs no memory: the oldest are let go', () => {
  const { state, buffer } = disk()
  state.is = 'full'
  for (let n = 1; n <= 100_000; n++) buffer.add(ana, frame(n))
  for (let n = 1; n <= 1_000; n++) buffer.add(ana, { kind: 'setup', atMs: n, body: { n } })
  state.is = 'well'
  buffer.flush()
  const kept = state.appended[0]?.[0]?.frames ?? []
  expect(kept.length).toBeLessThan(12_000)
  expect(kept.at(-1)).toEqual({ kind: 'setup', atMs: 1_000, body: { n: 1_000 } })
})

test('a disk that stays full costs no memory, however large the frames are', () => {
  const { state, buffer } = disk()
  state.is = 'full'
  const text = 'x'.repeat(60_000)
  for (let second = 1; second <= 60; second++) {
    for (let n = 1; n <= 50; n++) buffer.add(ana, { ...frame(n), body: { text, second, n } })
    buffer.flush()
  }
  state.is = 'well'
  buffer.flush()
  const kept = state.appended[0]?.[0]?.frames ?? []
  expect(kept.length).toBeGreaterThan(600)
  expect(kept.length * text.length).toBeLessThan(40_000_000)
  expect(kept.at(-1)?.body).toMatchObject({ second: 60, n: 50 })
})
