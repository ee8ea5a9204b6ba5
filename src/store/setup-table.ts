import type { Database } from 'bun:sqlite'
import type { CarId } from '../race/session.ts'
import type { StintSetup } from '../race/setup.ts'
import { oldestFirst, type SetupPlace, type Setups, setupChanges } from './setup-place.ts'

interface SetupRow {
  readonly setup: string
}

const setupFrom = ({ setup }: SetupRow) => JSON.parse(setup) as StintSetup

export function setupTable(database: Database) {
  const put = database.query(
    `INSERT INTO setups VALUES ($car, $chapter, $stint, $setup)
     ON CONFLICT DO UPDATE SET setup = excluded.setup`,
  )
  const remove = database.query(
    'DELETE FROM setups WHERE car = $car AND chapter = $chapter AND stint = $stint',
  )
  const select = database.query<SetupRow, [string, number, number]>(
    'SELECT setup FROM setups WHERE car = ? AND chapter = ? AND stint = ?',
  )
  const selectAll = database.query<SetupRow, [string]>('SELECT setup FROM setups WHERE car = ?')

  return {
    write(car: CarId, before: Setups | null, now: Setups): void {
      const changes = setupChanges(before, now)
      if (changes.removed !== null) remove.run({ car, ...changes.removed })
      for (const setup of changes.put) {
        const { chapter, stint } = setup
        put.run({ car, chapter, stint, setup: JSON.stringify(setup) })
      }
    },
    read(car: CarId, place: SetupPlace | null): StintSetup | null {
      const row = place && select.get(car, place.chapter, place.stint)
      return row ? setupFrom(row) : null
    },
    all: (car: CarId): readonly StintSetup[] => oldestFirst(selectAll.all(car).map(setupFrom)),
  }
}
