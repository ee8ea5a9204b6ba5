import type { Database } from 'bun:sqlite'
import type { InputChange } from '../race/inputs/input-change.ts'
import type { Lap } from '../race/lap.ts'
import type { Note } from '../race/note.ts'
import { PAST_CHAPTERS_KEPT, type PastChapter } from '../race/past-chapter.ts'
import type { RaceEvent } from '../race/race-event.ts'
import type { CarId, Session } from '../race/session.ts'
import type { Stint } from '../race/stint.ts'
import type { Stop } from '../race/stop.ts'
import type { ChapterHead, LedgerChanges, LedgerKind } from './ledger-changes.ts'

/** The lists of a session. */
export type Ledger = Pick<
  Session,
  'laps' | 'stints' | 'stops' | 'events' | 'past' | 'inputChanges' | 'notes'
>

/** The first heads were written without their last sample. */
type WrittenHead = Omit<ChapterHead, 'lastSample'> & Partial<Pick<ChapterHead, 'lastSample'>>

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

  /** Rows are our own writing: read back as they were written. */
  const list = <Entry>(car: CarId, kind: LedgerKind, chapter: number) =>
    select.all(car, kind, chapter).map(({ entry }) => JSON.parse(entry) as Entry)

  const booksOf = (car: CarId, chapter: number) => ({
    laps: list<Lap>(car, 'lap', chapter),
    stints: list<Stint>(car, 'stint', chapter),
    stops: list<Stop>(car, 'stop', chapter),
  })

  function past(car: CarId): readonly PastChapter[] {
    return list<WrittenHead>(car, 'chapter', 0)
      .sort((a, b) => a.endedAtMs - b.endedAtMs)
      .slice(-PAST_CHAPTERS_KEPT)
      .map(({ number, ...head }) => ({ lastSample: null, ...head, ...booksOf(car, number) }))
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
      events: list<RaceEvent>(car, 'event', 0).reverse(),
      past: past(car),
      inputChanges: list<InputChange>(car, 'input', 0).reverse(),
      notes: list<Note>(car, 'note', 0).reverse(),
    }),
  }
}
