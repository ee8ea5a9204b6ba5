import { escapeHtml } from '@kitajs/html'
import { wheelNames } from '../../src/race/wheels.ts'
import type { SetupGroup } from '../setup-groups.ts'

/** A real setup takes 15 KB. A hundred viewers who come at once should not cost 100 MB because somebody sent more. */
export const MARKUP_BYTES_SHOWN = 100_000

/** Tags around one text, about. */
const TAG_BYTES = 15

const utf8 = new TextEncoder()

const bytesOf = (...texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + TAG_BYTES + utf8.encode(escapeHtml(text)).byteLength, 0)

export interface FittingGroups {
  readonly groups: readonly SetupGroup[]
  /** How many rows had no place. */
  readonly rowsLeft: number
}

type Row = SetupGroup['settings'][number] | SetupGroup['corners'][number]

/** The first groups and rows, as many as a page should hold. `beside`: what else is written into a row. */
export function fittingGroups(
  all: readonly SetupGroup[],
  beside: (row: Row) => readonly string[] = () => [],
): FittingGroups {
  let bytesLeft = MARKUP_BYTES_SHOWN
  let rowsLeft = 0
  const fits = (bytes: number): boolean => {
    bytesLeft -= bytes
    if (bytesLeft < 0) rowsLeft++
    return bytesLeft >= 0
  }
  const groups = all.map(({ title, settings, corners }) => {
    bytesLeft -= bytesOf(title)
    return {
      title,
      corners: corners.filter((row) => {
        const [label, values] = row
        const texts = wheelNames.map((wheel) => values[wheel] ?? '')
        return fits(bytesOf(label, ...texts, ...beside(row)))
      }),
      settings: settings.filter((row) => fits(bytesOf(...row, ...beside(row)))),
    }
  })
  return {
    groups: groups.filter(({ settings, corners }) => settings.length + corners.length > 0),
    rowsLeft,
  }
}
