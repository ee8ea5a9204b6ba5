import type { Corrections } from '../inputs/corrections.ts'

type Correct<Table> = (table: Table, corrections: Corrections, chapter: number) => Table

/**
 * Tables change once a lap, frames come twice a second: each table is corrected once, as long as the corrections are the
 * same. @param chapter 1-based, whose table it is; 0 where that says nothing
 */
export function onceEach<Table extends object>(correct: Correct<Table>): Correct<Table> {
  const remembered = new WeakMap<
    Table,
    { corrections: Corrections; chapter: number; made: Table }
  >()
  return (table, corrections, chapter) => {
    const known = remembered.get(table)
    if (known?.corrections === corrections && known.chapter === chapter) return known.made
    const made = correct(table, corrections, chapter)
    remembered.set(table, { corrections, chapter, made })
    return made
  }
}

/** The same table where no row of it becomes another one. */
export function eachRow<Row>(rows: readonly Row[], correct: (row: Row) => Row): readonly Row[] {
  let isSame = true
  const made = rows.map((row) => {
    const right = correct(row)
    if (right !== row) isSame = false
    return right
  })
  return isSame ? rows : made
}
