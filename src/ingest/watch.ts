import type { Session, SessionId } from '../race/session.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Link } from './link.ts'

/** A program that joined a session: it gets the stored setup and frame, then each new one, as they came. */
export class Watch {
  readonly #sessions: SessionManager
  readonly #link: Link
  #joined: SessionId | null = null
  #frame: unknown = null
  #setup: Session['setup'] = null
  #stop = () => {}

  constructor(sessions: SessionManager, link: Link) {
    this.#sessions = sessions
    this.#link = link
  }

  /** False: there is no such session. Joining another one leaves the first. */
  begin(sessionId: string): boolean {
    const session = this.#sessions.get(sessionId)
    if (session === null) return false
    this.end()
    this.#joined = session.id
    this.#tell(session)
    this.#stop = this.#sessions.onChange((changed) => {
      if (changed.id === this.#joined) this.#tell(changed)
    })
    return true
  }

  end(): void {
    this.#stop()
    this.#joined = null
    this.#frame = null
    this.#setup = null
  }

  #tell({ id, setup, frame }: Session): void {
    // A watcher that is behind gets the newest frame when it has caught up, not all of them.
    if (this.#link.isBehind()) return
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
}
