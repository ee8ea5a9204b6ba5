/** Chance that repeats itself: the same seed, the same race. */
export class Chance {
  #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  /** Even in [0, 1): mulberry32. */
  unit(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  between(from: number, to: number): number {
    return from + this.unit() * (to - from)
  }

  happens(probability: number): boolean {
    return this.unit() < probability
  }

  /** One of these, as often as its weight says. */
  weighted<T>(weights: readonly (readonly [T, number])[]): T {
    let left = this.unit() * weights.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [choice, weight] of weights) {
      left -= weight
      if (left < 0) return choice
    }
    return weights[0]![0]
  }
}
