import { Elysia } from 'elysia'
import { type Catalogue, catalogueFor } from '../../views/catalogue.ts'
import { defaultLook, lookFrom } from '../../views/look.ts'
import type { Session } from '../race/session.ts'
import { intervalFromHz } from '../sessions/interval.ts'
import { sessionAt } from '../sessions/session-at.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Teams } from '../sessions/teams.ts'
import { type ViewerProblem, viewerProblems } from '../sessions/viewer-problem.ts'
import type { Broadcaster } from './broadcaster.ts'
import type { Hub, Seat } from './hub.ts'
import { jsonFormat } from './json-format.ts'
import { boardFormat, dashboardFormat, glanceFormat } from './page-formats.ts'
import type { Room } from './room.ts'
import type { RoomFormat } from './room-format.ts'
import { type Place, streamed, streamHeaders } from './streamed.ts'

export interface StreamDeps {
  readonly sessions: SessionManager
  readonly teams: Teams
  readonly broadcaster: Broadcaster
}

function refused(as: 'json' | 'text', problem: ViewerProblem): Response {
  const { status, text } = viewerProblems[problem]
  return as === 'json'
    ? Response.json({ code: problem, message: text }, { status })
    : new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain' } })
}

/** What is rendered once for all pages that look alike; the theme is the page's own. */
const wordsIn = (look: string | undefined): Catalogue =>
  catalogueFor({ ...lookFrom(look), theme: defaultLook.theme })

/** The live streams: panels for the pages, JSON for programs. */
export function streamRoutes({ sessions, teams, broadcaster }: StreamDeps) {
  const stream = (id: string, hz: string | undefined, request: Request, format: RoomFormat) => {
    const as = format === jsonFormat ? 'json' : 'text'
    const found = sessionAt(sessions, id)
    if (!found.ok) return refused(as, found.problem)
    const intervalMs = intervalFromHz(hz)
    if (intervalMs === null) return refused(as, 'hz-out-of-range')
    // The newest state, not that of the moment of the request; but by this link only.
    const newest = () => sessions.get(found.value.id)
    return opened(request, placeIn(broadcaster.hub, newest, { format, intervalMs }))
  }
  return new Elysia({ name: 'stream' })
    .get('/dashboard/:id/stream', ({ params, query, request }) =>
      stream(params.id, query.hz, request, dashboardFormat(wordsIn(query.look))),
    )
    .get('/dashboard/:id/glance/stream', ({ params, query, request }) =>
      stream(params.id, query.hz, request, glanceFormat(wordsIn(query.look))),
    )
    .get('/dashboard/:id/board/stream', ({ params, query, request }) =>
      stream(params.id, query.hz, request, boardFormat(wordsIn(query.look))),
    )
    .get('/api/sessions/:id/stream', ({ params, query, request }) =>
      stream(params.id, query.hz, request, jsonFormat),
    )
    .get('/team/:key/stream', ({ params, query, request }) => {
      const team = teams.of(params.key)
      if (team === null) return refused('text', 'unknown-team')
      const words = wordsIn(query.look)
      let room: ReturnType<typeof broadcaster.teams.join>
      return opened(request, {
        join: (outbox) => {
          room = broadcaster.teams.join(team, words, outbox)
          return room
        },
        leave: (outbox) => broadcaster.teams.leave(room, outbox),
      })
    })
}

const opened = (request: Request, place: Place) =>
  request.method === 'HEAD'
    ? new Response(null, { headers: streamHeaders })
    : streamed(place, request.signal)

function placeIn(hub: Hub, newest: () => Session | null, seat: Seat): Place {
  let taken: { readonly session: Session; readonly room: Room } | null = null
  return {
    join(outbox) {
      const session = newest()
      if (session === null) return null
      taken = { session, room: hub.join(session, seat, outbox) }
      return taken.room
    },
    leave(outbox) {
      if (taken !== null) hub.leave(taken.session, taken.room, outbox)
    },
  }
}
