import { Server as Engine } from '@socket.io/bun-engine'
import { Server, type Socket } from 'socket.io'
import { Heard, SESSION } from './monitor-server.ts'

/** A small Socket.IO server on a real socket, as the existing monitor knows it. */
export function socketioServer(port = 0) {
  const heard = new Heard()
  const io = new Server()
  const engine = new Engine({ path: '/socket.io/', pingInterval: 1000 })
  io.bind(engine)
  const queries: Record<string, unknown>[] = []
  const firstTransports: string[] = []
  const sockets: Socket[] = []
  io.on('connection', (socket) => {
    sockets.push(socket)
    queries.push(socket.handshake.query)
    firstTransports.push(String(socket.handshake.query.transport))
    socket.onAny((event: string, data: Record<string, unknown>) => {
      heard.add(event, data)
      if (event !== 'request_session_id') return
      const dashboard_url = `http://wall/dashboard/${SESSION}`
      socket.emit('session_id_assigned', { session_id: SESSION, dashboard_url })
    })
  })
  const server = Bun.serve({ port, hostname: '127.0.0.1', ...engine.handler() })
  return {
    heard,
    queries,
    firstTransports,
    sockets,
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    stop: async () => {
      await io.close()
      await server.stop(true)
    },
  }
}
