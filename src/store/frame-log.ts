import type { Result } from '../race/result.ts'
import type { CarId } from '../race/session.ts'
import type { StoreProblem } from './session-store.ts'

/** What a monitor sent, as it came, and when. */
export interface LoggedFrame {
  readonly kind: 'frame' | 'setup'
  /** Server's clock at its arrival. */
  readonly atMs: number
  readonly body: unknown
}

export interface FramesOfCar {
  readonly car: CarId
  readonly frames: readonly LoggedFrame[]
}

/**
 * Raw frames of the cars, apart from the books: for replay, exports and charts. An adapter MUST keep the order in which
 * they were appended, MUST write all of one call or nothing, and MUST NOT hold more of a car in memory than a few
 * minutes' worth while it reads.
 */
export interface FrameLog {
  append(frames: readonly FramesOfCar[]): Result<void, StoreProblem>
  /** Those from `fromMs` until before `toMs`, in order. */
  read(car: CarId, fromMs?: number, toMs?: number): Iterable<LoggedFrame>
  /** Bytes on disk of this car. */
  bytesOf(car: CarId): number
  forget(car: CarId): Result<void, StoreProblem>
  close(): void
}
