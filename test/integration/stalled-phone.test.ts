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
  socket.pause()
  let text = ''
  return {
    reads(until: string): Promise<void> {
      return new Promise((resolve) => {
        socket.on('data', (bytes) => {
          text += bytes.toString('latin1')
          if (text.includes(until, text.length - bytes.length - until.length)) resolve()
        })
        socket.resume()
      })
    },
    setups: () => [...text.matchAll(/"wing":(\d+)/g)].map(([, wing]) => Number(wing)),
    close: () => socket.destroy(),
  }
}

/** A phone in a tunnel, a phone at the pit wall, and a monitor that sends more than any socket holds. */
async function tunnelAndPitWall(clock: TestClock, server: TestServer) {
  const { monitor, id } = await TypedMonitor.begun(server.url)
  await monitor.publish({ fuel: 60 })
  const phone = await stalledPhone(server, id)
  const other = await EventStream.open(`${server.url}/api/sessions/${id}/stream?hz=10`)
  for (let wing = 1; wing <= SETUPS; wing++) {
    clock.advance(100)
    monitor.send('setup_data', { setup: { wing, notes: SETUP_TEXT } })
    await monitor.settled()
    const isThis = ({ event, data }: { event: string | null; data: string }) =>
      event === 'setup_update' && data.includes(`"wing":${wing},`)
    await other.next(isThis)
    other.messages.length = 0
  }
  return { monitor, id, phone, other }
}

test(
  'a phone that stops reading is skipped, and gets the present when it reads again',
  async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { monitor, phone, other } = await tunnelAndPitWall(clock, server)
    await phone.reads(`"wing":${SETUPS},`)
    const seen = phone.setups()
    // What the sockets held, then the last: what came between was never queued.
    expect(seen.length).toBeLessThan(SETUPS / 2)
    expect(seen.at(-1)).toBe(SETUPS)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    // From now on it is like any other phone.
    clock.advance(100)
    monitor.send('setup_data', { setup: { wing: 1_000, notes: '' } })
    await phone.reads('"wing":1000,')
    for (const one of [monitor, phone, other]) one.close()
  },
  TIMEOUT_MS,
)

test(
  'a phone that has not read for thirty seconds is given up',
  async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { monitor, phone, other } = await tunnelAndPitWall(clock, server)
    expect((await readHealth(server)).viewers).toBe(2)
    clock.advance(20_000)
    expect((await readHealth(server)).viewers).toBe(2)
    clock.advance(20_000)
    expect((await readHealth(server)).viewers).toBe(1)
    await other.next(({ event }) => event === 'heartbeat')
    // The last chunk: its answer has ended, and no phone waits for more of it.
    await phone.reads('\r\n0\r\n\r\n')
    monitor.close()
    other.close()
  },
  TIMEOUT_MS,
)
