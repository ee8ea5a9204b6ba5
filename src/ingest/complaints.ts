import type { Clock } from '../sessions/clock.ts'
import type { Link } from './link.ts'
import { type ConnectionProblem, problemText } from './problem-message.ts'

/** The same refusal 20 times a second helps nobody. */
const REPEATED_AFTER_MS = 1_000
/** A monitor that sends nonsense in all of its keys has understood after these. */
const REFUSED_KEYS_TOLD = 20

/** What one connection is told about what it does wrong: always why, never too often. */
export class Complaints {
  readonly #link: Link
  readonly #clock: Clock
  readonly #toldAtMs = new Map<ConnectionProblem, number>()
  readonly #refusedKeys = new Set<string>()

  constructor(link: Link, clock: Clock) {
    this.#link = link
    this.#clock = clock
  }

  tell(code: ConnectionProblem, message = problemText(code), field: string | null = null): void {
    const nowMs = this.#clock.nowMs()
    const toldAtMs = this.#toldAtMs.get(code)
    if (toldAtMs !== undefined && nowMs - toldAtMs < REPEATED_AFTER_MS) return
    this.#toldAtMs.set(code, nowMs)
    this.#link.send('problem', field === null ? { code, message } : { code, message, field })
  }

  /** Keys of a frame that were left out of it: each is told once. */
  tellRefusedKeys(keys: readonly string[]): void {
    for (const key of keys) {
      if (this.#refusedKeys.has(key) || this.#refusedKeys.size >= REFUSED_KEYS_TOLD) continue
      this.#refusedKeys.add(key)
      const message = `${key}: not of the type or range in /schema/telemetry_update.json. The rest of the frame is taken.`
      this.#link.send('problem', { code: 'key-refused', message, field: key })
    }
  }
}
