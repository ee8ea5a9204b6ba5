import type { ServerWebSocket } from 'bun'
import { Elysia } from 'elysia'
import { Flow } from './flow.ts'
import type { Link } from './link.ts'
import { MonitorConnection } from './monitor-connection.ts'
import type { OpenConnections } from './open-connections.ts'
import { type OriginSettings, originOf } from './origin.ts'
import type { PublisherDeps } from './publisher.ts'
import { refusedRequest, TOO_MANY_CONNECTIONS } from './refused-request.ts'

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
    const { limit } = deps.connections
    if (!limit.hasRoomFor(origin.address)) return refusedRequest(TOO_MANY_CONNECTIONS, 429)
    // Elysia dispatches its sockets to the functions in `data`. Used without its own `ws`, because that parses
    // and validates before we have weighed, and answers with what was sent. (1.4.30)
    let connection: MonitorConnection | undefined
    let letGo = () => {}
    const data = {
      open(socket: ServerWebSocket<unknown>) {
        letGo = limit.opened(origin.address)
        connection = new MonitorConnection(deps, linkTo(socket), origin, new Flow(deps.clock))
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
        letGo()
        if (connection === undefined) return
        connection.closed()
        deps.connections.delete(connection)
      },
    }
    // Safe: Bun hands `data` through untouched; its type is Elysia's own, which knows no other sockets.
    if (server?.upgrade(request, { data: data as never })) return undefined
    return refusedRequest('This is a WebSocket: connect with ws:// or wss://.', 426)
  })
}

function linkTo(socket: ServerWebSocket<unknown>): Link {
  return {
    transport: 'typed',
    send: (event, data) => void socket.send(JSON.stringify({ event, data })),
    close: (code, reason) => socket.close(code, reason),
    cut: () => socket.close(1012),
    isBehind: () => socket.getBufferedAmount() > BEHIND_BYTES,
  }
}
