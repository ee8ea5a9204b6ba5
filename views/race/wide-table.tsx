import type { Catalogue } from '../catalogue.ts'

interface WideTableProps {
  /** What it holds, for those who hear the page. */
  readonly title: string
  readonly columns: readonly string[]
  /** Rows of it, as markup. */
  readonly rows: string
  readonly words: Catalogue
}

/** A table that may be wider than a phone: it moves sideways within itself, by keyboard too, and the page does not. */
export function WideTable({ title, columns, rows, words }: WideTableProps) {
  return (
    <section class="wide" tabindex="0" aria-label={words.race.scroll(title)}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" safe>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows as 'safe'}</tbody>
      </table>
    </section>
  )
}
