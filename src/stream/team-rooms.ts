import type { Catalogue } from '../../views/catalogue.ts'
import type { Pulse } from '../../views/pulse.ts'
import { type TeamWall, teamWall } from '../../views/team-wall.ts'
import { wallOf } from '../../views/wall.ts'
import type { Clock } from '../sessions/clock.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Team, Teams } from '../sessions/teams.ts'
import type { Outbox } from './outbox.ts'
import { Room, type RoomDeps } from './room.ts'
import type { LastWord } from './room-format.ts'
import { teamFormat } from './team-format.ts'

export interface TeamRoomsDeps {
  readonly sessions: SessionManager
  readonly teams: Teams
  readonly clock: Clock
  readonly bootId: string
}

/** The rooms of teams that somebody looks at: one a team and look, looked after once a second for all who are in it. */
export class TeamRooms {
  readonly #deps: TeamRoomsDeps
  /** By team, then by how its viewers read. */
  readonly #byTeam = new Map<string, Map<string, Room<TeamWall>>>()

  constructor(deps: TeamRoomsDeps) {
    this.#deps = deps
  }

  get viewers(): number {
    let count = 0
    for (const room of this.#rooms()) count += room.size
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
  join(team: Team, words: Catalogue, outbox: Outbox): Room<TeamWall> {
    const { clock } = this.#deps
    const format = teamFormat(words)
    const deps: RoomDeps<TeamWall> = {
      clock,
      partsOf: (of, wall) => of.parts(wall),
      pulseOf: () => this.pulse(),
    }
    const ofTeam = this.#byTeam.get(team.id) ?? new Map<string, Room<TeamWall>>()
    this.#byTeam.set(team.id, ofTeam)
    const room = ofTeam.get(format.name) ?? new Room(deps, format, NO_WAIT_MS, this.wall(team))
    ofTeam.set(format.name, room)
    room.join(outbox)
    return room
  }

  leave(left: Room<TeamWall>, outbox: Outbox): void {
    left.leave(outbox)
    if (!left.isEmpty) return
    for (const [id, ofTeam] of this.#byTeam) {
      for (const [name, room] of ofTeam) if (room === left) ofTeam.delete(name)
      if (ofTeam.size === 0) this.#byTeam.delete(id)
    }
  }

  /** Tells all rooms how their cars are. Called once a second. */
  look(): void {
    for (const [id, rooms] of [...this.#byTeam]) {
      const team = this.#deps.teams.withId(id)
      if (team === undefined) continue
      const wall = this.wall(team)
      for (const room of [...rooms.values()]) room.changed(wall)
    }
  }

  heartbeat(): void {
    for (const room of this.#rooms()) room.heartbeat()
  }

  end(word: LastWord): void {
    for (const room of this.#rooms()) room.end(word)
  }

  /** As they are now: ending one takes it out. */
  #rooms(): readonly Room<TeamWall>[] {
    return [...this.#byTeam.values()].flatMap((rooms) => [...rooms.values()])
  }
}

/** It is told at most once a second as it is. */
const NO_WAIT_MS = 0
