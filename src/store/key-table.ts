import type { Database } from 'bun:sqlite'
import type { CarId } from '../race/session.ts'
import type { PublishKey } from './session-store.ts'

interface KeyRow {
  readonly number: number
  readonly hash: string
  readonly label: string | null
  readonly issued_at_ms: number
  readonly revoked_at_ms: number | null
  readonly seen_in_browser_at_ms: number | null
}

const keyFrom = (row: KeyRow): PublishKey => ({
  number: row.number,
  hash: row.hash,
  label: row.label,
  issuedAtMs: row.issued_at_ms,
  revokedAtMs: row.revoked_at_ms,
  seenInBrowserAtMs: row.seen_in_browser_at_ms,
})

export function keyTable(database: Database) {
  const clear = database.query('DELETE FROM publish_keys WHERE car = ?')
  const insert = database.query(
    `INSERT INTO publish_keys
     VALUES ($car, $number, $hash, $label, $issuedAtMs, $revokedAtMs, $seenInBrowserAtMs)`,
  )
  const select = database.query<KeyRow, [string]>(
    'SELECT * FROM publish_keys WHERE car = ? ORDER BY number',
  )
  return {
    write(car: CarId, keys: readonly PublishKey[]): void {
      clear.run(car)
      for (const key of keys) insert.run({ car, ...key })
    },
    read: (car: CarId): readonly PublishKey[] => select.all(car).map(keyFrom),
  }
}
