import type { Database } from 'bun:sqlite'
import { createBooks, createSessions } from './books-schema.ts'
import { carryOverFirstBooks } from './first-books.ts'
import { OpenFailed } from './open-failed.ts'

/** Brings a database from one version to the next, whatever this version of the server looks like. */
export type Migration = (database: Database) => void

/** Of the books. Each runs once, in order, and is never changed after it has been released: add the next one instead. */
export const booksMigrations: readonly Migration[] = [
  (database) => database.run(createSessions),
  (database) => {
    database.run(createBooks)
    carryOverFirstBooks(database)
  },
]

/** Brings a database up to date. Throws if it was written by a newer version than this one. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const version = versionOf(database)
  if (version > migrations.length) {
    throw new OpenFailed(
      `the database is of version ${version}, and this server knows versions up to ${migrations.length}: start the newer server again`,
    )
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    database.transaction(() => {
      migration(database)
      database.run(`PRAGMA user_version = ${index + 1}`)
    })()
  }
}

export function versionOf(database: Database): number {
  const row = database.query<{ user_version: number }, []>('PRAGMA user_version').get()
  return row?.user_version ?? 0
}
