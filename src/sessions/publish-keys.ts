import type { PublishKey, SessionAccess } from '../store/session-store.ts'
import { keyHash, newKey } from './access.ts'

/** More drivers than any team has. */
export const KEYS_MOST = 32
/** Long enough to see who had one; the older ones open nothing, remembered or not. */
const REVOKED_KEPT = 40

/** A key that is told now, and never again. */
export interface NewKey {
  readonly key: string
  readonly number: number
  readonly label: string | null
}

export const liveKeys = ({ publishKeys }: SessionAccess): readonly PublishKey[] =>
  publishKeys.filter(({ revokedAtMs }) => revokedAtMs === null)

export const liveKey = (access: SessionAccess, number: number): PublishKey | null =>
  liveKeys(access).find((key) => key.number === number) ?? null

/** With one key more, under a number that no other has had. */
export function withNewKey(
  access: SessionAccess,
  label: string | null,
  atMs: number,
): { readonly access: SessionAccess; readonly made: NewKey } {
  const key = newKey()
  const number = Math.max(0, ...access.publishKeys.map((other) => other.number)) + 1
  const kept = { number, hash: keyHash(key), label, issuedAtMs: atMs }
  const publishKeys = [
    ...access.publishKeys,
    { ...kept, revokedAtMs: null, seenInBrowserAtMs: null },
  ]
  return { access: { ...access, publishKeys }, made: { key, number, label } }
}

export function withoutKey(access: SessionAccess, number: number, atMs: number): SessionAccess {
  const revoked = changed(access, number, { revokedAtMs: atMs })
  const old = revoked.publishKeys.filter(({ revokedAtMs }) => revokedAtMs !== null)
  const dropped = new Set(old.slice(0, Math.max(0, old.length - REVOKED_KEPT)))
  return { ...access, publishKeys: revoked.publishKeys.filter((key) => !dropped.has(key)) }
}

export const withKeySeen = (access: SessionAccess, number: number, atMs: number): SessionAccess =>
  changed(access, number, { seenInBrowserAtMs: atMs })

export const withKeyLabelled = (
  access: SessionAccess,
  number: number,
  label: string,
): SessionAccess => changed(access, number, { label })

const changed = (access: SessionAccess, number: number, change: Partial<PublishKey>) => ({
  ...access,
  publishKeys: access.publishKeys.map((key) =>
    key.number === number ? { ...key, ...change } : key,
  ),
})
