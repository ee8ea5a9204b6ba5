import type { Call, CallTiles } from './call.ts'
import { currentLap, type Session } from './session.ts'
import { withEvent } from './timeline.ts'

/** A new call in place of the one before, if there was any. */
export function withCall(session: Session, tiles: CallTiles, atMs: number): Session {
  const number = session.calls + 1
  const call: Call = {
    ...tiles,
    ...{ number, setAtMs: atMs, lap: currentLap(session), acknowledgedAtMs: null },
  }
  return withEvent({ ...session, call, calls: number }, 'call-set', atMs, {
    call: number,
    ...tiles,
  })
}

export function withoutCall(session: Session, atMs: number): Session {
  const { call } = session
  if (call === null) return session
  return withEvent({ ...session, call: null }, 'call-cleared', atMs, { call: call.number })
}

/** Only the call that was read: one that has replaced it has not been. */
export function withCallAcknowledged(session: Session, number: number, atMs: number): Session {
  const { call } = session
  if (call === null || call.number !== number || call.acknowledgedAtMs !== null) return session
  const read = { ...call, acknowledgedAtMs: atMs }
  return withEvent({ ...session, call: read }, 'call-acknowledged', atMs, { call: number })
}
