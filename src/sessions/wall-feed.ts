import type { Feed } from '../race/feed.ts'
import type { StoredSession } from '../store/session-store.ts'
import type { ArbitrationEvent } from './arbitration/arbitration-event.ts'
import type { Monitor } from './arbitration/monitor.ts'
import { feedsWall } from './arbitration/only-one.ts'
import { type ArbitrationSummary, arbitrationSummary } from './arbitration/summary.ts'
import { type Fed, type Feeding, feedingAfter, isAtRest, withSetupShown } from './feeding.ts'
import { feedingFrom, feedingNotes } from './feeding-notes.ts'
import { LastSeqs } from './last-seqs.ts'

/** The monitors of one car, and which of them feeds its wall. */
export class WallFeed {
  readonly seqs: LastSeqs
  #feeding: Feeding
  #isAtRest = false

  constructor({ session, notes }: Pick<StoredSession, 'session' | 'notes'>, atMs: number) {
    this.seqs = new LastSeqs(session)
    this.#feeding = feedingFrom(notes, session, atMs)
  }

  /** `feed`: what the wall says of its source so far. */
  step(feed: Feed | null, event: ArbitrationEvent): Fed {
    const fed = feedingAfter(this.#feeding, event, feed)
    this.#feeding = fed.feeding
    this.#isAtRest = isAtRest(fed.feeding, fed.feed)
    return fed
  }

  /** Nothing changes any more by time alone. */
  get isAtRest(): boolean {
    return this.#isAtRest
  }

  /** Whether a setup of this monitor is for the wall. */
  takesSetupOf(monitor: Monitor): boolean {
    return feedsWall(this.#feeding.state, monitor)
  }

  setupShown({ socket }: Monitor): void {
    this.#feeding = withSetupShown(this.#feeding, socket)
  }

  /** What the wall shows came from this socket. */
  isShown({ socket }: Monitor): boolean {
    return this.#feeding.shown?.socket === socket
  }

  /** null: it is not here (any more). */
  monitor(socket: number): Monitor | null {
    const { witnesses } = this.#feeding.state
    const witness = witnesses.find(({ monitor }) => monitor.socket === socket)
    return witness === undefined || witness.hasLeft ? null : witness.monitor
  }

  /** For people who choose. */
  get summary(): ArbitrationSummary {
    return arbitrationSummary(this.#feeding.state)
  }

  get notes(): string {
    return feedingNotes(this.#feeding)
  }
}
