import type { Clock } from '../sessions/clock.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import { Hub } from './hub.ts'

/** Phones take 12 s of silence for a lost connection, proxies and Bun 30. */
const HEARTBEAT_EVERY_MS = 10_000

export interface BroadcasterDeps {
  readonly sessions: SessionManager
  readonly clock: Clock
  readonly bootId: string
}

/** Tells the rooms what happens to the sessions, and that the server is alive. */
export class Broadcaster {
  readonly hub: Hub
  readonly #stops: readonly (() => void)[]

  constructor({ sessions, clock, bootId }: BroadcasterDeps) {
    this.hub = new Hub({ clock, bootId })
    this.#stops = [
      sessions.onAnyChange((session) => this.hub.changed(session)),
      clock.every(HEARTBEAT_EVERY_MS, () => this.hub.heartbeat()),
    ]
  }

  /** Says "restarting" to every phone and ends its stream. */
  close(): void {
    for (const stop of this.#stops) stop()
    this.hub.restarting()
  }
}
