import type { Database } from 'bun:sqlite'
import type { CarId, Session } from '../race/session.ts'
import type { StintSetup } from '../race/setup.ts'
import { oldestFirst, type SetupPlace } from './setup-place.ts'

interface SetupRow {
  readonly setup: string
}

type Setups = Pick<Session, 'setup' | 'setupBefore'>

const setupFrom = ({ setup }: SetupRow) => JSON.parse(setup) as StintSetup

export function setupTable(database: Database) {
  const put = database.query(
    `INSERT INTO setups VALUES ($car, $chapter, $stint, $setup)
     ON CONFLICT DO UPDATE SET setup = excluded.setup`,
  )
  const select = database.query<SetupRow, [string, number, number]>(
    'SELECT setup FROM setups WHERE car = ? AND chapter = ? AND stint = ?',
  )
  const selectAll = database.query<SetupRow, [string]>('SELECT setup FROM setups WHERE car = ?')

  return {
    write(car: CarId, before: Setups | null, { setupBefore, setup }: Setups): void {
      for (const now of [setupBefore, setup]) {
        if (now === null || now === before?.setup || now === before?.setupBefore) continue
        put.run({ car, chapter: now.chapter, stint: now.stint, setup: JSON.stringify(now) })
      }
    },
    read(car: CarId, place: SetupPlace | null): StintSetup | null {
      const row = place && select.get(car, place.chapter, place.stint)
      return row ? setupFrom(row) : null
    },
    all: (car: CarId): readonly StintSetup[] => oldestFirst(selectAll.all(car).map(setupFrom)),
  }
}
