import type { Database } from 'bun:sqlite'

/** Each runs once, in order, and is never changed after it has been released: add the next one instead. */
const migrations: readonly string[] = [
  `CREATE TABLE sessions (
     id TEXT PRIMARY KEY,
     created_at_ms INTEGER NOT NULL,
     publish_key_hash TEXT,
     engineer_key_hash TEXT,
     bound_address TEXT,
     state TEXT NOT NULL,
     setup TEXT
   ) STRICT;
   CREATE TABLE laps (
     session_id TEXT NOT NULL REFERENCES sessions(id),
     chapter_started_at_ms REAL NOT NULL,
     number INTEGER NOT NULL,
     lap TEXT NOT NULL,
     PRIMARY KEY (session_id, chapter_started_at_ms, number)
   ) STRICT, WITHOUT ROWID;`,
]

/** Brings a database up to date. Throws if it was written by a newer version than this one. */
export function migrate(database: Database): void {
  const row = database.query<{ user_version: number }, []>('PRAGMA user_version').get()
  const version = row?.user_version ?? 0
  if (version > migrations.length) {
    throw new Error(
      `the database is of version ${version}, and this server knows versions up to ${migrations.length}: start the newer server again`,
    )
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    database.transaction(() => {
      database.run(migration)
      database.run(`PRAGMA user_version = ${index + 1}`)
    })()
  }
}
