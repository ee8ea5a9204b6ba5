import type { Session } from '../race/session.ts'

/** One part of what a room shows, sent when its text changes. */
export interface RoomPart {
  readonly id: string
  readonly text: string
}

/** How a room speaks: panels for pages, JSON for programs. Pure, so that it can be told from the text alone. */
export interface RoomFormat<Subject = Session> {
  /** The same for all who get the same bytes. */
  readonly name: string
  /** All parts of this subject, always the same ones in the same order. */
  parts(subject: Subject): readonly RoomPart[]
  /** One update: the changed parts. `pulse` says how old they are. */
  update(changed: readonly RoomPart[], pulse: string, retryMs: number | null): string
  /** Nothing has changed but the time; or it is the last word. */
  beat(event: 'pulse' | 'heartbeat' | LastWord, pulse: string): string
}

/** Why a stream ends. */
export type LastWord = 'restarting' | 'revoked'
