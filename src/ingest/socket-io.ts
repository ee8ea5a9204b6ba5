import { Server as Engine } from '@socket.io/bun-engine'
import { Elysia } from 'elysia'
import { Server, type Socket } from 'socket.io'
import { Encoder } from 'socket.io-parser'
import { limits } from '../wire/limits.ts'
import type { Link, Origin } from './link.ts'
import { MonitorConnection } from './monitor-connection.ts'
import { decoderWith, MonitorDecoder } from './monitor-decoder.ts'
import type { MonitorSocketDeps } from './monitor-socket.ts'
import { originOf } from './origin.ts'
import { refusedRequest, TOO_MANY_CONNECTIONS } from './refused-request.ts'

/** A dead PC is noticed after the sum of both; a monitor answers within milliseconds. Guessed. */
const PING_INTERVAL_MS = 10_000
const PING_TIMEOUT_MS = 10_000

const PATH = '/socket.io/'

/** Socket.IO 4 for the monitors that exist today: long-polling first, then the upgrade, on the server's own port. */
export function socketIo(deps: MonitorSocketDeps) {
  const engine = new Engine({
    path: PATH,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    maxHttpBufferSize: limits.messageBytes,
    ...(deps.corsOrigins.length > 0 ? { cors: { origin: [...deps.corsOrigins] } } : {}),
  })
  const io = new Server({ parser: { Encoder, Decoder: decoderWith(deps.clock) } })
  io.bind(engine)
  // The engine hands over what began each connection: the only place where its address can be read.
  const origins = new WeakMap<object, Origin>()
  engine.on('connection', (socket, request, server) => {
    const key = new URL(request.url).searchParams.get('key')
    const address = server.requestIP(request)?.address ?? null
    const origin = originOf(request, address, key || null, deps.origins)
    origins.set(socket, origin)
    socket.on('close', deps.connections.limit.opened(origin.address))
  })
  io.on('connection', (socket) => {
    const origin = origins.get(socket.conn)
    if (origin === undefined) return socket.disconnect(true)
    connected(socket, origin, deps)
  })

  return new Elysia({ name: 'socket-io' }).all(
    PATH,
    ({ request, server }) => {
      if (server === null) return new Response(null, { status: 503 })
      const page = request.headers.get('origin')
      const begins = !new URL(request.url).searchParams.has('sid')
      // Only the handshake tells a page from a program: Python's WebSocket client names an Origin in its upgrade.
      if (begins && page !== null && !deps.corsOrigins.includes(page)) {
        return refusedRequest('Web pages may not publish.', 403)
      }
      const { address } = originOf(
        request,
        server.requestIP(request)?.address ?? null,
        null,
        deps.origins,
      )
      if (begins && !deps.connections.limit.hasRoomFor(address)) {
        return refusedRequest(TOO_MANY_CONNECTIONS, 429)
      }
      return engine.handleRequest(request, upgradingInto(server, engine))
    },
    { parse: 'none' },
  )
}

type BunServer = Parameters<Engine['handleRequest']>[1]
type EngineSocket = Parameters<Engine['onWebSocketOpen']>[0]

/** Elysia dispatches its sockets to the functions in their `data`; the engine expects to be asked itself. (1.4.30) */
function upgradingInto(server: NonNullable<unknown>, engine: Engine): BunServer {
  const bun = server as BunServer
  const upgrade: BunServer['upgrade'] = (request, options) => {
    const data = {
      ...options?.data,
      open: (socket: EngineSocket) => engine.onWebSocketOpen(socket),
      message: (socket: EngineSocket, text: string | Buffer) =>
        engine.onWebSocketMessage(socket, text),
      close: (socket: EngineSocket, code: number, reason: string) =>
        engine.onWebSocketClose(socket, code, reason),
    }
    // Safe: Bun hands `data` through untouched, to the dispatcher that looks for these functions.
    return bun.upgrade(request, { ...options, data } as never)
  }
  return new Proxy(bun, {
    get: (target, name) => {
      if (name === 'upgrade') return upgrade
      const value = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function connected(socket: Socket, origin: Origin, deps: MonitorSocketDeps) {
  // Not with a packet of Socket.IO's or the engine's: a client that is told to go does not come back. One that still
  // polls can only be told, so it stays.
  const cut = () => {
    if (socket.conn.transport.name === 'websocket') socket.conn.close()
  }
  const link: Link = {
    transport: 'socket.io',
    send: (event, message) => void socket.emit(event, message),
    close: () => void socket.disconnect(true),
    cut,
    // The engine keeps what a slow client has not fetched; a handful of packets is normal while it polls.
    isBehind: () => engineBacklog(socket) > BEHIND_PACKETS,
  }
  const decoder = decoderOf(socket)
  const connection = new MonitorConnection(deps, link, origin, decoder.flow)
  decoder.onExcess = (verdict) => connection.exceeded(verdict)
  deps.connections.add(connection, {
    restarting: (retryMs) => {
      socket.emit('restarting', { retry_ms: retryMs })
      cut()
    },
  })
  socket.onAny((event: unknown, data: unknown) => {
    // A client that wants an acknowledgement and sends nothing else has its callback in this place.
    connection.receive(event, typeof data === 'function' ? undefined : data)
  })
  socket.on('disconnect', () => {
    connection.closed()
    deps.connections.delete(connection)
  })
  connection.opened()
}

const BEHIND_PACKETS = 20

/** The library keeps it to itself. (socket.io 4.8.4) */
function decoderOf(socket: Socket): MonitorDecoder {
  const decoder: unknown = Reflect.get(socket.client, 'decoder')
  if (decoder instanceof MonitorDecoder) return decoder
  throw new Error('the decoder of Socket.IO is not where it was')
}

/** So does the engine with what it could not send yet. (bun-engine 0.1.2) */
function engineBacklog(socket: Socket): number {
  const waiting: unknown = Reflect.get(socket.conn, 'writeBuffer')
  return Array.isArray(waiting) ? waiting.length : 0
}
