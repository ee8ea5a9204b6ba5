import { currentLap, type Session } from './session.ts'

/** A whole race's log; on disk all of them stay that are in memory. */
export const NOTES_KEPT = 1_000

export function withNote(session: Session, text: string, atMs: number): Session {
  const number = (session.notes[0]?.number ?? 0) + 1
  const chapter = session.chapter?.number ?? 0
  const note = { number, atMs, chapter, lap: currentLap(session), text }
  return { ...session, notes: [note, ...session.notes].slice(0, NOTES_KEPT) }
}
