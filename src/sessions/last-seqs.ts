import type { Session } from '../race/session.ts'
import type { Telemetry } from '../race/telemetry.ts'

/** A team's PCs and some of their restarts; an open session must not remember everybody who ever tried. Guessed. */
const BOOTS_REMEMBERED = 32

/** The last frame of each start of a monitor, so that one that comes back knows where to go on. */
export class LastSeqs {
  readonly #byBoot = new Map<string, number>()

  /** After a restart of the server only the wall's last frame is known. */
  constructor({ telemetry }: Session) {
    if (telemetry !== null) this.heard(telemetry)
  }

  heard({ bootId, seq }: Telemetry): void {
    if (bootId === null || seq === null) return
    const last = Math.max(seq, this.#byBoot.get(bootId) ?? seq)
    // Last in the map is who was heard last.
    this.#byBoot.delete(bootId)
    this.#byBoot.set(bootId, last)
    const [oldest] = this.#byBoot.keys()
    if (this.#byBoot.size > BOOTS_REMEMBERED && oldest !== undefined) this.#byBoot.delete(oldest)
  }

  of(bootId: string): number | null {
    return this.#byBoot.get(bootId) ?? null
  }
}
