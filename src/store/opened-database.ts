import { Database, SQLiteError } from 'bun:sqlite'
import { type Migration, migrate, versionOf } from './migrations.ts'
import { DamagedDatabase, damageIn, isDamage, OpenFailed } from './open-failed.ts'

export interface DatabaseKind {
  readonly migrations: readonly Migration[]
  /** FULL: what was acknowledged survives a power cut too, not only the end of the process. */
  readonly synchronous: 'FULL' | 'NORMAL'
  /** Its start reads all of it anyway, so that damage may be looked for in all of it. */
  readonly isReadAtStart: boolean
}

/**
 * The database in this file, up to date, sound and writable: what is wrong with it is found now, by whoever starts
 * the server, and not in the race. Throws `OpenFailed`.
 */
export function openedDatabase(path: string, kind: DatabaseKind): Database {
  let database: Database | undefined
  try {
    database = new Database(path, { create: true, strict: true })
    // A busy timeout would stop the whole server, which has one thread; a lock is reported and tried again instead.
    database.run('PRAGMA busy_timeout = 0')
    database.run('PRAGMA journal_mode = WAL')
    database.run(`PRAGMA synchronous = ${kind.synchronous}`)
    if (kind.isReadAtStart) refuseDamage(database)
    migrate(database, kind.migrations)
    tryWriting(database)
    return database
  } catch (error) {
    database?.close()
    throw error instanceof SQLiteError ? openFailed(path, error) : error
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

function refuseDamage(database: Database): void {
  const damage = damageIn(database)
  if (damage !== null) throw new DamagedDatabase(damaged(damage))
}

const damaged = (what: string) =>
  `the file is damaged (${what}); put a backup in its place, or move it away to begin anew`

function openFailed(path: string, cause: SQLiteError): OpenFailed {
  const { code = '', message } = cause
  if (isDamage(cause)) return new DamagedDatabase(damaged(message), { cause })
  if (/READONLY|CANTOPEN|PERM/.test(code)) {
    return new OpenFailed(`${path} cannot be written (${message})`, { cause })
  }
  if (/BUSY|LOCKED/.test(code)) {
    return new OpenFailed(`another program holds ${path} locked; end that program`, { cause })
  }
  return new OpenFailed(`${message} (${code})`, { cause })
}
