import { Database, SQLiteError } from 'bun:sqlite'
import { type Migration, migrate, versionOf } from './migrations.ts'

/**
 * The database in this file, up to date, sound and writable: what is wrong with it is found now, by whoever starts
 * the server, and not in the race. Throws a sentence.
 */
export function openedDatabase(
  path: string,
  migrations: readonly Migration[],
  synchronous: 'FULL' | 'NORMAL',
): Database {
  let database: Database | undefined
  try {
    database = new Database(path, { create: true, strict: true })
    // A busy timeout would stop the whole server, which has one thread; a lock is reported and tried again instead.
    database.run('PRAGMA busy_timeout = 0')
    database.run('PRAGMA journal_mode = WAL')
    database.run(`PRAGMA synchronous = ${synchronous}`)
    refuseDamage(database)
    migrate(database, migrations)
    tryWriting(database)
    return database
  } catch (error) {
    database?.close()
    if (!(error instanceof SQLiteError)) throw error
    throw new Error(sentence(path, error), { cause: error })
  }
}

/** Writes what is there already, and waits for the disk: only that tells a disk that is full or read-only. */
function tryWriting(database: Database): void {
  database
    .transaction(() => {
      database.run(`PRAGMA user_version = ${versionOf(database)}`)
    })
    .immediate()
}

/** As thorough as reading everything, which the start does anyway. */
function refuseDamage(database: Database): void {
  const row = database.query<{ quick_check: string }, []>('PRAGMA quick_check(1)').get()
  if (row?.quick_check === 'ok') return
  throw new Error(damaged(row?.quick_check ?? 'no answer'))
}

const damaged = (what: string) =>
  `the file is damaged (${what}); put a backup in its place, or move it away to begin anew`

function sentence(path: string, { code = '', message }: SQLiteError): string {
  if (/NOTADB|CORRUPT/.test(code)) return damaged(message)
  if (/READONLY|CANTOPEN|PERM/.test(code)) return `${path} cannot be written (${message})`
  if (/BUSY|LOCKED/.test(code)) return `another program holds ${path} locked; end that program`
  return `${message} (${code})`
}
