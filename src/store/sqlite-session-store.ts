import type { CarId, Session } from '../race/session.ts'
import { auditTable } from './audit-table.ts'
import { sessionFrom } from './car-state.ts'
import { carTable } from './car-table.ts'
import { keyTable } from './key-table.ts'
import { ledgerChanges } from './ledger-changes.ts'
import { ledgerTable } from './ledger-table.ts'
import { booksMigrations } from './migrations.ts'
import { type DatabaseKind, openedDatabase } from './opened-database.ts'
import type { SavedSession, SessionStore, StoredSession } from './session-store.ts'
import { setupTable } from './setup-table.ts'
import { teamTable } from './team-table.ts'
import { writeAttempts } from './write-attempt.ts'

const books: DatabaseKind = {
  migrations: booksMigrations,
  synchronous: 'FULL',
  isReadAtStart: true,
}

/**
 * SQLite in one file of the data folder. `onTrouble` hears why a write failed, once until one succeeds. Throws a sentence
 * if it cannot open.
 */
export function sqliteSessionStore(
  path: string,
  onTrouble: (reason: string) => void = () => {},
): SessionStore {
  const database = openedDatabase(path, books)
  const cars = carTable(database)
  const ledger = ledgerTable(database)
  const setups = setupTable(database)
  const keys = keyTable(database)
  const audit = auditTable(database)
  const teams = teamTable(database)
  const attempted = writeAttempts(onTrouble)

  /** As it is on disk. Compared by identity: the fold keeps what has not changed. */
  const written = new Map<CarId, Session>()

  function write(saved: SavedSession): void {
    const { session } = saved
    // Never created: nobody has been told its id.
    if (!cars.write(saved)) return
    const before = written.get(session.car) ?? null
    setups.write(session.car, before, session)
    ledger.write(session.car, ledgerChanges(before, session))
  }

  /** All or nothing. Only once it is on disk it counts as written: what failed is written by the next save. */
  function committed(sessions: readonly SavedSession[], work: () => void) {
    const done = attempted(() => database.transaction(work).immediate())
    if (done.ok) for (const { session } of sessions) written.set(session.car, session)
    return done
  }

  function writeAll({ session, access, notes }: StoredSession): void {
    cars.writeAccess(session, access)
    keys.write(session.car, access.publishKeys)
    write({ session, notes })
  }

  return {
    create: (stored) =>
      committed([stored], () => {
        cars.begin(stored.session)
        writeAll(stored)
      }),
    save: (sessions) =>
      committed(sessions, () => {
        for (const saved of sessions) write(saved)
      }),
    change: (stored, entry) =>
      committed([stored], () => {
        writeAll(stored)
        audit.write(stored.session.car, entry)
      }),
    forget: (car) => void written.delete(car),
    all: () =>
      cars.all().map((row): StoredSession => {
        const { car, id, state, notes, engineer_key_hash, bound_address } = row
        const session = sessionFrom(car, id, state, {
          ledger: (chapter) => ledger.read(car, chapter),
          setup: (place) => setups.read(car, place),
        })
        written.set(car, session)
        const access = {
          publishKeys: keys.read(car),
          engineerKeyHash: engineer_key_hash,
          boundAddress: bound_address,
        }
        return { session, access, notes }
      }),
    retiredIds: cars.retiredIds,
    audit: audit.read,
    setups: setups.all,
    saveTeam: (team) => committed([], () => teams.write(team)),
    teams: teams.read,
    close: () => database.close(),
  }
}
