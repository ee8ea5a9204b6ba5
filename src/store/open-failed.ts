import { type Database, SQLiteError } from 'bun:sqlite'

/** A database that cannot be used as it is: the message is a sentence for whoever starts the server. */
export class OpenFailed extends Error {}

export class DamagedDatabase extends OpenFailed {}

export const isDamage = (error: unknown): boolean =>
  error instanceof DamagedDatabase ||
  (error instanceof SQLiteError && /NOTADB|CORRUPT/.test(error.code ?? ''))

/** What is wrong with a database that can be opened, in one line; null: nothing. Reads all of it. */
export function damageIn(database: Database): string | null {
  const row = database.query<{ quick_check: string }, []>('PRAGMA quick_check(1)').get()
  const said = row?.quick_check ?? 'no answer'
  return said === 'ok' ? null : said.replaceAll(/\s+/g, ' ')
}
