/** Counts how often something held. */
export class Share {
  held = 0
  all = 0

  add(holds: boolean): void {
    this.all++
    if (holds) this.held++
  }

  get ratio(): number {
    return this.all === 0 ? Number.NaN : this.held / this.all
  }
}

/** Keeps what was measured, for its mean and its quantiles. */
export class Spread {
  readonly #values: number[] = []
  #isSorted = true

  add(value: number): void {
    this.#values.push(value)
    this.#isSorted = false
  }

  get count(): number {
    return this.#values.length
  }

  get mean(): number {
    return this.#values.reduce((sum, value) => sum + value, 0) / this.#values.length
  }

  quantile(share: number): number {
    if (!this.#isSorted) this.#values.sort((a, b) => a - b)
    this.#isSorted = true
    const at = Math.min(this.#values.length - 1, Math.floor(share * this.#values.length))
    return this.#values[at] ?? Number.NaN
  }
}
