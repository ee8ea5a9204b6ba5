import type { ServerWebSocket } from 'bun'
import { Elysia } from 'elysia'
import type { Link } from './link.ts'
import { MonitorConnection } from './monitor-connection.ts'
import type { OpenConnections } from './open-connections.ts'
import { type OriginSettings, originOf } from './origin.ts'
import type { PublisherDeps } from './publisher.ts'
import { refusedRequest } from './refused-request.ts'

export interface MonitorSocketDeps extends PublisherDeps {
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
      return refusedRequest('Web pages may not publish.', 403)
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
        connection.opened()
      },
      message(_socket: ServerWebSocket<unknown>, message: string | Buffer) {
        connection?.receiveText(typeof message === 'string' ? message : message.toString('utf8'))
      },
      close() {
        if (connection === undefined) return
        connection.closed()
        deps.connections.delete(connection)
      },
    }
    if (server?.upgrade(request, { data: data as never })) return undefined
    return refusedRequest('This is a WebSocket: connect with ws:// or wss://.', 426)
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
