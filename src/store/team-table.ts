import type { Database } from 'bun:sqlite'
import type { CarId } from '../race/session.ts'
import type { Team } from './session-store.ts'

interface TeamRow {
  readonly id: string
  readonly name: string
  readonly key_hash: string
}

export function teamTable(database: Database) {
  const put = database.query(
    `INSERT INTO teams VALUES ($id, $name, $keyHash)
     ON CONFLICT DO UPDATE SET name = excluded.name, key_hash = excluded.key_hash`,
  )
  const clear = database.query('DELETE FROM team_cars WHERE team = ?')
  const insert = database.query('INSERT INTO team_cars VALUES ($team, $place, $car)')
  const select = database.query<TeamRow, []>('SELECT * FROM teams ORDER BY id')
  const selectCars = database.query<{ car: string }, [string]>(
    'SELECT car FROM team_cars WHERE team = ? ORDER BY place',
  )
  return {
    write({ id, name, keyHash, cars }: Team): void {
      put.run({ id, name, keyHash })
      clear.run(id)
      for (const [place, car] of cars.entries()) insert.run({ team: id, place, car })
    },
    read: (): readonly Team[] =>
      select.all().map(({ id, name, key_hash }) => ({
        id,
        name,
        keyHash: key_hash,
        cars: selectCars.all(id).map(({ car }) => car as CarId),
      })),
  }
}
