import type { ServerWebSocket } from 'bun'
import { Elysia } from 'elysia'
import { parseEnvelope } from '../wire/read-message.ts'
import type { Link } from './link.ts'
import { type IngestDeps, MonitorConnection } from './monitor-connection.ts'
import type { OpenConnections } from './open-connections.ts'
import { type OriginSettings, originOf } from './origin.ts'

export interface MonitorSocketDeps extends IngestDeps {
  readonly origins: OriginSettings
  /** Web pages that may watch; none may publish. */
  readonly corsOrigins: readonly string[]
  readonly connections: OpenConnections
}

/** A watcher with more than this waiting is skipped: about twenty setups. */
const BEHIND_BYTES = 1_000_000

/** The typed transport: JSON text frames `{"event", "data"}` on `/ws/monitor`. */
export function monitorSocket(deps: MonitorSocketDeps) {
  return new Elysia({ name: 'monitor-socket' }).get('/ws/monitor', ({ request, server }) => {
    const page = request.headers.get('origin')
    if (page !== null && !deps.corsOrigins.includes(page)) {
      return new Response('Web pages may not publish.\n', { status: 403 })
    }
    const key = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
    const address = server?.requestIP(request)?.address ?? null
    const origin = originOf(request, address, key, deps.origins)
    // Elysia dispatches its sockets to the functions in `data`. Used without its own `ws`, because that parses
    // and validates before we have weighed, and answers with what was sent. (1.4.30)
    let connection: MonitorConnection | undefined
    const data = {
      open(socket: ServerWebSocket<unknown>) {
        connection = new MonitorConnection(deps, linkTo(socket), origin)
        deps.connections.add(connection, {
          restarting: (retryMs) => {
            socket.send(JSON.stringify({ event: 'restarting', data: { retry_ms: retryMs } }))
            socket.close(1012, 'restarting')
          },
        })
      },
      message(_socket: ServerWebSocket<unknown>, message: string | Buffer) {
        const text = typeof message === 'string' ? message : message.toString('utf8')
        const envelope = parseEnvelope(text)
        if (envelope.ok) connection?.receive(envelope.value.event, envelope.value.data)
        else connection?.malformed(envelope.problem.message, envelope.problem.field)
      },
      close() {
        if (connection === undefined) return
        connection.closed()
        deps.connections.delete(connection)
      },
    }
    if (server?.upgrade(request, { data: data as never })) return undefined
    return new Response('This is a WebSocket: connect with ws:// or wss://.\n', { status: 426 })
  })
}

function linkTo(socket: ServerWebSocket<unknown>): Link {
  return {
    transport: 'typed',
    send: (event, data) => void socket.send(JSON.stringify({ event, data })),
    close: (code, reason) => socket.close(code, reason),
    isBehind: () => socket.getBufferedAmount() > BEHIND_BYTES,
  }
}
