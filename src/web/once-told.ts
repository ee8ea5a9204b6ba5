import type { Done } from '../../views/engineer/done.ts'

/** Pages that have yet to be opened after a form. Guessed: a browser opens them at once. */
const REMEMBERED = 100

/** What a form has done, for the page that it leads to. It is told once: reloaded or kept, that page is about today. */
export class OnceTold {
  readonly #untold = new Map<string, Done>()

  /** The word under which it is told. */
  keep(done: Done): string {
    const word = crypto.randomUUID()
    this.#untold.set(word, done)
    const [oldest] = this.#untold.keys()
    if (this.#untold.size > REMEMBERED && oldest !== undefined) this.#untold.delete(oldest)
    return word
  }

  /** null: told already, or never done. */
  take(word: string): Done | null {
    const done = this.#untold.get(word) ?? null
    this.#untold.delete(word)
    return done
  }
}
