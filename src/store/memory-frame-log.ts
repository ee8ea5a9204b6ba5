import type { CarId } from '../race/session.ts'
import { packedFrames, unpackedFrames } from './frame-block.ts'
import type { FrameLog, LoggedFrame } from './frame-log.ts'

interface FramesInMemory {
  readonly blocks: Uint8Array[]
  fresh: LoggedFrame[]
}

/** Five minutes at two a second. As they came, the frames of a day would take a gigabyte. */
const BLOCK_FRAMES = 600

/** Frames for as long as the process lives: for tests, and beside sessions that are not kept either. */
export function memoryFrameLog(): FrameLog {
  const cars = new Map<CarId, FramesInMemory>()

  function append(car: CarId, frames: readonly LoggedFrame[]): void {
    const kept = cars.get(car) ?? { blocks: [], fresh: [] }
    cars.set(car, kept)
    kept.fresh.push(...frames)
    if (kept.fresh.length < BLOCK_FRAMES) return
    kept.blocks.push(packedFrames(kept.fresh))
    kept.fresh = []
  }

  function* framesOf(car: CarId): Generator<LoggedFrame> {
    const kept = cars.get(car)
    if (kept === undefined) return
    // By number: more of them may come between two frames.
    for (let i = 0; i < kept.blocks.length; i++) {
      const block = kept.blocks[i]
      if (block !== undefined) yield* unpackedFrames(block)
    }
    yield* [...kept.fresh]
  }

  return {
    append(given) {
      for (const { car, frames } of given) append(car, frames)
      return { ok: true, value: undefined }
    },
    *read(car, fromMs = -Infinity, toMs = Infinity) {
      for (const frame of framesOf(car)) {
        if (frame.atMs >= fromMs && frame.atMs < toMs) yield frame
      }
    },
    bytesOf(car) {
      const { blocks, fresh } = cars.get(car) ?? { blocks: [], fresh: [] }
      const packed = blocks.reduce((bytes, block) => bytes + block.length, 0)
      return packed + (fresh.length === 0 ? 0 : JSON.stringify(fresh).length)
    },
    forget(car) {
      cars.delete(car)
      return { ok: true, value: undefined }
    },
    close: () => cars.clear(),
  }
}
