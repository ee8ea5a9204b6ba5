import type { Session } from '../race/session.ts'
import type { Cancel, Clock } from '../sessions/clock.ts'
import type { Problem } from '../sessions/problem.ts'
import { sessionAt } from '../sessions/session-at.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Link } from './link.ts'

/** As often as a monitor speaks: a watcher that was behind is not kept waiting longer than by a frame. */
const LOOK_AGAIN_AFTER_MS = 500

export interface WatchDeps {
  readonly sessions: SessionManager
  readonly clock: Clock
}

/** A program that joined a session: it gets the stored setup and frame, then each new one, as they came. */
export class Watch {
  readonly #deps: WatchDeps
  readonly #link: Link
  readonly #onRevoked: () => void
  #frame: unknown = null
  #setup: Session['setup'] = null
  #stop = () => {}
  #lookAgain: Cancel | null = null

  /** `onRevoked` is called once, when the link that was joined is changed: this program knows the old one only. */
  constructor(deps: WatchDeps, link: Link, onRevoked: () => void) {
    this.#deps = deps
    this.#link = link
    this.#onRevoked = onRevoked
  }

  /** null: it watches. Joining another session leaves the first. */
  begin(sessionId: string): Problem | null {
    const { sessions } = this.#deps
    const found = sessionAt(sessions, sessionId)
    if (!found.ok) return found.problem
    this.end()
    const { id, car } = found.value
    this.#tell(found.value)
    this.#stop = sessions.onChange(car, (changed) => {
      if (changed.id === id) return this.#tell(changed)
      this.end()
      this.#onRevoked()
    })
    return null
  }

  end(): void {
    this.#stop()
    this.#lookAgain?.()
    this.#lookAgain = null
    this.#frame = null
    this.#setup = null
  }

  #tell({ id, setup, frame }: Session): void {
    // A watcher that is behind gets the newest frame when it has caught up, not all of them.
    if (this.#link.isBehind()) {
      this.#tellLater(id)
      return
    }
    if (setup !== null && setup !== this.#setup) {
      this.#setup = setup
      const { sentAt: timestamp, tree } = setup
      this.#link.send('setup_update', { session_id: id, timestamp, setup: tree })
    }
    if (frame !== null && frame !== this.#frame) {
      this.#frame = frame
      this.#link.send('telemetry_update', { session_id: id, telemetry: frame })
    }
  }

  /** The monitor may have said its last: then nothing else would ever tell it. */
  #tellLater(id: Session['id']): void {
    this.#lookAgain ??= this.#deps.clock.after(LOOK_AGAIN_AFTER_MS, () => {
      this.#lookAgain = null
      const session = this.#deps.sessions.get(id)
      if (session !== null) this.#tell(session)
    })
  }
}
