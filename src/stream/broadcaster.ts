import type { Clock } from '../sessions/clock.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Teams } from '../sessions/teams.ts'
import { Hub } from './hub.ts'
import { TeamRooms } from './team-rooms.ts'

/** Phones take 12 s of silence for a lost connection, proxies and Bun 30. */
const HEARTBEAT_EVERY_MS = 10_000
/** Of several cars something changes in every moment; a manager looks at them, and does not drive by them. */
export const TEAMS_EVERY_MS = 1_000

export interface BroadcasterDeps {
  readonly sessions: SessionManager
  readonly teams: Teams
  readonly clock: Clock
  readonly bootId: string
}

/** Tells the rooms what happens to the sessions, and that the server is alive. */
export class Broadcaster {
  readonly hub: Hub
  readonly teams: TeamRooms
  readonly #stops: readonly (() => void)[]

  constructor(deps: BroadcasterDeps) {
    const { sessions, clock } = deps
    this.hub = new Hub(deps)
    this.teams = new TeamRooms(deps)
    this.#stops = [
      sessions.onAnyChange((session) => this.hub.changed(session)),
      clock.every(TEAMS_EVERY_MS, () => this.teams.look()),
      clock.every(HEARTBEAT_EVERY_MS, () => {
        this.hub.heartbeat()
        this.teams.heartbeat()
      }),
    ]
  }

  get viewers(): number {
    return this.hub.viewers + this.teams.viewers
  }

  /** Says "restarting" to every phone and ends its stream. */
  close(): void {
    for (const stop of this.#stops) stop()
    this.hub.end('restarting')
    this.teams.end('restarting')
  }
}
