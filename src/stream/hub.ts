import type { Session, SessionId } from '../race/session.ts'
import type { Outbox } from './outbox.ts'
import { Room, type RoomDeps } from './room.ts'
import type { RoomFormat } from './room-format.ts'
import { sharedParts } from './shared-parts.ts'

/** What a phone asks for, and what phones that get the same bytes have in common. */
export interface Seat {
  readonly format: RoomFormat
  readonly intervalMs: number
}

/** The rooms that have somebody in them, by session. */
export class Hub {
  readonly #deps: RoomDeps
  readonly #bySession = new Map<SessionId, Map<string, Room>>()

  constructor(deps: Omit<RoomDeps, 'partsOf'>) {
    this.#deps = { ...deps, partsOf: sharedParts() }
  }

  get viewers(): number {
    let count = 0
    for (const room of this.#rooms()) count += room.size
    return count
  }

  /** Returns the room; the outbox has to be taken out of it with `leave`. */
  join(session: Session, seat: Seat, outbox: Outbox): Room {
    const rooms = this.#bySession.get(session.id) ?? new Map<string, Room>()
    this.#bySession.set(session.id, rooms)
    const key = `${seat.format.name} ${seat.intervalMs}`
    const room = rooms.get(key) ?? new Room(this.#deps, seat.format, seat.intervalMs, session)
    rooms.set(key, room)
    room.join(outbox)
    return room
  }

  leave(session: Session, room: Room, outbox: Outbox): void {
    room.leave(outbox)
    if (!room.isEmpty) return
    const rooms = this.#bySession.get(session.id)
    for (const [key, empty] of rooms ?? []) if (empty === room) rooms?.delete(key)
    if (rooms?.size === 0) this.#bySession.delete(session.id)
  }

  changed(session: Session): void {
    for (const room of this.#bySession.get(session.id)?.values() ?? []) room.changed(session)
  }

  heartbeat(): void {
    for (const room of this.#rooms()) room.heartbeat()
  }

  restarting(): void {
    for (const room of this.#rooms()) room.restarting()
  }

  *#rooms(): Iterable<Room> {
    for (const rooms of [...this.#bySession.values()]) yield* [...rooms.values()]
  }
}
