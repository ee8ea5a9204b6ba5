import type { Cell, Column } from './column.ts'

/** RFC 4180: lines end with both. */
const LINE_END = '\r\n'

/** What a spreadsheet takes for a formula, or cuts off to find one. */
const FORMULA = /^[=+\-@\t\r]/

/** A text that a spreadsheet shows and never runs: foreign texts begin with whatever their writers like. */
const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const text = typeof cell === 'string' ? cell : cell.join(' ')
  return quoted(harmless(text.toWellFormed()))
}

export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map(csvCell).join(',')}${LINE_END}`

export const csvHeader = <Row>(columns: readonly Column<Row>[]): string =>
  csvLine(columns.map(([name]) => name))

export const csvRow = <Row>(columns: readonly Column<Row>[], row: Row): string =>
  csvLine(columns.map(([, cell]) => cell(row)))
