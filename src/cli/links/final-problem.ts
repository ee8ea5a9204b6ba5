import type { ProblemMessage } from '../../wire/server-messages.ts'

/** Problems that the same monitor would only meet again: it must not come back by itself. */
const finalCodes: ReadonlySet<string> = new Set([
  'unknown-session',
  'session-ended',
  'link-revoked',
  'wrong-key',
  'key-required',
  'wrong-address',
  'legacy-monitors-off',
  'not-a-session-id',
  'browser',
])

/** Why there is no point in another try, or null. */
export function finalReason(problem: ProblemMessage): string | null {
  return finalCodes.has(problem.code) ? problem.message : null
}
