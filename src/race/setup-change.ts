import type { Session } from './session.ts'
import type { Setup } from './setup.ts'
import { withEvent, withEventInstead } from './timeline.ts'

/** The setup of the stint being driven; that of another stint becomes the one to compare it with. */
export function withSetup(session: Session, setup: Setup, atMs: number): Session {
  const { chapter, stint, setup: last } = session
  const now = { ...setup, chapter: chapter?.number ?? 0, stint: stint?.number ?? 0 }
  const isSameStint = last !== null && last.chapter === now.chapter && last.stint === now.stint
  const setupBefore = isSameStint ? session.setupBefore : last
  const after = { ...session, setup: now, setupBefore }
  // Sent again with nothing between: the same line of the timeline, so that the line before it stays in view.
  return session.events[0]?.kind === 'setup-received'
    ? withEventInstead(after, 'setup-received', atMs)
    : withEvent(after, 'setup-received', atMs)
}

/** A monitor sends its setup before its first frame, or before we believe that a chapter has begun: it is of its first stint. */
export function withSetupOfNewChapter(session: Session, sinceMs: number): Session {
  const { setup, chapter } = session
  if (setup === null || chapter === null) return session
  if (setup.chapter !== 0 && setup.receivedAtMs < sinceMs) return session
  return { ...session, setup: { ...setup, chapter: chapter.number, stint: 1 } }
}
