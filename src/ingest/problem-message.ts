import type { Problem } from '../sessions/problem.ts'
import type { Refusal } from '../wire/refusal.ts'

/** What only a connection can do wrong. */
export type ConnectionProblem =
  | Problem
  | Refusal['code']
  | 'malformed-often'
  | 'rate-limited'
  | 'rate-exceeded'
  | 'key-refused'
  | 'replaced'

/**
 * What a monitor is told, and the close code of the typed transport where it ends the connection (null: it stays).
 * Texts are for whoever looks at the monitor's window: they name the way out.
 */
const answers = {
  'unknown-session': {
    close: null,
    text: 'There is no such session. Send request_session_id for a new one.',
  },
  'session-ended': {
    close: 4410,
    text: 'The engineer has ended this session. When he has reopened it, start the monitor again: its key stays the same.',
  },
  'link-revoked': {
    close: null,
    text: 'This link is no longer valid. Ask the engineer for the new one.',
  },
  'no-session-requested': {
    close: 4401,
    text: 'Send request_session_id first, within 10 s of connecting.',
  },
  'wrong-key': {
    close: 4403,
    text: 'This publish key belongs to no session here. Ask the engineer for the current one.',
  },
  'key-required': {
    close: null,
    text: 'This session takes frames with its publish key only. Put ?key=… into server_url.',
  },
  'wrong-address': {
    close: null,
    text: 'This session was begun from another address. Use its publish key, or let this PC begin its own.',
  },
  'legacy-monitors-off': {
    close: null,
    text: 'This server takes keys only. Put ?key=… into server_url.',
  },
  'not-a-session-id': {
    close: null,
    text: 'session_id: expected a UUID, or "auto" in the config of the monitor.',
  },
  'too-many-sessions': {
    close: null,
    text: 'Too many new sessions from this address. Try again in a minute.',
  },
  'store-unavailable': {
    close: null,
    text: 'The server cannot write to its disk, so it gives no new ids. Running sessions go on.',
  },
  browser: { close: 4403, text: 'Web pages may not publish.' },
  malformed: { close: null, text: '' },
  'too-big': { close: null, text: 'The message is too big.' },
  'too-deep': { close: null, text: 'The message is nested too deeply.' },
  'malformed-often': {
    close: 4400,
    text: 'Ten malformed messages: this does not seem to be a monitor.',
  },
  'rate-limited': {
    close: null,
    text: 'Too many messages: 20 and 256 KB a second at the most. The rest is dropped.',
  },
  'rate-exceeded': { close: 4429, text: 'Ten seconds of too many messages.' },
  'key-refused': { close: null, text: '' },
  replaced: { close: 4409, text: 'This monitor has connected again; this older connection ends.' },
} as const satisfies Record<ConnectionProblem, { close: number | null; text: string }>

export const problemText = (problem: ConnectionProblem): string => answers[problem].text

export const closeCode = (problem: ConnectionProblem): number | null => answers[problem].close
