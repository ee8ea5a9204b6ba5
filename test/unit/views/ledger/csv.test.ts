import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { csvCell, csvLine } from '../../../../views/ledger/csv.ts'
import { hostileStrings } from '../../../fixtures/hostile-strings.ts'

/** A table as RFC 4180 reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted] = [[] as string[], '', false]
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (quoted && sign === '"' && text[i + 1] === '"') cell += text[i++]
    else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === ',') {
      row.push(cell)
      cell = ''
    } else if (!quoted && sign === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell])
      ;[row, cell] = [[], '']
      i++
    } else cell += sign
  }
  return rows
}

test('numbers have dots and no units, what is not known is empty', () => {
  expect(csvLine([1.5, -0.25, null, true, false, Number.NaN, Infinity])).toBe(
    '1.5,-0.25,,yes,no,,\r\n',
  )
})

test('a list is one cell', () => {
  expect(csvCell(['out', 'refuel'])).toBe('out refuel')
})

test('commas, quotes and line ends stay within their cell', () => {
  expect(csvLine(['Lima, Ana', 'the "rain" man', 'one\r\ntwo'])).toBe(
    '"Lima, Ana","the ""rain"" man","one\r\ntwo"\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")'])(
  '%j is shown by a spreadsheet and not run',
  (text) => {
    expect(readCsv(csvLine([text]))).toEqual([[`'${text}`]])
  },
)

test('any text comes back as it was, behind an apostrophe where it would be a formula', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...Object.values(hostileStrings)),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', ','), fc.string())
      .map(([sign, rest]) => sign + rest),
  )
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (cells) => {
      const [row, ...others] = readCsv(csvLine(cells))
      expect(others).toEqual([])
      expect(row).toEqual(
        cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).toWellFormed()),
      )
      for (const cell of row!) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test('numbers below 0 stay numbers', () => {
  fc.assert(
    fc.property(fc.double(), (number) => {
      const cell = csvCell(number)
      expect(cell === '' ? Number.NaN : Number(cell)).toBe(
        Number.isFinite(number) ? number + 0 || 0 : Number.NaN,
      )
    }),
  )
})
