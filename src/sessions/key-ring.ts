import type { SessionId } from '../race/session.ts'
import type { SessionAccess } from '../store/session-store.ts'
import { isKeyOf, keyHash } from './access.ts'

/** Which session a key opens. Knows hashes only. */
export class KeyRing {
  readonly #publishers = new Map<string, SessionId>()
  readonly #engineers = new Map<string, SessionId>()

  add(id: SessionId, { publishKeyHash, engineerKeyHash }: SessionAccess): void {
    if (publishKeyHash !== null) this.#publishers.set(publishKeyHash, id)
    if (engineerKeyHash !== null) this.#engineers.set(engineerKeyHash, id)
  }

  delete({ publishKeyHash, engineerKeyHash }: SessionAccess): void {
    if (publishKeyHash !== null) this.#publishers.delete(publishKeyHash)
    if (engineerKeyHash !== null) this.#engineers.delete(engineerKeyHash)
  }

  publishersSession(key: string): SessionId | null {
    return sessionOf(key, this.#publishers)
  }

  engineersSession(key: string): SessionId | null {
    return sessionOf(key, this.#engineers)
  }
}

function sessionOf(key: string, ring: ReadonlyMap<string, SessionId>): SessionId | null {
  const hash = keyHash(key)
  const id = ring.get(hash)
  return id !== undefined && isKeyOf(key, hash) ? id : null
}
