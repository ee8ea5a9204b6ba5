import type { Catalogue } from '../catalogue.ts'
import { momentUtc } from '../format.ts'
import { markup } from '../markup.ts'

/** Who has done what with keys and links. */
export interface AuditLine {
  readonly atMs: number
  readonly act: string
  readonly by: string
  /** Foreign text. */
  readonly about: string | null
}

/** Newest first. */
export function auditPanel(lines: readonly AuditLine[], words: Catalogue): string {
  const { audit } = words.engineer
  return markup(
    <>
      <h2 safe>{audit.title}</h2>
      {lines.length === 0 ? (
        <p class="note" safe>
          {audit.none}
        </p>
      ) : (
        <ol class="log">
          {lines.map((line) => (
            <li>
              <time safe>{momentUtc(line.atMs, words)}</time>
              <span>
                <b safe>{audit.acts[line.act] ?? line.act}</b>{' '}
                <span class="note" safe>
                  {[line.about, audit.from(line.by)].filter((part) => part !== null).join(' · ')}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </>,
  )
}
