import type { CarId } from '../race/session.ts'
import type { SessionAccess } from '../store/session-store.ts'
import { isKeyOf, keyHash } from './access.ts'

/** A publish key that somebody has shown, and the car it opened. */
export interface KeyShown {
  readonly car: CarId
  readonly keyHash: string
}

/** Which car a key opens. Knows hashes only. */
export class KeyRing {
  readonly #publishers = new Map<string, CarId>()
  readonly #engineers = new Map<string, CarId>()

  add(car: CarId, { publishKeys, engineerKeyHash }: SessionAccess): void {
    for (const { hash, revokedAtMs } of publishKeys) {
      if (revokedAtMs === null) this.#publishers.set(hash, car)
    }
    if (engineerKeyHash !== null) this.#engineers.set(engineerKeyHash, car)
  }

  delete({ publishKeys, engineerKeyHash }: SessionAccess): void {
    for (const { hash } of publishKeys) this.#publishers.delete(hash)
    if (engineerKeyHash !== null) this.#engineers.delete(engineerKeyHash)
  }

  publishersCar(key: string): KeyShown | null {
    return carOf(key, this.#publishers)
  }

  /** It was right when it was shown; keys are revoked. */
  stillOpens({ car, keyHash }: KeyShown): boolean {
    return this.#publishers.get(keyHash) === car
  }

  engineersCar(key: string): CarId | null {
    return carOf(key, this.#engineers)?.car ?? null
  }
}

function carOf(key: string, ring: ReadonlyMap<string, CarId>): KeyShown | null {
  const hash = keyHash(key)
  const car = ring.get(hash)
  return car !== undefined && isKeyOf(key, hash) ? { car, keyHash: hash } : null
}
