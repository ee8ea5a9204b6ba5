import type { Session } from '../race/session.ts'
import type { SessionEvent } from '../race/session-event.ts'

/** What a session is told of the disk: that nothing of a running one is saved, once, and that all is again. */
export function diskNews(
  { monitor, unsavedSinceMs }: Session,
  reachesDisk: boolean,
  atMs: number,
): SessionEvent | null {
  if (reachesDisk) return unsavedSinceMs === null ? null : { type: 'saving-resumed', atMs }
  const isRunning = monitor.status === 'online'
  return unsavedSinceMs === null && isRunning ? { type: 'saving-failed', atMs } : null
}
