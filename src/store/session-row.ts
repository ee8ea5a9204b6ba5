import type { Lap } from '../race/lap.ts'
import { newSession, type Session } from '../race/session.ts'
import type { Setup } from '../race/setup.ts'
import type { StoredSession } from './session-store.ts'

export interface SessionRow {
  readonly id: string
  readonly created_at_ms: number
  readonly publish_key_hash: string | null
  readonly engineer_key_hash: string | null
  readonly bound_address: string | null
  readonly state: string
  readonly setup: string | null
}

/** What changes every second. The setup and the laps have places of their own, written when they change. */
export function stateOf(session: Session): string {
  const { laps: _laps, setup: _setup, ...state } = session
  return JSON.stringify(state)
}

/** Rows are our own writing: read back as they were written, with what newer versions have added. */
export function sessionFromRow(
  row: SessionRow,
  lapsOfChapter: (startedAtMs: number) => readonly string[],
): StoredSession {
  const state = JSON.parse(row.state) as Omit<Session, 'laps' | 'setup'>
  const laps = lapsOfChapter(state.chapter?.startedAtMs ?? 0).map((lap) => JSON.parse(lap) as Lap)
  const setup = row.setup === null ? null : (JSON.parse(row.setup) as Setup)
  const begun = newSession(state.id, state.mode, state.createdAtMs)
  return {
    session: { ...begun, ...state, laps, setup },
    access: {
      publishKeyHash: row.publish_key_hash,
      engineerKeyHash: row.engineer_key_hash,
      boundAddress: row.bound_address,
    },
  }
}
