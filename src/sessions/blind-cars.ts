import type { CarId, Session } from '../race/session.ts'
import type { FedSessions } from './feeder.ts'

/** Estimates are worth a line on the wall this often: a sixth of a lap, a tenth of a percent. Guessed. */
export const BLIND_EVERY_MS = 10_000

/**
 * Cars that nobody sees, as far as time alone changes what is told of them: a thousand cars of last week cost nothing, nor
 * does one that stood, or was last seen longer than a stint ago.
 */
export class BlindCars {
  readonly #sessions: Pick<FedSessions, 'apply'>
  readonly #unseen = new Set<CarId>()

  constructor(sessions: Pick<FedSessions, 'apply'>) {
    this.#sessions = sessions
  }

  get size(): number {
    return this.#unseen.size
  }

  /** A session has changed, or was there at the start. */
  heard({ car, feed, over, takenAtMs }: Session): void {
    const isUnseen = takenAtMs !== null && feed !== null && feed.phase !== 'live' && over === null
    if (isUnseen) this.#unseen.add(car)
    else this.#unseen.delete(car)
  }

  tick(atMs: number): void {
    for (const car of [...this.#unseen]) {
      const goesOn = this.#sessions.apply(car, { type: 'time-passed', atMs })
      // Whatever changes the session brings it back.
      if (!goesOn) this.#unseen.delete(car)
    }
  }
}
