/** Everything that can be wrong with what a monitor or viewer asks for. */
export type Problem =
  | 'unknown-session'
  | 'session-ended'
  | 'link-revoked'
  | 'no-session-requested'
  | 'wrong-key'
  | 'key-required'
  | 'wrong-address'
  | 'legacy-monitors-off'
  | 'not-a-session-id'
  | 'too-many-sessions'
  | 'store-unavailable'
  | 'browser'
