import type { CarId } from '../race/session.ts'
import { retryMs } from '../sessions/retry.ts'
import { ConnectionLimit } from './connection-limit.ts'
import type { MonitorConnection } from './monitor-connection.ts'
import { Tally } from './tally.ts'

interface Goodbye {
  restarting(retryMs: number): void
}

/** Every connection that is open now, so that all can be told when the server goes down for a moment. */
export class OpenConnections {
  readonly tally = new Tally()
  readonly limit = new ConnectionLimit()
  readonly #open = new Map<MonitorConnection, Goodbye>()

  add(connection: MonitorConnection, goodbye: Goodbye): void {
    this.#open.set(connection, goodbye)
  }

  delete(connection: MonitorConnection): void {
    this.#open.delete(connection)
  }

  get counts() {
    return { monitors: this.#open.size, ingest: this.tally.counts }
  }

  /** Its program has come back on another connection: this one is dead, or about to be. */
  replace(socket: number): void {
    for (const connection of this.#open.keys()) {
      if (connection.socket === socket) connection.replaced()
    }
  }

  /** Some keys of this car open nothing any more, or its session has ended. */
  shut(car: CarId): void {
    for (const connection of [...this.#open.keys()]) connection.shut(car)
  }

  /** Says goodbye to all. Their sessions stay online: they will be back before anybody misses them. */
  restarting(): void {
    for (const goodbye of this.#open.values()) {
      goodbye.restarting(retryMs())
    }
    this.#open.clear()
  }
}
