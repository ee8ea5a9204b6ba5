import type { Clock } from './clock.ts'
import { RateLimit } from './rate-limit.ts'

/** A team starts a handful of monitors at once; a program gone wild is stopped long before the disk is full. Guessed. */
const PER_SECOND = 0.2
const BURST = 50
/** More cars than any race has, times the years: each costs some kilobytes of memory. Guessed. */
const MAX_SESSIONS = 20_000
const ADDRESSES_REMEMBERED = 10_000

/** How many sessions one address may begin. */
export class CreationLimit {
  readonly #clock: Clock
  readonly #byAddress = new Map<string, RateLimit>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  take(address: string, sessions: number): boolean {
    if (sessions >= MAX_SESSIONS) return false
    const nowMs = this.#clock.nowMs()
    if (this.#byAddress.size >= ADDRESSES_REMEMBERED) this.#forgetIdle(nowMs)
    let limit = this.#byAddress.get(address)
    if (limit === undefined) {
      limit = new RateLimit(PER_SECOND, BURST, nowMs)
      this.#byAddress.set(address, limit)
    }
    return limit.take(nowMs)
  }

  #forgetIdle(nowMs: number): void {
    for (const [address, limit] of this.#byAddress) {
      if (limit.isFull(nowMs)) this.#byAddress.delete(address)
    }
  }
}
