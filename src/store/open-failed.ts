import { SQLiteError } from 'bun:sqlite'

/** A database that cannot be used as it is: the message is a sentence for whoever starts the server. */
export class OpenFailed extends Error {}

export class DamagedDatabase extends OpenFailed {}

export const isDamage = (error: unknown): boolean =>
  error instanceof DamagedDatabase ||
  (error instanceof SQLiteError && /NOTADB|CORRUPT/.test(error.code ?? ''))
