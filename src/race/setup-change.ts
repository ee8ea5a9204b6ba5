import { nextChapterNumber, type Session } from './session.ts'
import type { Setup } from './setup.ts'
import { withEvent, withEventInstead } from './timeline.ts'

/** The setup of the stint being driven; that of another stint becomes the one to compare it with. */
export function withSetup(session: Session, setup: Setup, atMs: number): Session {
  const { setup: last } = session
  const now = { ...setup, ...stintOf(session) }
  const isSameStint = last !== null && last.chapter === now.chapter && last.stint === now.stint
  const setupBefore = isSameStint ? session.setupBefore : last
  const after = { ...session, setup: now, setupBefore }
  // Sent again with nothing between: the same line of the timeline, so that the line before it stays in view.
  return session.events[0]?.kind === 'setup-received'
    ? withEventInstead(after, 'setup-received', atMs)
    : withEvent(after, 'setup-received', atMs)
}

/**
 * A setup is of the chapter whose frames follow it: the one it was taken for may never begin, and the one before says
 * nothing any more. `lastMs`: when the books had last heard of the car.
 */
export function withSetupPlaced(session: Session, lastMs: number): Session {
  const { setup, setupBefore, chapter } = session
  if (setup === null || chapter === null || chapter.other !== null) return session
  if (setup.chapter === chapter.number || setup.receivedAtMs <= lastMs) return session
  const place = stintOf(session)
  const isReplaced = setupBefore?.chapter === place.chapter && setupBefore.stint === place.stint
  return {
    ...session,
    setup: { ...setup, ...place },
    setupBefore: isReplaced ? null : setupBefore,
  }
}

/** A setup comes as soon as the simulator has loaded, and a new chapter is believed some seconds later. */
function stintOf(session: Session) {
  const { chapter, stint } = session
  return chapter === null || chapter.other !== null
    ? { chapter: nextChapterNumber(session), stint: 1 }
    : { chapter: chapter.number, stint: stint?.number ?? 1 }
}
