import type { ChapterBooks } from '../../src/strategy/chapter-books.ts'
import type { Column } from './column.ts'
import { csvHeader, csvRow } from './csv.ts'
import { lapColumns } from './lap-columns.ts'
import { stintColumns, stintRows } from './stint-columns.ts'
import { stopColumns } from './stop-columns.ts'

export const raceTables = {
  laps: (chapters) => table(chapters, lapColumns, ({ laps }) => laps),
  stints: (chapters) => table(chapters, stintColumns, stintRows),
  stops: (chapters) => table(chapters, stopColumns, ({ stops }) => stops),
} as const satisfies Record<string, (chapters: readonly ChapterBooks[]) => string>

export type RaceTable = keyof typeof raceTables

/** Which chapter a row belongs to: sheets sort and filter by it. */
const chapterColumns: readonly Column<ChapterBooks>[] = [
  ['session', ({ chapter }) => chapter.number],
  ['session_type', ({ chapter }) => chapter.sessionType],
  ['track', ({ chapter }) => chapter.trackName],
]

/** One kind of rows of all chapters, as CSV. */
function table<Row>(
  chapters: readonly ChapterBooks[],
  columns: readonly Column<Row>[],
  rowsOf: (books: ChapterBooks) => readonly Row[],
): string {
  const head = withChapter(columns)
  const rows = chapters.flatMap((books) => rowsOf(books).map((row) => csvRow(head, [books, row])))
  return [csvHeader(head), ...rows].join('')
}

const withChapter = <Row>(
  columns: readonly Column<Row>[],
): readonly Column<readonly [ChapterBooks, Row]>[] => [
  ...chapterColumns.map(([name, cell]) => of<Row>(name, ([books]) => cell(books))),
  ...columns.map(([name, cell]) => of<Row>(name, ([, row]) => cell(row))),
]

const of = <Row>(
  name: string,
  cell: Column<readonly [ChapterBooks, Row]>[1],
): Column<readonly [ChapterBooks, Row]> => [name, cell]
