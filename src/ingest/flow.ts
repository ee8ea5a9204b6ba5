import type { Clock } from '../sessions/clock.ts'
import { RateLimit } from '../sessions/rate-limit.ts'
import { limits } from '../wire/limits.ts'

/** Two seconds of frames may arrive at once after a stall of the network. */
const BURST = 40
/** The largest message there is, and the frames beside it. Guessed. */
const BURST_BYTES = 1024 * 1024
const EXCESS_ENDS_AFTER_MS = 10_000
/** An excess is over when nothing had to be dropped for this long. */
const EXCESS_OVER_AFTER_MS = 2_000

export type FlowVerdict = 'ok' | 'dropped' | 'exceeded'

/**
 * How much one connection says: dropped above 20 messages or 256 KB a second, ended after ten seconds of that. Bytes
 * are asked about before anything is read, since reading is what costs.
 */
export class Flow {
  readonly #clock: Clock
  readonly #messages: RateLimit
  readonly #bytes: RateLimit
  #excessSinceMs: number | null = null
  #lastDropMs = 0

  constructor(clock: Clock) {
    this.#clock = clock
    const nowMs = clock.nowMs()
    this.#messages = new RateLimit(limits.framesPerSecond, BURST, nowMs)
    this.#bytes = new RateLimit(limits.bytesPerSecond, BURST_BYTES, nowMs)
  }

  nextBytes(count: number): FlowVerdict {
    return this.#taken(this.#bytes, count)
  }

  nextMessage(): FlowVerdict {
    return this.#taken(this.#messages, 1)
  }

  #taken(limit: RateLimit, count: number): FlowVerdict {
    const nowMs = this.#clock.nowMs()
    if (this.#excessSinceMs !== null && nowMs - this.#lastDropMs > EXCESS_OVER_AFTER_MS) {
      this.#excessSinceMs = null
    }
    if (limit.take(nowMs, count)) return 'ok'
    this.#excessSinceMs ??= nowMs
    this.#lastDropMs = nowMs
    return nowMs - this.#excessSinceMs >= EXCESS_ENDS_AFTER_MS ? 'exceeded' : 'dropped'
  }
}
