import type { Log } from './log.ts'
import type { SavingDeps } from './saving.ts'

/** What the log says of the store: when something changes, not every second while it stays so. */
export const storeNews = (log: Log): Required<Pick<SavingDeps, 'onStore' | 'onUnsaved'>> => ({
  onStore: (isWell) =>
    isWell
      ? log.info('the database is written again')
      : log.error('nothing is saved until the database can be written; running sessions go on'),
  onUnsaved: (car, reason) =>
    log.error('bug: a session cannot be saved', { car, reason: String(reason) }),
})
