import { Database } from 'bun:sqlite'
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import type { Result } from '../race/result.ts'
import { COMPANIONS } from './data-folder.ts'
import { booksMigrations, versionOf } from './migrations.ts'

/** In words, for whoever asked for the copy. */
type Reason = string

/** The server writes for an instant every second; nobody waits for a copy but the person who asked for it. */
const PATIENCE_MS = 10_000

/** A consistent copy of a database, checked, while a server may be writing to it. `to` must not exist. */
export function liveCopy(from: string, to: string): Result<void, Reason> {
  return copied(to, () => {
    const database = new Database(from, { readonly: true })
    try {
      database.run(`PRAGMA busy_timeout = ${PATIENCE_MS}`)
      database.query('VACUUM INTO ?').run(to)
    } finally {
      database.close()
    }
    refuseUnsound(to)
  })
}

/** A copy of a database that nobody writes to, checked, with what SQLite has left beside it. `to` must not exist. */
export function restedCopy(from: string, to: string): Result<void, Reason> {
  return copied(to, () => {
    copyFileSync(from, to)
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`)
    refuseUnsound(to)
    const file = openSync(to, 'r+')
    fsyncSync(file)
    closeSync(file)
  })
}

function copied(to: string, copy: () => void): Result<void, Reason> {
  try {
    copy()
    return { ok: true, value: undefined }
  } catch (error) {
    for (const end of ['', ...COMPANIONS]) rmSync(to + end, { force: true })
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Opened for writing: what a server that was killed has left beside the file becomes part of it. */
function refuseUnsound(path: string): void {
  const database = new Database(path, { readwrite: true })
  try {
    database.run('PRAGMA wal_checkpoint(TRUNCATE)')
    const row = database.query<{ quick_check: string }, []>('PRAGMA quick_check(1)').get()
    if (row?.quick_check !== 'ok') throw new Error(`it is damaged: ${row?.quick_check}`)
    if (versionOf(database) === 0) throw new Error('it is none of ours')
  } finally {
    database.close()
  }
}

/** Whether this server can read those books. */
export function areBooksKnown(path: string): boolean {
  const database = new Database(path, { readonly: true })
  try {
    return versionOf(database) <= booksMigrations.length
  } finally {
    database.close()
  }
}
