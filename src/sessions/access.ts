import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, in characters that survive URLs and config files. */
export const newKey = (): string => randomBytes(32).toString('base64url')

export const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex')

/** In constant time, so that answers do not tell how much of a key was right. */
export function isKeyOf(key: string, hash: string | null): boolean {
  if (hash === null) return false
  const given = Buffer.from(keyHash(key), 'hex')
  const kept = Buffer.from(hash, 'hex')
  return given.length === kept.length && timingSafeEqual(given, kept)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A session id as people write it: any case, spaces around it. null: not a UUID. */
export function readSessionId(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 64) return null
  const id = text.trim().toLowerCase()
  return UUID.test(id) ? id : null
}
