import type { CarId } from '../race/session.ts'
import { unpackedFrames } from './frame-block.ts'
import type { FrameLog, LoggedFrame } from './frame-log.ts'
import {
  blockAfter,
  bytesOf,
  deleteFrames,
  type FreshOfCar,
  freshFrames,
  freshOfCars,
  lastMs,
  packFresh,
  writeFresh,
} from './frame-rows.ts'
import { FramesDatabase } from './frames-database.ts'

/** What a block holds: enough for frames to resemble each other, little enough to unpack in some milliseconds. */
const BLOCK_MS = 5 * 60_000
/** Of a monitor at high rate. Packing a block keeps the server busy: 15 ms, and 120 where no frame resembles another. */
const BLOCK_BYTES = 1_000_000

interface Part {
  /** Where to go on; null: there is nothing after this one. */
  readonly id: number | null
  readonly frames: readonly LoggedFrame[]
}

/** SQLite in a file of its own beside the books. `onTrouble` hears why something failed, once until all is well. */
export function sqliteFrameLog(
  path: string,
  onTrouble: (reason: string) => void = () => {},
): FrameLog {
  const file = new FramesDatabase(path, onTrouble)
  const fresh = new Map<CarId, FreshOfCar>()
  let isPacking = true
  file.read((database) => {
    for (const one of freshOfCars(database)) fresh.set(one.car, one)
  })

  /** One block at a time: those of a whole grid would keep the server busy for a moment. */
  function packWhatIsDue(nowMs: number): void {
    const due = [...fresh.values()].find(
      ({ sinceMs, bytes }) => nowMs - sinceMs >= BLOCK_MS || bytes >= BLOCK_BYTES,
    )
    if (due === undefined) return
    if (file.write((database) => packFresh(database, due.car)).ok) fresh.delete(due.car)
  }

  /** What has been appended is appended: to be told otherwise, its owner would append it again. */
  function packQuietly(nowMs: number): void {
    try {
      packWhatIsDue(nowMs)
      isPacking = true
    } catch (error) {
      if (isPacking)
        onTrouble(`frames cannot be packed, and take more room than they should: ${error}`)
      isPacking = false
    }
  }

  function partAfter(car: CarId, id: number, fromMs: number, toMs: number): Part {
    const part = file.read((database) => {
      const block = blockAfter(database, car, id, fromMs, toMs)
      return block === null
        ? { id: null, frames: freshFrames(database, car) }
        : { id: block.id, frames: unpacked(block.frames) }
    })
    return part ?? { id: null, frames: [] }
  }

  function unpacked(bytes: Uint8Array): readonly LoggedFrame[] {
    try {
      return unpackedFrames(bytes)
    } catch (error) {
      // What lies around it is as good as ever.
      onTrouble(`some minutes of frames in ${path} are damaged and left out (${error})`)
      return []
    }
  }

  return {
    append(cars) {
      const given = cars.filter(({ frames }) => frames.length > 0)
      if (given.length === 0) return { ok: true, value: undefined }
      let appended: readonly FreshOfCar[] = []
      const written = file.write((database) => {
        appended = given.map((one) => writeFresh(database, one))
      })
      if (!written.ok) return written
      for (const { car, sinceMs, bytes } of appended) {
        const before = fresh.get(car) ?? { sinceMs, bytes: 0 }
        fresh.set(car, { car, sinceMs: before.sinceMs, bytes: before.bytes + bytes })
      }
      packQuietly(Math.max(...given.map(({ frames }) => lastMs(frames))))
      return written
    },
    *read(car, fromMs = -Infinity, toMs = Infinity) {
      // Part by part: between two of them the server goes on, and packs and appends.
      for (let id: number | null = 0; id !== null; ) {
        const part: Part = partAfter(car, id, fromMs, toMs)
        for (const frame of part.frames) {
          if (frame.atMs >= fromMs && frame.atMs < toMs) yield frame
        }
        id = part.id
      }
    },
    bytesOf: (car) => file.read((database) => bytesOf(database, car)) ?? 0,
    forget(car) {
      const forgotten = file.write((database) => deleteFrames(database, car))
      if (forgotten.ok) fresh.delete(car)
      return forgotten
    },
    close: () => file.close(),
  }
}
