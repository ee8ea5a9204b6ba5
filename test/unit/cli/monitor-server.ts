import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

const Said = Type.Object({ event: Type.String(), data: Type.Record(Type.String(), Type.Any()) })
export type Said = Static<typeof Said>

/** Everything said to a server, in order, and a way to wait for it. */
export class Heard {
  readonly all: Said[] = []
  readonly #waiting: (() => void)[] = []

  add(event: string, data: Record<string, unknown>): void {
    this.all.push({ event, data })
    for (const look of this.#waiting.splice(0)) look()
  }

  /** The nth thing said (from 0) that has this event. */
  async nth(event: string, n: number): Promise<Said['data']> {
    for (;;) {
      const found = this.all.filter((said) => said.event === event)[n]
      if (found !== undefined) return found.data
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  count(event: string): number {
    return this.all.filter((said) => said.event === event).length
  }
}

export const SESSION = '5e55104d-0000-4000-8000-000000000001'
export const KEY = 'a-key-that-publishes'

/** A small server of the typed transport on a real socket: it assigns one session, and can be cruel. */
export function monitorServer(port = 0, answers = true) {
  const heard = new Heard()
  const sockets = new Set<Bun.ServerWebSocket<unknown>>()
  const server = Bun.serve({
    port,
    hostname: '127.0.0.1',
    fetch: (request, bun) =>
      new URL(request.url).pathname === '/ws/monitor' && bun.upgrade(request)
        ? undefined
        : new Response('no', { status: 404 }),
    websocket: {
      open: (socket) => void sockets.add(socket),
      close: (socket) => void sockets.delete(socket),
      message(socket, text) {
        const said: unknown = JSON.parse(String(text))
        if (!Value.Check(Said, said)) throw new Error(`Not an envelope: ${text}`)
        heard.add(said.event, said.data)
        if (said.event !== 'request_session_id' || !answers) return
        const isNew = said.data.publish_key === undefined
        const key = isNew ? { publish_key: KEY, engineer_url: 'http://wall/engineer/e' } : {}
        const dashboard_url = `http://wall/dashboard/${SESSION}`
        const data = { session_id: SESSION, dashboard_url, ...key }
        socket.send(JSON.stringify({ event: 'session_id_assigned', data }))
      },
    },
  })
  const say = (event: string, data: object) => {
    for (const socket of sockets) socket.send(JSON.stringify({ event, data }))
  }
  return {
    heard,
    say,
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    hangUp: (code: number) => {
      for (const socket of sockets) socket.close(code)
    },
    stop: () => server.stop(true),
  }
}
