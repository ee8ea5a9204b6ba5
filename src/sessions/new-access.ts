import type { SessionAccess } from '../store/session-store.ts'
import { keyHash, newKey } from './access.ts'
import { withNewKey } from './publish-keys.ts'

/** Who may publish to a new session, and its keys, told once. */
export interface NewAccess {
  readonly access: SessionAccess
  readonly publishKey: string
  readonly engineerKey: string | null
}

/** `keyed`, or `bound` to the address of a monitor that cannot present keys. */
export function newAccess(mode: 'keyed' | 'bound', address: string, atMs: number): NewAccess {
  const engineerKey = mode === 'keyed' ? newKey() : null
  const nobodys = {
    publishKeys: [],
    engineerKeyHash: engineerKey === null ? null : keyHash(engineerKey),
    boundAddress: mode === 'bound' ? address : null,
  }
  const { access, made } = withNewKey(nobodys, null, atMs)
  return { access, publishKey: made.key, engineerKey }
}
