import type { Session } from '../race/session.ts'
import type { Doorkeeper } from '../sessions/doorkeeper.ts'
import { sessionAt } from '../sessions/session-at.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { LoadedAssets } from './assets.ts'
import { engineerKeyIn } from './engineer-cookie.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { type ServerOfRequest, type Visitor, type VisitorDeps, visitorOf } from './visitor.ts'

export interface EngineerDoorDeps extends VisitorDeps {
  readonly sessions: SessionManager
  readonly door: Doorkeeper
  readonly assets: LoadedAssets
}

/** Somebody who has shown the engineer's key of this car. */
export interface Engineer {
  readonly session: Session
  readonly visitor: Visitor
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
}

interface Asked {
  readonly params: { readonly id: string }
  readonly query: Readonly<Record<string, string | undefined>>
  readonly request: Request
  readonly server: ServerOfRequest
}

type Answer = Response | Promise<Response>

export const isEngineer = (door: Doorkeeper, { car }: Session, headers: Headers): boolean => {
  const key = engineerKeyIn(headers, car)
  return key !== null && door.engineersCar(key) === car
}

/** Lets the engineer of the car in, and tells everybody else why not. */
export const engineersOnly =
  (deps: EngineerDoorDeps) => (act: (engineer: Engineer) => Answer) => (asked: Asked) => {
    const { request, params, query } = asked
    const refuse = (problem: Parameters<typeof pageProblemAnswer>[2]) =>
      pageProblemAnswer(request, deps.assets.urls, problem)
    const found = sessionAt(deps.sessions, params.id)
    if (!found.ok) return refuse(found.problem)
    const session = found.value
    if (!deps.door.hasEngineer(session.car)) return refuse('no-engineer')
    if (!isEngineer(deps.door, session, request.headers)) return refuse('not-the-engineer')
    const visitor = visitorOf(request, asked.server, deps)
    return act({ session, visitor, request, params, query })
  }
