import { Elysia } from 'elysia'
import type { Session } from '../race/session.ts'
import { intervalFromHz } from '../sessions/interval.ts'
import { sessionAt } from '../sessions/session-at.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { Teams } from '../sessions/teams.ts'
import { type ViewerProblem, viewerProblems } from '../sessions/viewer-problem.ts'
import type { Broadcaster } from './broadcaster.ts'
import type { Hub, Seat } from './hub.ts'
import { jsonFormat } from './json-format.ts'
import { panelFormat } from './panel-format.ts'
import type { Room } from './room.ts'
import type { RoomFormat } from './room-format.ts'
import { type Place, streamed, streamHeaders } from './streamed.ts'

export interface StreamDeps {
  readonly sessions: SessionManager
  readonly teams: Teams
  readonly broadcaster: Broadcaster
}

function refused(format: Pick<RoomFormat, 'name'>, problem: ViewerProblem): Response {
  const { status, text } = viewerProblems[problem]
  return format.name === 'json'
    ? Response.json({ code: problem, message: text }, { status })
    : new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain' } })
}

/** The live streams: panels for the pages, JSON for programs. */
export function streamRoutes({ sessions, teams, broadcaster }: StreamDeps) {
  const stream = (id: string, hz: string | undefined, request: Request, format: RoomFormat) => {
    const found = sessionAt(sessions, id)
    if (!found.ok) return refused(format, found.problem)
    const intervalMs = intervalFromHz(hz)
    if (intervalMs === null) return refused(format, 'hz-out-of-range')
    // The newest state, not that of the moment of the request; but by this link only.
    const newest = () => sessions.get(found.value.id)
    return opened(request, placeIn(broadcaster.hub, newest, { format, intervalMs }))
  }
  return new Elysia({ name: 'stream' })
    .get('/dashboard/:id/stream', ({ params, query, request }) =>
      stream(params.id, query.hz, request, panelFormat),
    )
    .get('/api/sessions/:id/stream', ({ params, query, request }) =>
      stream(params.id, query.hz, request, jsonFormat),
    )
    .get('/team/:key/stream', ({ params, request }) => {
      const team = teams.of(params.key)
      if (team === null) return refused(panelFormat, 'unknown-team')
      let room: ReturnType<typeof broadcaster.teams.join>
      return opened(request, {
        join: (outbox) => {
          room = broadcaster.teams.join(team, outbox)
          return room
        },
        leave: (outbox) => broadcaster.teams.leave(team, room, outbox),
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
