import { Database } from 'bun:sqlite'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../race/result.ts'

/**
 * One server for each data folder. The lock is SQLite's own on a file beside the database: the system lets go of it
 * when the process ends, however it ends, so that nobody ever has to delete a stale lock file.
 */
export function lockedDataFolder(
  folder: string,
): Result<{ release(): void }, 'folder-in-use' | 'folder-not-writable'> {
  try {
    mkdirSync(folder, { recursive: true })
    const lock = new Database(join(folder, 'server.lock'), { create: true })
    lock.run('PRAGMA busy_timeout = 0')
    lock.run('BEGIN EXCLUSIVE')
    return { ok: true, value: { release: () => lock.close() } }
  } catch (error) {
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
    return { ok: false, problem: busy ? 'folder-in-use' : 'folder-not-writable' }
  }
}
