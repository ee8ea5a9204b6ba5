import type { CarId, SessionId } from '../race/session.ts'
import type { StintSetup } from '../race/setup.ts'
import type { AuditEntry, SessionStore, StoredSession, Team } from './session-store.ts'
import { oldestFirst, type SetupPlace, type Setups, setupChanges } from './setup-place.ts'

interface MemoryOfCar {
  stored: StoredSession
  readonly setups: Map<string, StintSetup>
  audit: readonly AuditEntry[]
}

/** Sessions for as long as the process lives: for tests, and to look at the wall without a disk. */
export function memorySessionStore(): SessionStore {
  const cars = new Map<CarId, MemoryOfCar>()
  const givenIds = new Set<SessionId>()
  const retiredIds = new Map<SessionId, CarId>()
  const teams = new Map<string, Team>()
  const done = { ok: true, value: undefined } as const

  function give(id: SessionId): void {
    if (givenIds.has(id)) throw new Error('an id is given only once')
    givenIds.add(id)
  }

  const nameOf = ({ chapter, stint }: SetupPlace) => `${chapter} ${stint}`

  function keepSetups(setups: MemoryOfCar['setups'], before: Setups | null, now: Setups): void {
    const { removed, put } = setupChanges(before, now)
    if (removed !== null) setups.delete(nameOf(removed))
    for (const setup of put) setups.set(nameOf(setup), setup)
  }

  return {
    create(stored) {
      const { session } = stored
      if (cars.has(session.car)) throw new Error('a car is created only once')
      give(session.id)
      const setups = new Map<string, StintSetup>()
      keepSetups(setups, null, session)
      cars.set(session.car, { stored, setups, audit: [] })
      return done
    },
    save(sessions) {
      for (const { session, notes } of sessions) {
        const known = cars.get(session.car)
        if (known === undefined) continue
        keepSetups(known.setups, known.stored.session, session)
        known.stored = { ...known.stored, session, notes }
      }
      return done
    },
    // Here memory is the disk.
    forget() {},
    change(stored, entry) {
      const { session } = stored
      const known = cars.get(session.car)
      if (known === undefined) throw new Error('a car is changed only after it was created')
      const before = known.stored.session.id
      if (before !== session.id) {
        give(session.id)
        retiredIds.set(before, session.car)
      }
      keepSetups(known.setups, known.stored.session, session)
      known.stored = stored
      known.audit = [entry, ...known.audit]
      return done
    },
    all: () => [...cars.values()].map(({ stored }) => stored),
    retiredIds: () => new Map(retiredIds),
    audit: (car) => cars.get(car)?.audit ?? [],
    setups: (car) => oldestFirst([...(cars.get(car)?.setups.values() ?? [])]),
    saveTeam(team) {
      teams.set(team.id, team)
      return done
    },
    teams: () => [...teams.values()],
    close() {
      cars.clear()
      teams.clear()
    },
  }
}
