import { Database } from 'bun:sqlite'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../race/result.ts'

/** A lock nobody refers to any more would be collected as garbage, and let go of, in the middle of the race. */
const held = new Set<Database>()

/**
 * One server for each data folder. The lock is SQLite's own on a file beside the database: the system lets go of it
 * when the process ends, however it ends, so that nobody ever has to delete a stale lock file.
 */
export function lockedDataFolder(
  folder: string,
): Result<{ release(): void }, 'folder-in-use' | 'folder-not-writable'> {
  let lock: Database | undefined
  try {
    mkdirSync(folder, { recursive: true })
    lock = new Database(join(folder, 'server.lock'), { create: true })
    lock.run('PRAGMA busy_timeout = 0')
    lock.run('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
    return { ok: false, problem: busy ? 'folder-in-use' : 'folder-not-writable' }
  }
  const database = lock
  held.add(database)
  const release = () => {
    held.delete(database)
    database.close()
  }
  return { ok: true, value: { release } }
}
