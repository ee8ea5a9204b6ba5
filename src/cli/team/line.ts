import { connect, createServer, type Server, type Socket } from 'node:net'

/** A PC's way to the server, which can break without either end being told. */
export interface Line {
  /** Where the PC connects to. */
  readonly url: string
  /** From now on no byte comes through, and no end of a connection either. */
  cut(): void
  /** What is still open ends: properly, or after a cut abruptly. */
  close(): void
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
/** For goodbyes that are on their way. */
const LINGER_MS = 2_000

/** Only to a server on this computer, and without TLS, can a line be cut or come from an address of its own. */
export const isCuttable = (serverUrl: string): boolean => {
  const { protocol, hostname } = new URL(serverUrl)
  return /^(http|ws):$/.test(protocol) && loopback.test(hostname)
}

/** @param sourceAddress as which the server sees the PC: any 127.x.y.z, where the system has them all (macOS has not) */
export async function lineTo(serverUrl: string, sourceAddress: string | null): Promise<Line> {
  if (!isCuttable(serverUrl)) return { url: serverUrl, cut() {}, close() {} }
  const { hostname, port } = new URL(serverUrl)
  const far = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 80),
    // WebSockets cannot choose where they come from (Bun 1.4); plain sockets can.
    ...(sourceAddress !== null && { localAddress: sourceAddress }),
  }
  const pairs = new Set<Pair>()
  let isCut = false
  const server = createServer((near) => {
    const pair = new Pair(near, connect(far), () => pairs.delete(pair))
    if (isCut) pair.cut()
    pairs.add(pair)
  })
  const url = `http://127.0.0.1:${await listening(server)}`
  const endAll = () => {
    for (const pair of pairs) pair.end()
  }
  return {
    url,
    cut() {
      isCut = true
      for (const pair of pairs) pair.cut()
    },
    close() {
      server.close()
      if (isCut) endAll()
      else setTimeout(endAll, LINGER_MS).unref()
    },
  }
}

/** One connection, in two halves. */
class Pair {
  readonly #near: Socket
  readonly #far: Socket
  #isCut = false

  constructor(near: Socket, far: Socket, onOver: () => void) {
    this.#near = near
    this.#far = far
    near.pipe(far)
    far.pipe(near)
    for (const half of [near, far]) {
      // Its close follows, and that is told.
      half.on('error', () => {})
      half.on('close', () => {
        if (this.#isCut) return
        this.end()
        onOver()
      })
    }
  }

  cut(): void {
    this.#isCut = true
    this.#near.unpipe(this.#far).pause()
    this.#far.unpipe(this.#near).pause()
  }

  end(): void {
    this.#near.destroy()
    this.#far.destroy()
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
    })
  })
}
