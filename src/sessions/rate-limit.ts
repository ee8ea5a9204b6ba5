/** A token bucket: `burst` at once, `perSecond` for ever. */
export class RateLimit {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #atMs: number

  constructor(perSecond: number, burst: number, nowMs: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
    this.#atMs = nowMs
  }

  /** Takes one or more, or says that there are not so many. */
  take(nowMs: number, count = 1): boolean {
    const refilled = this.#tokens + ((nowMs - this.#atMs) / 1000) * this.#perSecond
    this.#tokens = Math.min(this.#burst, refilled)
    this.#atMs = nowMs
    if (this.#tokens < count) return false
    this.#tokens -= count
    return true
  }

  /** Nobody has used it for so long that forgetting it changes nothing. */
  isFull(nowMs: number): boolean {
    return this.#tokens + ((nowMs - this.#atMs) / 1000) * this.#perSecond >= this.#burst
  }
}
