import { afterEach, describe, expect, test } from 'bun:test'
import { lineTo } from '../../../../src/cli/team/line.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Tells every client its address, and what it said; remembers who has left. */
function server() {
  const left = Promise.withResolvers<void>()
  const heard: string[] = []
  const gone: string[] = []
  const bun = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: (request, self) => (self.upgrade(request) ? undefined : new Response('hello')),
    websocket: {
      open: (socket) => void socket.send(socket.remoteAddress),
      message: (socket, text) => {
        heard.push(String(text))
        socket.send(text)
      },
      close: (socket) => {
        gone.push(socket.remoteAddress)
        left.resolve()
      },
    },
  })
  stops.push(() => bun.stop(true))
  return { url: `http://127.0.0.1:${bun.port}`, heard, gone, left: left.promise }
}

function client(url: string) {
  const socket = new WebSocket(url.replace('http', 'ws'))
  stops.push(() => socket.close())
  const next = () =>
    new Promise<string>((resolve) => {
      socket.onmessage = ({ data }) => resolve(String(data))
    })
  return { socket, next }
}

describe('the line of a PC', () => {
  test('carries everything both ways', async () => {
    const { url } = server()
    const line = await lineTo(url, null)
    const { socket, next } = client(line.url)
    expect(await next()).toBe('127.0.0.1')
    socket.send('lap 1')
    expect(await next()).toBe('lap 1')
    expect(await (await fetch(line.url)).text()).toBe('hello')
    line.close()
  })

  // macOS has only 127.0.0.1 until somebody adds others.
  test.skipIf(process.platform === 'darwin')('comes from an address of its own', async () => {
    const { url } = server()
    const line = await lineTo(url, '127.0.0.12')
    expect(await client(line.url).next()).toBe('127.0.0.12')
    line.close()
  })

  test('once cut carries nothing, and tells nobody, until it is closed', async () => {
    const { url, heard, gone, left } = server()
    const line = await lineTo(url, null)
    const { socket, next } = client(line.url)
    await next()
    line.cut()
    socket.send('into the void')
    socket.close()
    // What goes another way arrives meanwhile: the server is not waiting for anything.
    const beside = client(url)
    await beside.next()
    beside.socket.send('beside it')
    await beside.next()
    expect(heard).toEqual(['beside it'])
    expect(gone).toEqual([])
    line.close()
    await left
  })

  test('goes straight to servers elsewhere', async () => {
    const line = await lineTo('https://wall.example/', '127.0.0.12')
    expect(line.url).toBe('https://wall.example/')
    line.cut()
    line.close()
  })
})
