import type { Result } from '../race/result.ts'
import type { SessionMode } from '../race/session.ts'
import type { SessionAccess } from '../store/session-store.ts'
import type { Problem } from './problem.ts'

/** Whether a frame without a key may be published: judged for each frame, since a session's mode can change. */
export function keylessAdmission(
  mode: SessionMode,
  access: SessionAccess,
  address: string,
  legacyMonitors: boolean,
): Result<void, Problem> {
  if (!legacyMonitors) return { ok: false, problem: 'legacy-monitors-off' }
  switch (mode) {
    case 'keyed':
      return { ok: false, problem: 'key-required' }
    case 'bound':
      return access.boundAddress === address
        ? { ok: true, value: undefined }
        : { ok: false, problem: 'wrong-address' }
    case 'open':
      return { ok: true, value: undefined }
  }
}
