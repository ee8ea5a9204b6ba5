import type { Catalogue } from '../../views/catalogue.ts'
import type { WayOn } from '../../views/pages/problem.tsx'
import type { Session } from '../race/session.ts'
import type { Doorkeeper } from '../sessions/doorkeeper.ts'
import { sessionAt } from '../sessions/session-at.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import { redirect } from './answer.ts'
import type { LoadedAssets } from './assets.ts'
import { engineerKeyIn } from './engineer-cookie.ts'
import { deskAfter } from './engineer-page.ts'
import type { OnceTold } from './once-told.ts'
import { type PageProblem, pageProblemAnswer } from './problem-answer.ts'
import { wordsFor } from './reading.ts'
import { type ServerOfRequest, type Visitor, type VisitorDeps, visitorOf } from './visitor.ts'

export interface EngineerDoorDeps extends VisitorDeps {
  readonly sessions: SessionManager
  readonly door: Doorkeeper
  readonly assets: LoadedAssets
  readonly onceTold: OnceTold
}

/** Somebody who has shown the engineer's key of this car. */
export interface Engineer {
  /** As it is whenever it is asked for: while a form arrives, others change it. */
  readonly session: Session
  readonly visitor: Visitor
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  /** As he reads. */
  readonly words: Catalogue
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

/**
 * The engineer at the address of before goes on at today's. What a form sent there is not done: whether it still fits,
 * he sees on the page of today. null: it is not the engineer, or no address of before.
 */
function moved(
  { sessions, door, onceTold }: EngineerDoorDeps,
  { params, request }: Asked,
): Response | null {
  const car = sessions.carOfRetired(params.id)
  const session = car && sessions.ofCar(car)
  if (!session || !isEngineer(door, session, request.headers)) return null
  if (request.method === 'POST') return redirect(deskAfter(session, onceTold, { what: 'moved' }))
  const { pathname, search } = new URL(request.url)
  const [, , , ...rest] = pathname.split('/')
  return redirect(`/dashboard/${session.id}/${rest.join('/')}${search}`)
}

/** Lets the engineer of the car in, and tells everybody else why not. */
export const engineersOnly =
  (deps: EngineerDoorDeps) => (act: (engineer: Engineer) => Answer) => (asked: Asked) => {
    const { request, params, query } = asked
    const refuse = (problem: PageProblem, onward?: WayOn) =>
      pageProblemAnswer(request, deps.assets.urls, problem, onward)
    const found = sessionAt(deps.sessions, params.id)
    if (!found.ok) return moved(deps, asked) ?? refuse(found.problem)
    const session = found.value
    const words = wordsFor(request)
    const wall = { href: `/dashboard/${session.id}`, text: words.engineer.back }
    if (!deps.door.hasEngineer(session.car)) return refuse('no-engineer', wall)
    if (!isEngineer(deps.door, session, request.headers)) {
      const hadKey = engineerKeyIn(request.headers, session.car) !== null
      return refuse(hadKey ? 'old-engineer-key' : 'not-the-engineer', wall)
    }
    const visitor = visitorOf(request, asked.server, deps)
    return act({
      get session() {
        return deps.sessions.ofCar(session.car) ?? session
      },
      ...{ visitor, request, params, query, words },
    })
  }
