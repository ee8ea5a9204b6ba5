import { SQLiteError } from 'bun:sqlite'
import type { Result } from '../race/result.ts'
import type { StoreProblem } from './session-store.ts'

/** Errors of SQLite that the disk or its other users cannot be blamed for. */
const OUR_FAULT = /^SQLITE_(CONSTRAINT|ERROR|MISUSE|RANGE|MISMATCH)/

export const isTroubleOfDisk = (error: unknown): error is SQLiteError =>
  error instanceof SQLiteError && !OUR_FAULT.test(error.code ?? '')

/** Tries to write. `onTrouble` hears why an attempt failed, once until one succeeds; a bug of ours throws. */
export function writeAttempts(onTrouble: (reason: string) => void) {
  let isInTrouble = false
  return function attempted(write: () => void): Result<void, StoreProblem> {
    try {
      write()
      isInTrouble = false
      return { ok: true, value: undefined }
    } catch (error) {
      if (!isTroubleOfDisk(error)) throw error
      if (!isInTrouble) onTrouble(`${error.code ?? 'SQLITE'}: ${error.message}`)
      isInTrouble = true
      return { ok: false, problem: 'store-unavailable' }
    }
  }
}
