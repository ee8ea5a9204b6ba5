import type { Result } from '../race/result.ts'
import type { CarId } from '../race/session.ts'
import type { SessionStore, StoreProblem, Team } from '../store/session-store.ts'
import { isKeyOf, keyHash, newKey } from './access.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import type { SessionManager } from './session-manager.ts'

export type { Team } from '../store/session-store.ts'

export interface TeamsDeps {
  readonly sessions: SessionManager
  readonly door: Doorkeeper
  readonly store: Pick<SessionStore, 'teams' | 'saveTeam'>
}

export type TeamProblem = StoreProblem | 'too-many-sessions' | 'unknown-team' | 'team-full'

/** As many as anybody can look at; the page has a place for each. */
export const TEAM_CARS_MOST = 16

/** Pages with several cars. Whoever has a team's key may look at it and change what is on it. */
export class Teams {
  readonly #deps: TeamsDeps
  readonly #byHash = new Map<string, Team>()
  readonly #byId = new Map<string, Team>()

  constructor(deps: TeamsDeps) {
    this.#deps = deps
    for (const team of deps.store.teams()) this.#keep(team)
  }

  create(name: string, address: string): Result<{ key: string; team: Team }, TeamProblem> {
    if (!this.#deps.door.takesRoom(address)) return no('too-many-sessions')
    const key = newKey()
    const team = { id: crypto.randomUUID(), name, keyHash: keyHash(key), cars: [] }
    const saved = this.#save(team)
    return saved.ok ? { ok: true, value: { key, team } } : saved
  }

  of(key: string): Team | null {
    const hash = keyHash(key)
    const team = this.#byHash.get(hash)
    return team !== undefined && isKeyOf(key, hash) ? team : null
  }

  add(id: string, car: CarId): Result<Team, TeamProblem> {
    const team = this.#byId.get(id)
    if (team === undefined) return no('unknown-team')
    const cars = this.#known(team)
    if (cars.includes(car)) return { ok: true, value: team }
    if (cars.length >= TEAM_CARS_MOST) return no('team-full')
    return this.#save({ ...team, cars: [...cars, car] })
  }

  remove(id: string, car: CarId): Result<Team, TeamProblem> {
    const team = this.#byId.get(id)
    if (team === undefined) return no('unknown-team')
    return this.#save({ ...team, cars: this.#known(team).filter((other) => other !== car) })
  }

  /** As it is now. */
  withId(id: string): Team | undefined {
    return this.#byId.get(id)
  }

  /** Cars that were given up take nobody's place. */
  #known({ cars }: Team): readonly CarId[] {
    return cars.filter((car) => this.#deps.sessions.ofCar(car) !== null)
  }

  #save(team: Team): Result<Team, TeamProblem> {
    const saved = this.#deps.store.saveTeam(team)
    if (!saved.ok) return saved
    this.#keep(team)
    return { ok: true, value: team }
  }

  #keep(team: Team): void {
    this.#byHash.set(team.keyHash, team)
    this.#byId.set(team.id, team)
  }
}

const no = (problem: TeamProblem): { readonly ok: false; readonly problem: TeamProblem } => ({
  ok: false,
  problem,
})
