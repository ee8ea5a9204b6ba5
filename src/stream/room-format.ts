import type { Session } from '../race/session.ts'

/** One part of what a room shows, sent when its text changes. */
export interface RoomPart {
  readonly id: string
  readonly text: string
}

/** How a room speaks: panels for pages, JSON for programs. Pure, so that it can be told from the text alone. */
export interface RoomFormat {
  readonly name: 'panels' | 'json'
  /** All parts of this session, always the same ones in the same order. */
  parts(session: Session): readonly RoomPart[]
  /** One update: the changed parts. `pulse` says how old they are. */
  update(changed: readonly RoomPart[], pulse: string, retryMs: number | null): string
  /** Nothing has changed but the time. */
  beat(event: 'pulse' | 'heartbeat' | 'restarting', pulse: string): string
}
