import type { Clock } from '../sessions/clock.ts'
import { RateLimit } from '../sessions/rate-limit.ts'
import { limits } from '../wire/limits.ts'

/** Half a second of frames may arrive at once after a stall of the network. */
const BURST = 40
const EXCESS_ENDS_AFTER_MS = 10_000
/** An excess is over when nothing had to be dropped for this long. */
const EXCESS_OVER_AFTER_MS = 2_000

export type FlowVerdict = 'ok' | 'dropped' | 'exceeded'

/** How fast one connection speaks: dropped above 20 a second, ended after ten seconds of that. */
export class Flow {
  readonly #clock: Clock
  readonly #limit: RateLimit
  #excessSinceMs: number | null = null
  #lastDropMs = 0

  constructor(clock: Clock) {
    this.#clock = clock
    this.#limit = new RateLimit(limits.framesPerSecond, BURST, clock.nowMs())
  }

  next(): FlowVerdict {
    const nowMs = this.#clock.nowMs()
    if (this.#excessSinceMs !== null && nowMs - this.#lastDropMs > EXCESS_OVER_AFTER_MS) {
      this.#excessSinceMs = null
    }
    if (this.#limit.take(nowMs)) return 'ok'
    this.#excessSinceMs ??= nowMs
    this.#lastDropMs = nowMs
    return nowMs - this.#excessSinceMs >= EXCESS_ENDS_AFTER_MS ? 'exceeded' : 'dropped'
  }
}
