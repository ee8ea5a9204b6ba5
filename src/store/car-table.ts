import type { Database } from 'bun:sqlite'
import type { CarId, Session, SessionId } from '../race/session.ts'
import { stateOf } from './car-state.ts'
import type { SavedSession, SessionAccess } from './session-store.ts'

export interface CarRow {
  readonly car: CarId
  readonly id: SessionId
  readonly engineer_key_hash: string | null
  readonly bound_address: string | null
  readonly state: string
  readonly notes: string | null
}

export function carTable(database: Database) {
  const insert = database.query(
    `INSERT INTO cars (car, id, created_at_ms, state) VALUES ($car, $id, $createdAtMs, '')`,
  )
  const update = database.query('UPDATE cars SET state = $state, notes = $notes WHERE car = $car')
  const updateAccess = database.query(
    `UPDATE cars SET id = $id, engineer_key_hash = $engineerKeyHash, bound_address = $boundAddress
     WHERE car = $car`,
  )
  const select = database.query<CarRow, []>('SELECT * FROM cars ORDER BY created_at_ms, car')
  const selectId = database.query<{ id: string }, [string]>('SELECT id FROM cars WHERE car = ?')
  const retire = database.query('INSERT INTO retired_ids (id, car) VALUES ($id, $car)')
  const selectRetired = database.query<{ id: string; car: CarId }, []>(
    'SELECT id, car FROM retired_ids',
  )
  const isRetired = database.query<object, [string]>('SELECT 1 FROM retired_ids WHERE id = ?')

  function refuseRetired(id: SessionId): void {
    if (isRetired.get(id)) throw new Error('an id that was in a link before is never given again')
  }

  return {
    begin({ car, id, createdAtMs }: Session): void {
      refuseRetired(id)
      insert.run({ car, id, createdAtMs: Math.round(createdAtMs) })
    },
    /** Whether there is such a car. */
    write: ({ session, notes }: SavedSession): boolean =>
      update.run({ car: session.car, state: stateOf(session), notes }).changes > 0,
    /** The link too: its id before is retired. */
    writeAccess({ car, id }: Session, access: SessionAccess): void {
      const before = selectId.get(car)?.id
      if (before === undefined) throw new Error('a car is changed only after it was created')
      if (before !== id) {
        refuseRetired(id)
        retire.run({ id: before, car })
      }
      const { engineerKeyHash, boundAddress } = access
      updateAccess.run({ car, id, engineerKeyHash, boundAddress })
    },
    all: () => select.all(),
    retiredIds: () => new Map(selectRetired.all().map(({ id, car }) => [id, car] as const)),
  }
}
