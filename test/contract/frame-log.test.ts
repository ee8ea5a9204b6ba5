import { afterEach, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CarId } from '../../src/race/session.ts'
import type { FrameLog, LoggedFrame } from '../../src/store/frame-log.ts'
import { memoryFrameLog } from '../../src/store/memory-frame-log.ts'
import { sqliteFrameLog } from '../../src/store/sqlite-frame-log.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { done } from './open-store.ts'

/** Logs that outlive the process are closed and opened again before they are read. */
interface OpenLog {
  readonly log: FrameLog
  reopened(): FrameLog
}

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

const adapters: Readonly<Record<string, () => OpenLog>> = {
  memory() {
    const log = memoryFrameLog()
    return { log, reopened: () => log }
  },
  sqlite() {
    const folder = mkdtempSync(join(tmpdir(), 'frames-'))
    const path = join(folder, 'frames.sqlite')
    const complain = (reason: string) => {
      throw new Error(reason)
    }
    let log = sqliteFrameLog(path, complain)
    cleanups.push(() => {
      log.close()
      rmSync(folder, { recursive: true, force: true })
    })
    return {
      log,
      reopened() {
        log.close()
        log = sqliteFrameLog(path, complain)
        return log
      },
    }
  },
}

const ana = 'ana' as CarId
const ben = 'ben' as CarId
const startMs = 1_781_359_531_000.25

const frameAt = (second: number, body: unknown = { fuel: 90 - second / 100, n: second }) =>
  ({ kind: 'frame', atMs: startMs + second * 1_000, body }) satisfies LoggedFrame

const secondsOf = (frames: Iterable<LoggedFrame>) =>
  [...frames].map(({ atMs }) => (atMs - startMs) / 1_000)

const seconds = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

/** A frame a second, appended a second apart, as the server does. */
function raced(log: FrameLog, to: number, from = 0, car = ana): void {
  for (const second of seconds(from, to)) {
    expect(log.append([{ car, frames: [frameAt(second)] }])).toEqual(done)
  }
}

for (const [name, open] of Object.entries(adapters)) {
  describe(name, () => {
    test('a car of which nothing was heard has no frames', () => {
      const { log } = open()
      expect([...log.read(ana)]).toEqual([])
      expect(log.bytesOf(ana)).toBe(0)
    })

    test('what came is read as it came, in its order, at once and after a restart', () => {
      const { log, reopened } = open()
      const frames: readonly LoggedFrame[] = [
        frameAt(0, existingMonitorFrame()),
        { kind: 'setup', atMs: startMs + 200, body: garageSetup() },
        frameAt(1, { ...existingMonitorFrame(), player_name: 'Søren \u0000 \ud83c' }),
      ]
      log.append([{ car: ana, frames: frames.slice(0, 2) }])
      log.append([{ car: ana, frames: frames.slice(2) }])
      expect([...log.read(ana)]).toEqual([...frames])
      expect([...reopened().read(ana)]).toEqual([...frames])
    })

    test('an hour comes back whole, once each, though it has been packed meanwhile', () => {
      const { log, reopened } = open()
      raced(log, 3_600)
      expect(secondsOf(log.read(ana))).toEqual(seconds(0, 3_600))
      const again = reopened()
      raced(again, 3_700, 3_600)
      expect([...again.read(ana)]).toEqual(seconds(0, 3_700).map((second) => frameAt(second)))
    })

    test('a part of the race is read from its first moment until before its last', () => {
      const { log } = open()
      raced(log, 1_500)
      const at = (second: number) => startMs + second * 1_000
      expect(secondsOf(log.read(ana, at(290), at(910)))).toEqual(seconds(290, 910))
      expect(secondsOf(log.read(ana, at(1_490)))).toEqual(seconds(1_490, 1_500))
      expect(secondsOf(log.read(ana, undefined, at(3)))).toEqual([0, 1, 2])
      expect(secondsOf(log.read(ana, at(5_000)))).toEqual([])
      expect(secondsOf(log.read(ana, at(700), at(700)))).toEqual([])
    })

    test('the order is that of their coming, whatever a clock does', () => {
      const { log, reopened } = open()
      const order = [...seconds(0, 400), ...seconds(100, 500), ...seconds(50, 90)]
      for (const second of order) log.append([{ car: ana, frames: [frameAt(second)] }])
      expect(secondsOf(reopened().read(ana))).toEqual(order)
    })

    test('each car has its own frames', () => {
      const { log, reopened } = open()
      for (const second of seconds(0, 700)) {
        const cars = [
          { car: ana, frames: [frameAt(second)] },
          { car: ben, frames: second % 2 === 0 ? [frameAt(second, { n: second })] : [] },
        ]
        log.append(cars)
      }
      const again = reopened()
      expect(secondsOf(again.read(ana))).toEqual(seconds(0, 700))
      expect(secondsOf(again.read(ben))).toEqual(seconds(0, 700).filter((s) => s % 2 === 0))
    })

    test('reading goes on while the race does', () => {
      const { log } = open()
      raced(log, 590)
      const reading = log.read(ana)[Symbol.iterator]()
      const read = seconds(0, 310).map(() => reading.next().value as LoggedFrame)
      raced(log, 1_300, 590)
      const rest = { [Symbol.iterator]: () => reading }
      const all = secondsOf([...read, ...rest])
      expect(all.slice(0, 590)).toEqual(seconds(0, 590))
      expect(all).toEqual(seconds(0, all.length))
    })

    test('a car forgotten leaves nothing, and may begin anew', () => {
      const { log, reopened } = open()
      raced(log, 700)
      raced(log, 700, 0, ben)
      expect(log.bytesOf(ana)).toBeGreaterThan(1_000)
      expect(log.forget(ana)).toEqual(done)
      expect([secondsOf(log.read(ana)), log.bytesOf(ana)]).toEqual([[], 0])
      expect(log.forget(ana)).toEqual(done)
      raced(log, 720, 710)
      const again = reopened()
      expect(secondsOf(again.read(ana))).toEqual(seconds(710, 720))
      expect(secondsOf(again.read(ben))).toEqual(seconds(0, 700))
    })

    test('nothing to append is appended at once', () => {
      const { log } = open()
      expect(log.append([])).toEqual(done)
      expect(log.append([{ car: ana, frames: [] }])).toEqual(done)
      expect([...log.read(ana)]).toEqual([])
    })
  })
}
