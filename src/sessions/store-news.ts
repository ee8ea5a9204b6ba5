import type { Log } from './log.ts'
import type { SessionManagerDeps } from './session-manager.ts'

type StoreNews = Required<Pick<SessionManagerDeps, 'onStore' | 'onUnsaved' | 'onFrames'>>

/** What the log says of the store: when something changes, not every second while it stays so. */
export const storeNews = (log: Log): StoreNews => ({
  onStore: (isWell) =>
    isWell
      ? log.info('the database is written again')
      : log.error('nothing is saved until the database can be written; running sessions go on'),
  onFrames: (trouble) =>
    trouble === null
      ? log.info('raw frames are kept again')
      : log.error('raw frames cannot be kept; the books are not concerned', { reason: trouble }),
  onUnsaved: (car, reason) =>
    log.error('bug: a session cannot be saved', { car, reason: String(reason) }),
})
