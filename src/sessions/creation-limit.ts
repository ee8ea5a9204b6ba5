import type { Clock } from './clock.ts'
import { networkOf } from './network.ts'
import { RateLimit } from './rate-limit.ts'

/** A team starts a handful of monitors at once; a program gone wild is stopped long before the disk is full. Guessed. */
const PER_SECOND = 0.2
const BURST = 50
/**
 * More cars than any race has, times the years. Each costs some kilobytes of memory, and its setup some times what it is
 * written with: 2.7 MB for the largest that is let in, measured with fifty of them. Guessed.
 */
const MAX_SESSIONS = 20_000
const NETWORKS_REMEMBERED = 10_000

/** How many sessions one address may begin; of IPv6, one network. */
export class CreationLimit {
  readonly #clock: Clock
  readonly #byNetwork = new Map<string, RateLimit>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  take(address: string, sessions: number): boolean {
    if (sessions >= MAX_SESSIONS) return false
    const nowMs = this.#clock.nowMs()
    if (this.#byNetwork.size >= NETWORKS_REMEMBERED) this.#forgetIdle(nowMs)
    const network = networkOf(address)
    let limit = this.#byNetwork.get(network)
    if (limit === undefined) {
      limit = new RateLimit(PER_SECOND, BURST, nowMs)
      this.#byNetwork.set(network, limit)
    }
    return limit.take(nowMs)
  }

  #forgetIdle(nowMs: number): void {
    for (const [network, limit] of this.#byNetwork) {
      if (limit.isFull(nowMs)) this.#byNetwork.delete(network)
    }
  }
}
