import type { Pulse } from '../../views/pulse.ts'
import { type TeamWall, teamWall } from '../../views/team-wall.ts'
import { wallOf } from '../../views/wall.ts'
import type { Clock } from '../sessions/clock.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Team, Teams } from '../sessions/teams.ts'
import type { Outbox } from './outbox.ts'
import { Room } from './room.ts'
import type { LastWord } from './room-format.ts'
import { teamFormat } from './team-format.ts'

export interface TeamRoomsDeps {
  readonly sessions: SessionManager
  readonly teams: Teams
  readonly clock: Clock
  readonly bootId: string
}

/** The rooms of teams that somebody looks at: one a team, looked after once a second for all who are in it. */
export class TeamRooms {
  readonly #deps: TeamRoomsDeps
  readonly #byTeam = new Map<string, Room<TeamWall>>()

  constructor(deps: TeamRoomsDeps) {
    this.#deps = deps
  }

  get viewers(): number {
    let count = 0
    for (const room of this.#byTeam.values()) count += room.size
    return count
  }

  /** Its cars as they are now. */
  wall({ name, cars }: Pick<Team, 'name' | 'cars'>): TeamWall {
    const { sessions, clock } = this.#deps
    const known = cars.flatMap((car) => sessions.ofCar(car) ?? [])
    const walls = known.map(wallOf)
    return teamWall(name, walls, clock.nowMs())
  }

  /** The list itself is never older than the message that brings it; how old a car's numbers are is part of it. */
  pulse(): Pulse {
    const { clock, bootId } = this.#deps
    return { stampMs: clock.nowMs(), ageMs: 0, presence: 'live', sinceMs: null, bootId }
  }

  /** Returns the room; the outbox has to be taken out of it with `leave`. */
  join(team: Team, outbox: Outbox): Room<TeamWall> {
    const { clock } = this.#deps
    const partsOf = (_: unknown, wall: TeamWall) => teamFormat.parts(wall)
    const deps = { clock, partsOf, pulseOf: () => this.pulse() }
    const room =
      this.#byTeam.get(team.id) ?? new Room(deps, teamFormat, NO_WAIT_MS, this.wall(team))
    this.#byTeam.set(team.id, room)
    room.join(outbox)
    return room
  }

  leave(team: Team, room: Room<TeamWall>, outbox: Outbox): void {
    room.leave(outbox)
    if (room.isEmpty && this.#byTeam.get(team.id) === room) this.#byTeam.delete(team.id)
  }

  /** Tells all rooms how their cars are. Called once a second. */
  look(): void {
    for (const [id, room] of [...this.#byTeam]) {
      const team = this.#deps.teams.withId(id)
      if (team !== undefined) room.changed(this.wall(team))
    }
  }

  heartbeat(): void {
    for (const room of [...this.#byTeam.values()]) room.heartbeat()
  }

  end(word: LastWord): void {
    for (const room of [...this.#byTeam.values()]) room.end(word)
  }
}

/** It is told at most once a second as it is. */
const NO_WAIT_MS = 0
