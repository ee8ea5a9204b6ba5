import { Elysia } from 'elysia'
import type { Session } from '../race/session.ts'
import { intervalFromHz } from '../sessions/interval.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import { type ViewerProblem, viewerProblems } from '../sessions/viewer-problem.ts'
import type { Broadcaster } from './broadcaster.ts'
import type { Seat } from './hub.ts'
import { jsonFormat } from './json-format.ts'
import type { Sink } from './outbox.ts'
import { panelFormat } from './panel-format.ts'
import type { RoomFormat } from './room-format.ts'
import { visit } from './visit.ts'

export interface StreamDeps {
  readonly sessions: SessionManager
  readonly broadcaster: Broadcaster
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: a proxy that compresses would wait for more text than one update has.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

function refused(format: RoomFormat, problem: ViewerProblem): Response {
  const { status, text } = viewerProblems[problem]
  return format.name === 'json'
    ? Response.json({ code: problem, message: text }, { status })
    : new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain' } })
}

/** The live streams: panels for the page, JSON for programs. */
export function streamRoutes(deps: StreamDeps) {
  const stream = (id: string, hz: string | undefined, request: Request, format: RoomFormat) => {
    const session = deps.sessions.get(id)
    if (session === null) return refused(format, 'unknown-session')
    const intervalMs = intervalFromHz(hz)
    if (intervalMs === null) return refused(format, 'hz-out-of-range')
    if (request.method === 'HEAD') return new Response(null, { headers })
    return streamed(deps, session, { format, intervalMs }, request.signal)
  }
  return new Elysia({ name: 'stream' })
    .get('/dashboard/:id/stream', ({ params, query, request }) =>
      stream(params.id, query.hz, request, panelFormat),
    )
    .get('/api/sessions/:id/stream', ({ params, query, request }) =>
      stream(params.id, query.hz, request, jsonFormat),
    )
}

/** A response that stays open. (The shared compression of a room's text has its place here, before the sink.) */
function streamed(deps: StreamDeps, session: Session, seat: Seat, signal: AbortSignal): Response {
  let leave = () => {}
  const source: Bun.DirectUnderlyingSource<Uint8Array> = {
    type: 'direct',
    pull(controller) {
      return new Promise<void>((resolve) => {
        const socket: Sink = {
          write: (bytes) => controller.write(bytes),
          flush: () => controller.flush(),
          end: () => {
            controller.end()
            resolve()
          },
        }
        // The newest state, not that of the moment of the request.
        const newest = deps.sessions.get(session.id) ?? session
        leave = visit(deps.broadcaster.hub, newest, seat, socket)
        if (signal.aborted) leave()
        else signal.addEventListener('abort', () => leave(), { once: true })
      })
    },
    cancel: () => leave(),
  }
  return new Response(new ReadableStream(source), { headers })
}
