import type { Session } from './session.ts'

/** The books of a chapter that another one has followed, as they were when it did: its car may come back to it. */
export interface PastChapter
  extends Pick<Session, 'laps' | 'lapInProgress' | 'stints' | 'stint' | 'stops' | 'lastSample'> {
  readonly chapter: NonNullable<Session['chapter']>
  /** When the next one began. */
  readonly endedAtMs: number
}

/** A season of weekends under one link; older ones stay on disk. Guessed. */
export const PAST_CHAPTERS_KEPT = 60
