import { expect, test } from 'bun:test'
import { connect } from 'node:net'
import { readHealth } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

/** Together far more than all buffers between two sockets of one computer hold. */
const SETUPS = 50
const SETUP_TEXT = 'x'.repeat(400 * 1024)

/** Twenty megabytes take their time on a busy computer. */
const TIMEOUT_MS = 30_000

/** A phone in a tunnel: its socket is open and nobody reads from it. */
async function stalledPhone(server: TestServer, id: string) {
  const socket = connect(server.port, '127.0.0.1')
  socket.write(`GET /api/sessions/${id}/stream?hz=10 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
  await new Promise((resolve) => socket.once('data', resolve))
  let text = ''
  let look: (from: number) => unknown = () => {}
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1')
    look(text.length - bytes.length)
  })
  socket.pause()
  return {
    /** Reads on, until this has come. */
    reads(until: string): Promise<void> {
      socket.resume()
      return new Promise((resolve) => {
        // A chunk may end in the middle of it.
        look = (from) => text.includes(until, from - until.length) && resolve()
        look(0)
      })
    },
    setups: () => [...text.matchAll(/"wing":(\d+)/g)].map(([, wing]) => Number(wing)),
    close: () => socket.destroy(),
  }
}

/** A car with a phone in a tunnel and a phone at the pit wall. */
async function tunnelAndPitWall(clock: TestClock, server: TestServer) {
  const { monitor, id, key } = await TypedMonitor.begun(server.url)
  await monitor.publish({ fuel: 60 })
  monitor.close()
  await monitor.closed
  const phone = await stalledPhone(server, id)
  const other = await EventStream.open(`${server.url}/api/sessions/${id}/stream?hz=10`)
  /** One connection may send little more than this at once, so each setup comes over one of its own. */
  async function sends(wing: number, notes: string) {
    clock.advance(100)
    const again = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
    again.send('setup_data', { setup: { wing, notes } })
    await again.settled()
    again.close()
    await again.closed
    clock.advance(100)
    const isThis = ({ event, data }: { event: string | null; data: string }) =>
      event === 'setup_update' && data.includes(`"wing":${wing},`)
    await other.next(isThis)
    other.messages.length = 0
  }
  for (let wing = 1; wing <= SETUPS; wing++) await sends(wing, SETUP_TEXT)
  return { phone, other, sends }
}

test(
  'a phone that stops reading is skipped, and gets the present when it reads again',
  async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { phone, other, sends } = await tunnelAndPitWall(clock, server)
    await phone.reads(`"wing":${SETUPS},`)
    const seen = phone.setups()
    // What the sockets held, then the last: what came between was never queued.
    expect(seen.length).toBeLessThan(SETUPS / 2)
    expect(seen.at(-1)).toBe(SETUPS)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    // From now on it is like any other phone.
    await sends(1_000, '')
    await phone.reads('"wing":1000,')
    phone.close()
    other.close()
  },
  TIMEOUT_MS,
)

test(
  'a phone that has not read for thirty seconds is given up',
  async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { phone, other } = await tunnelAndPitWall(clock, server)
    expect((await readHealth(server)).viewers).toBe(2)
    clock.advance(20_000)
    expect((await readHealth(server)).viewers).toBe(2)
    clock.advance(20_000)
    expect((await readHealth(server)).viewers).toBe(1)
    await other.next(({ event }) => event === 'heartbeat')
    // The last chunk: its answer has ended, and no phone waits for more of it.
    await phone.reads('\r\n0\r\n\r\n')
    other.close()
  },
  TIMEOUT_MS,
)
