import type { CarId } from '../race/session.ts'

/** Forms that may still be sent again. Guessed: far more than are open at the same time. */
const REMEMBERED = 1_000

/** What forms have made. A browser that reloads the answer sends its form again, and wants no second car. */
export class OnceMade {
  readonly #made = new Map<string, CarId>()

  /** null: nothing yet. The same form with another name is another wish. */
  of(once: string | undefined, name: string): CarId | null {
    return once === undefined ? null : (this.#made.get(`${once} ${name}`) ?? null)
  }

  keep(once: string | undefined, name: string, car: CarId): void {
    if (once === undefined) return
    this.#made.set(`${once} ${name}`, car)
    const [oldest] = this.#made.keys()
    if (this.#made.size > REMEMBERED && oldest !== undefined) this.#made.delete(oldest)
  }
}
