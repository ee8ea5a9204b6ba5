import type { CarId, Session } from '../race/session.ts'
import type { FrameLog } from '../store/frame-log.ts'
import type { Clock } from './clock.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import type { SessionManager } from './session-manager.ts'

export interface ExpiryDeps {
  readonly sessions: SessionManager
  readonly door: Doorkeeper
  readonly clock: Clock
  /** Raw frames, where they are kept. */
  readonly frames?: Pick<FrameLog, 'forget'> | null
  readonly sessionIdleHours: number
}

const LOOKS_EVERY_MS = 600_000

/** Ends sessions that nobody drives any more, and forgets their raw frames. What is in the books stays. */
export class Expiry {
  readonly #deps: ExpiryDeps
  readonly #stop: () => void
  /** Nothing has come since. */
  readonly #forgotten = new Set<CarId>()

  constructor(deps: ExpiryDeps) {
    this.#deps = deps
    this.#stop = deps.clock.every(LOOKS_EVERY_MS, () => this.#look())
  }

  close(): void {
    this.#stop()
  }

  #look(): void {
    const { sessions, clock, frames, sessionIdleHours } = this.#deps
    const atMs = clock.nowMs()
    for (const car of [...sessions.cars()]) {
      const session = sessions.ofCar(car)
      const isIdle = session !== null && this.#idleMs(session, atMs) >= sessionIdleHours * 3600_000
      if (!isIdle) this.#forgotten.delete(car)
      // One that waits for its first race has nothing to end.
      if (!isIdle || this.#forgotten.has(car) || !wasUsed(session)) continue
      sessions.apply(car, { type: 'ended', atMs, by: 'expiry' })
      if (!frames || frames.forget(car).ok) this.#forgotten.add(car)
    }
  }

  #idleMs({ car, takenAtMs, setup, events, over, createdAtMs }: Session, nowMs: number): number {
    const { door } = this.#deps
    // Its end is news too, but no sign of life.
    const newsAtMs = over === null ? (events[0]?.atMs ?? 0) : 0
    const signs = [takenAtMs, setup?.receivedAtMs, door.heardAtMs(car), newsAtMs, createdAtMs]
    return nowMs - Math.max(...signs.map((atMs) => atMs ?? 0))
  }
}

const wasUsed = ({ telemetry, setup }: Session) => telemetry !== null || setup !== null
