import type { FrameLog } from '../store/frame-log.ts'
import type { SessionStore } from '../store/session-store.ts'
import type { Clock } from './clock.ts'
import { Doorkeeper } from './doorkeeper.ts'
import { EngineersDesk } from './engineers-desk.ts'
import { Expiry } from './expiry.ts'
import type { Log } from './log.ts'
import { PitWall } from './pit-wall/pit-wall.ts'
import { SessionManager } from './session-manager.ts'
import { storeNews } from './store-news.ts'
import { Teams } from './teams.ts'

export interface PitLaneDeps {
  readonly store: SessionStore
  /** Raw frames, for replay and exports; null: they are not kept. */
  readonly frames: FrameLog | null
  readonly clock: Clock
  readonly log: Log
  readonly legacyMonitors: boolean
  readonly sessionIdleHours: number
}

/** The sessions, and who looks after them: who may come in, who may change what, and when it is over. */
export function pitLane(deps: PitLaneDeps) {
  const sessions = new SessionManager({ ...deps, ...storeNews(deps.log) })
  const door = new Doorkeeper({ ...deps, sessions })
  const desk = new EngineersDesk({ ...deps, sessions, door })
  const pitWall = new PitWall({ ...deps, sessions, door })
  const teams = new Teams({ ...deps, sessions, door })
  const expiry = new Expiry({ ...deps, sessions, door })
  return { sessions, door, desk, pitWall, teams, expiry }
}
