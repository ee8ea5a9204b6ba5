/** What stands in a cell of an export. null: not known. Texts may be foreign. */
export type Cell = string | number | boolean | null | readonly string[]

/** One column: its name, unit included, and what is in it. The same in a table for people and in JSON for programs. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => Cell]

/** Finer than anybody measures; binary fractions have seventeen. */
const DIGITS = 4

/** A number fit to be written; anything else is not known. */
export const rounded = (value: number | null, digits = DIGITS): number | null =>
  value === null || !Number.isFinite(value) ? null : Number(value.toFixed(digits))

export const inSeconds = (ms: number | null): number | null =>
  rounded(ms === null ? null : ms / 1000, 3)

export const inPercent = (ratio: number | null): number | null =>
  rounded(ratio === null ? null : ratio * 100, 3)

/** One row for programs. */
export const rowJson = <Row>(
  columns: readonly Column<Row>[],
  row: Row,
): Readonly<Record<string, Cell>> =>
  Object.fromEntries(columns.map(([name, cell]) => [name, cell(row)]))
