import { Database } from 'bun:sqlite'
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import type { Result } from '../race/result.ts'
import { COMPANIONS } from './data-folder.ts'
import { booksMigrations, versionOf } from './migrations.ts'
import { damageIn } from './open-failed.ts'

/** In words, for whoever asked for the copy. */
type Reason = string

/** The server writes for an instant every second; nobody waits for a copy but the person who asked for it. */
const PATIENCE_MS = 10_000

/** A consistent copy of a database, checked, while a server may be writing to it. */
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

/** A copy of books or frames that nobody writes to, checked, with what SQLite has left beside them. */
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

export function removeDatabase(path: string): void {
  for (const end of ['', ...COMPANIONS]) rmSync(path + end, { force: true })
}

function copied(to: string, copy: () => void): Result<void, Reason> {
  try {
    // What an earlier try has left.
    removeDatabase(to)
    copy()
    return { ok: true, value: undefined }
  } catch (error) {
    removeDatabase(to)
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Opened for writing: what a server that was killed has left beside the file becomes part of it. */
function refuseUnsound(path: string): void {
  const database = new Database(path, { readwrite: true })
  try {
    database.run('PRAGMA wal_checkpoint(TRUNCATE)')
    const damage = damageIn(database)
    if (damage !== null) throw new Error(`it is damaged (${damage})`)
    const version = versionOf(database)
    if (version === 0) throw new Error('it is none of ours')
    if (version > booksMigrations.length) throw new Error('it is of a newer server than this one')
  } finally {
    database.close()
  }
}
