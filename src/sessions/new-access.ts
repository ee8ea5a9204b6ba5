import type { SessionAccess } from '../store/session-store.ts'
import { keyHash, newKey } from './access.ts'

/** Who may publish to a new session, and its keys, told once. */
export interface NewAccess {
  readonly access: SessionAccess
  readonly publishKey: string
  readonly engineerKey: string | null
}

/** `keyed`, or `bound` to the address of a monitor that cannot present keys. */
export function newAccess(mode: 'keyed' | 'bound', address: string, atMs: number): NewAccess {
  const publishKey = newKey()
  const engineerKey = mode === 'keyed' ? newKey() : null
  const access = {
    publishKeys: [
      {
        number: 1,
        hash: keyHash(publishKey),
        label: null,
        issuedAtMs: atMs,
        revokedAtMs: null,
        seenInBrowserAtMs: null,
      },
    ],
    engineerKeyHash: engineerKey === null ? null : keyHash(engineerKey),
    boundAddress: mode === 'bound' ? address : null,
  }
  return { access, publishKey, engineerKey }
}
