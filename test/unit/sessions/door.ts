import { Doorkeeper } from '../../../src/sessions/doorkeeper.ts'
import { EngineersDesk } from '../../../src/sessions/engineers-desk.ts'
import { PitWall } from '../../../src/sessions/pit-wall/pit-wall.ts'
import { SessionManager } from '../../../src/sessions/session-manager.ts'
import { Teams } from '../../../src/sessions/teams.ts'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import type { SessionStore } from '../../../src/store/session-store.ts'
import { TestClock } from '../../fixtures/clock.ts'

export const engineer = '192.0.2.1'

/** The pit lane's doors with nobody at them, over a store that may be the one of a server before. */
export function pitLane(store: SessionStore = memorySessionStore(), clock = new TestClock()) {
  const sessions = new SessionManager({ store, clock })
  const door = new Doorkeeper({ sessions, clock, legacyMonitors: true })
  const desk = new EngineersDesk({ sessions, door, store, clock })
  const pitWall = new PitWall({ sessions, door, clock })
  const teams = new Teams({ sessions, door, store })
  return { store, clock, sessions, door, desk, pitWall, teams }
}

/** The value of what must have gone well. */
export function of<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.problem)}`)
  return result.value
}

/** A store that takes nothing any more once it is told to. */
export function failing(store: SessionStore) {
  let isFull = false
  const refused = { ok: false, problem: 'store-unavailable' } as const
  return {
    ...store,
    change: (...given: Parameters<SessionStore['change']>) =>
      isFull ? refused : store.change(...given),
    saveTeam: (...given: Parameters<SessionStore['saveTeam']>) =>
      isFull ? refused : store.saveTeam(...given),
    fills: () => {
      isFull = true
    },
  }
}
