import type { CarId } from '../race/session.ts'
import type { FrameLog, LoggedFrame } from './frame-log.ts'

/** Frames for as long as the process lives: for tests, and beside sessions that are not kept either. */
export function memoryFrameLog(): FrameLog {
  const frames = new Map<CarId, LoggedFrame[]>()
  const framesOf = (car: CarId): readonly LoggedFrame[] => frames.get(car) ?? []
  return {
    append(cars) {
      for (const { car, frames: more } of cars) frames.set(car, [...framesOf(car), ...more])
      return { ok: true, value: undefined }
    },
    read: (car, fromMs = -Infinity, toMs = Infinity) =>
      framesOf(car).filter(({ atMs }) => atMs >= fromMs && atMs < toMs),
    bytesOf: (car) =>
      framesOf(car).reduce((bytes, frame) => bytes + JSON.stringify(frame).length, 0),
    forget(car) {
      frames.delete(car)
      return { ok: true, value: undefined }
    },
    close: () => frames.clear(),
  }
}
