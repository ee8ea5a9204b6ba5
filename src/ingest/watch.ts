import type { Session } from '../race/session.ts'
import type { Cancel, Clock } from '../sessions/clock.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Link } from './link.ts'

/** As often as a monitor speaks: a watcher that was behind is not kept waiting longer than by a frame. */
const LOOK_AGAIN_AFTER_MS = 500

/** A program that joined a session: it gets the stored setup and frame, then each new one, as they came. */
export class Watch {
  readonly #sessions: SessionManager
  readonly #link: Link
  readonly #clock: Clock
  #frame: unknown = null
  #setup: Session['setup'] = null
  #stop = () => {}
  #lookAgain: Cancel | null = null

  constructor(sessions: SessionManager, link: Link, clock: Clock) {
    this.#sessions = sessions
    this.#link = link
    this.#clock = clock
  }

  /** False: there is no such session. Joining another one leaves the first. */
  begin(sessionId: string): boolean {
    const session = this.#sessions.get(sessionId)
    if (session === null) return false
    this.end()
    this.#tell(session)
    this.#stop = this.#sessions.onChange(session.car, (changed) => this.#tell(changed))
    return true
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
    this.#lookAgain ??= this.#clock.after(LOOK_AGAIN_AFTER_MS, () => {
      this.#lookAgain = null
      const session = this.#sessions.get(id)
      if (session !== null) this.#tell(session)
    })
  }
}
