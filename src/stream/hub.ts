import { sessionPulse } from '../../views/session-pulse.ts'
import type { CarId, Session } from '../race/session.ts'
import type { Clock } from '../sessions/clock.ts'
import type { Outbox } from './outbox.ts'
import { Room, type RoomDeps } from './room.ts'
import type { LastWord, RoomFormat } from './room-format.ts'
import { sharedParts } from './shared-parts.ts'

/** What a phone asks for, and what phones that get the same bytes have in common. */
export interface Seat {
  readonly format: RoomFormat
  readonly intervalMs: number
}

export interface HubDeps {
  readonly clock: Clock
  /** Changes with every start of the server, so that phones do not compare its clocks. */
  readonly bootId: string
}

/** The rooms that have somebody in them, by car: links change. */
export class Hub {
  readonly #deps: RoomDeps
  readonly #byCar = new Map<CarId, Map<string, Room>>()

  constructor({ clock, bootId }: HubDeps) {
    const pulseOf = (session: Session) => sessionPulse(session, clock.nowMs(), bootId)
    this.#deps = { clock, partsOf: sharedParts(), pulseOf }
  }

  get viewers(): number {
    let count = 0
    for (const room of this.#rooms()) count += room.size
    return count
  }

  /** Returns the room; the outbox has to be taken out of it with `leave`. */
  join(session: Session, seat: Seat, outbox: Outbox): Room {
    const rooms = this.#byCar.get(session.car) ?? new Map<string, Room>()
    this.#byCar.set(session.car, rooms)
    const key = `${session.id} ${seat.format.name} ${seat.intervalMs}`
    const room = rooms.get(key) ?? new Room(this.#deps, seat.format, seat.intervalMs, session)
    rooms.set(key, room)
    room.join(outbox)
    return room
  }

  leave(session: Session, room: Room, outbox: Outbox): void {
    room.leave(outbox)
    if (!room.isEmpty) return
    const rooms = this.#byCar.get(session.car)
    for (const [key, empty] of rooms ?? []) if (empty === room) rooms?.delete(key)
    if (rooms?.size === 0) this.#byCar.delete(session.car)
  }

  changed(session: Session): void {
    for (const room of [...(this.#byCar.get(session.car)?.values() ?? [])]) {
      // Who came by another link may not learn the new one here.
      if (room.subject.id === session.id) room.changed(session)
      else room.end('revoked')
    }
  }

  heartbeat(): void {
    for (const room of this.#rooms()) room.heartbeat()
  }

  end(word: LastWord): void {
    for (const room of this.#rooms()) room.end(word)
  }

  *#rooms(): Iterable<Room> {
    for (const rooms of [...this.#byCar.values()]) yield* [...rooms.values()]
  }
}
