import type { Database } from 'bun:sqlite'
import type { CarId } from '../race/session.ts'
import type { AuditEntry } from './session-store.ts'

interface AuditRow extends Omit<AuditEntry, 'atMs'> {
  readonly at_ms: number
}

export function auditTable(database: Database) {
  const insert = database.query(
    'INSERT INTO audit (car, at_ms, act, by, about) VALUES ($car, $atMs, $act, $by, $about)',
  )
  const select = database.query<AuditRow, [string]>(
    'SELECT at_ms, act, by, about FROM audit WHERE car = ? ORDER BY entry DESC',
  )
  return {
    write: (car: CarId, { atMs, act, by, about }: AuditEntry) =>
      void insert.run({ car, atMs, act, by, about }),
    read: (car: CarId): readonly AuditEntry[] =>
      select.all(car).map(({ at_ms, ...entry }) => ({ atMs: at_ms, ...entry })),
  }
}
