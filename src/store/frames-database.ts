import type { Database } from 'bun:sqlite'
import { existsSync, renameSync } from 'node:fs'
import type { Result } from '../race/result.ts'
import { isDamage, OpenFailed } from './open-failed.ts'
import { type DatabaseKind, openedDatabase } from './opened-database.ts'
import type { StoreProblem } from './session-store.ts'
import { isTroubleOfDisk } from './write-attempt.ts'

const createFrames = `
  CREATE TABLE fresh (
    id INTEGER PRIMARY KEY,
    car TEXT NOT NULL,
    from_ms REAL NOT NULL,
    to_ms REAL NOT NULL,
    frames TEXT NOT NULL
  ) STRICT;
  CREATE INDEX fresh_of_car ON fresh (car, id);
  CREATE TABLE blocks (
    id INTEGER PRIMARY KEY,
    car TEXT NOT NULL,
    from_ms REAL NOT NULL,
    to_ms REAL NOT NULL,
    frames BLOB NOT NULL
  ) STRICT;
  CREATE INDEX blocks_of_car ON blocks (car, id, from_ms, to_ms);`

const frames: DatabaseKind = {
  migrations: [(database) => database.run(createFrames)],
  synchronous: 'NORMAL',
  // A day of a grid's frames is more than a start may read.
  isReadAtStart: false,
}

/**
 * The frames' own file. Nobody's race waits for it: a file that cannot be opened is tried again with the next call, one
 * that is damaged is moved aside and a new one begun. `onTrouble` hears of either, once until all is well.
 */
export class FramesDatabase {
  readonly #path: string
  readonly #onTrouble: (reason: string) => void
  #database: Database | null = null
  #isInTrouble = false
  #isClosed = false

  constructor(path: string, onTrouble: (reason: string) => void) {
    this.#path = path
    this.#onTrouble = onTrouble
  }

  write(work: (database: Database) => void): Result<void, StoreProblem> {
    const written = this.#attempted((database) => database.transaction(work).immediate(database))
    // Only that: a full disk can be read from.
    if (written.ok) this.#isInTrouble = false
    return written
  }

  /** null: it cannot be read now. */
  read<Value>(work: (database: Database) => Value): Value | null {
    const read = this.#attempted(work)
    return read.ok ? read.value : null
  }

  close(): void {
    this.#isClosed = true
    this.#letGo()
  }

  #letGo(): void {
    this.#database?.close()
    this.#database = null
  }

  #attempted<Value>(work: (database: Database) => Value): Result<Value, StoreProblem> {
    try {
      return { ok: true, value: work(this.#opened()) }
    } catch (error) {
      if (!isDamage(error)) return this.#refused(error)
    }
    try {
      this.#moveAside()
      return { ok: true, value: work(this.#opened()) }
    } catch (error) {
      return this.#refused(error)
    }
  }

  #opened(): Database {
    if (this.#isClosed) throw new OpenFailed(`${this.#path} has been closed`)
    this.#database ??= openedDatabase(this.#path, frames)
    return this.#database
  }

  #refused(error: unknown): Result<never, StoreProblem> {
    const isOfFile = error instanceof OpenFailed || (error instanceof Error && 'syscall' in error)
    if (!isOfFile && !isTroubleOfDisk(error)) throw error
    if (!this.#isInTrouble) this.#onTrouble(error.message)
    this.#isInTrouble = true
    return { ok: false, problem: 'store-unavailable' }
  }

  #moveAside(): void {
    this.#letGo()
    const aside = freeName(this.#path)
    for (const end of ['-wal', '-shm', '']) {
      if (existsSync(this.#path + end)) renameSync(this.#path + end, aside + end)
    }
    this.#onTrouble(
      `${this.#path} was damaged and is now ${aside}; frames are kept in a new file from here on, and the books are not touched`,
    )
  }
}

function freeName(path: string): string {
  for (let n = 1; ; n++) if (!existsSync(`${path}.damaged-${n}`)) return `${path}.damaged-${n}`
}
