import type { Database } from 'bun:sqlite'
import { PAST_CHAPTERS_KEPT, type PastChapter } from '../race/past-chapter.ts'
import type { CarId, Session } from '../race/session.ts'
import type { LedgerChanges, LedgerKind } from './ledger-changes.ts'
import { chapterHeadFrom, eventFrom, lapFrom, stintFrom, stopFrom } from './read-back.ts'

/** The lists of a session. */
export type Ledger = Pick<Session, 'laps' | 'stints' | 'stops' | 'events' | 'past'>

export function ledgerTable(database: Database) {
  const put = database.query(
    `INSERT INTO ledger VALUES ($car, $kind, $chapter, $number, $entry)
     ON CONFLICT DO UPDATE SET entry = excluded.entry`,
  )
  const remove = database.query(
    `DELETE FROM ledger
     WHERE car = $car AND kind = $kind AND chapter = $chapter AND number = $number`,
  )
  const select = database.query<{ entry: string }, [string, LedgerKind, number]>(
    'SELECT entry FROM ledger WHERE car = ? AND kind = ? AND chapter = ? ORDER BY number',
  )

  const list = <T>(car: CarId, kind: LedgerKind, chapter: number, from: (text: string) => T) =>
    select.all(car, kind, chapter).map(({ entry }) => from(entry))

  const booksOf = (car: CarId, chapter: number) => ({
    laps: list(car, 'lap', chapter, lapFrom),
    stints: list(car, 'stint', chapter, stintFrom),
    stops: list(car, 'stop', chapter, stopFrom),
  })

  function past(car: CarId): readonly PastChapter[] {
    return list(car, 'chapter', 0, chapterHeadFrom)
      .sort((a, b) => a.endedAtMs - b.endedAtMs)
      .slice(-PAST_CHAPTERS_KEPT)
      .map((head) => ({ ...head, ...booksOf(car, head.chapter.number) }))
  }

  return {
    write(car: CarId, changes: LedgerChanges): void {
      for (const { kind, chapter, number } of changes.removed) {
        remove.run({ car, kind, chapter, number })
      }
      for (const { kind, chapter, number, entry } of changes.put) {
        put.run({ car, kind, chapter, number, entry: JSON.stringify(entry) })
      }
    },
    /** `chapter`: the one that goes on; null before the first. */
    read: (car: CarId, chapter: number | null): Ledger => ({
      ...booksOf(car, chapter ?? 0),
      events: list(car, 'event', 0, eventFrom).reverse(),
      past: past(car),
    }),
  }
}
