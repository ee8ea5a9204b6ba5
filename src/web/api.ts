import { Elysia } from 'elysia'
import { sessionJson } from '../../views/session-json.ts'
import { wallOf } from '../../views/wall.ts'
import type { Clock } from '../sessions/clock.ts'
import { sessionAt } from '../sessions/session-at.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import { schemas } from '../wire/json-schema.ts'
import { jsonAnswer, jsonTextAnswer } from './answer.ts'
import { problemAnswer } from './problem-answer.ts'

export interface ApiDeps {
  readonly sessions: SessionManager
  readonly clock: Clock
  readonly version: string
  /** Who is here now, and what has come in. */
  readonly counts: () => Readonly<Record<string, unknown>>
}

/** Sessions, schemas and health as JSON. */
export function api(deps: ApiDeps) {
  const startedAtMs = deps.clock.nowMs()
  return new Elysia({ name: 'api' })
    .get('/api/sessions/:id', ({ params, request }) => {
      const found = sessionAt(deps.sessions, params.id)
      if (!found.ok) return problemAnswer(request, found.problem)
      return jsonTextAnswer(request, sessionJson(wallOf(found.value), deps.clock.nowMs()))
    })
    .get('/schema', ({ request }) =>
      jsonAnswer(request, { schemas: Object.keys(schemas).map((name) => `/schema/${name}.json`) }),
    )
    .get('/schema/:file', ({ params, request }) => {
      const name = params.file.replace(/\.json$/, '')
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
      return schema === undefined
        ? problemAnswer(request, 'unknown-schema')
        : jsonAnswer(request, schema)
    })
    .get('/api/*', ({ request }) => problemAnswer(request, 'unknown-address'))
    .get('/healthz', ({ request }) =>
      jsonAnswer(request, {
        status: deps.sessions.storeIsWell ? 'ok' : 'degraded',
        store: deps.sessions.storeIsWell ? 'ok' : 'unavailable',
        sessions: deps.sessions.count,
        ...deps.counts(),
        uptime_s: Math.round((deps.clock.nowMs() - startedAtMs) / 1000),
        version: deps.version,
      }),
    )
}
