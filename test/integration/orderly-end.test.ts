import { expect, test } from 'bun:test'
import { EventStream } from '../fixtures/event-stream.ts'
import { ExistingMonitor } from '../fixtures/existing-monitor.ts'
import { existingMonitorFrame, typedFrame } from '../fixtures/frames.ts'
import { ServerProcess } from '../fixtures/server-process.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { frameNumber, Watcher } from '../fixtures/watcher.ts'
import { becomes, within } from '../fixtures/within.ts'

/** Hosts kill what has not ended ten seconds after they asked; half of that is ours. */
const END_WITHIN_MS = 5_000
const soon = <T>(what: string, promise: Promise<T>) => within(END_WITHIN_MS, what, promise)

async function openStream(url: string): Promise<EventStream> {
  const stream = await EventStream.open(url)
  await soon(
    'the first state',
    stream.next(() => true),
  )
  return stream
}

test('before the server goes, every phone and every monitor is told that it will be back', async () => {
  await using server = await ServerProcess.started()
  const { monitor: typed, id } = await TypedMonitor.begun(server.url)
  using existing = await ExistingMonitor.begun(server.url)
  existing.publish(existingMonitorFrame({ ext: { n: 3 } }))
  using watcher = new Watcher(server, existing.sessionId)
  await watcher.seesFrame(3)
  const streams = await Promise.all(
    ['dashboard', 'api/sessions'].map((path) => openStream(`${server.url}/${path}/${id}/stream`)),
  )

  server.signal('SIGTERM')
  for (const stream of streams) {
    const goodbye = stream.next(({ event }) => event === 'restarting')
    expect((await soon('a viewer is told', goodbye)).id).toContain(';restarting;')
    await soon('its stream ends', stream.ended)
  }
  const restarting = await soon('the typed monitor is told', typed.hears('restarting'))
  expect(restarting.data.retry_ms).toBeGreaterThan(0)
  expect((await soon('its socket is closed', typed.closed)).code).toBe(1012)
  await existing.hears('restarting', ({ data }) => data.retry_ms > 0)
  await existing.becomes('cut off', () => existing.disconnects.length > 0)
  // Cut off, not sent away: a Socket.IO client that is sent away does not come back.
  expect(existing.disconnects[0]).toStartWith('transport')
  expect(await server.ended(END_WITHIN_MS)).toBe(0)
  expect(frameNumber(server.saved(existing.sessionId).frame)).toBe(3)
  expect(server.logged.filter((line) => / (warn|error) /.test(line))).toEqual([])
}, 30_000)

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: all that was published is saved, and the end is no news about the race',
  async (signal) => {
    await using server = await ServerProcess.started()
    const cars = await Promise.all([1, 2, 3].map(() => TypedMonitor.begun(server.url)))
    for (const { monitor } of cars) monitor.send('setup_data', { setup: { wing: 7 } })
    await Promise.all(cars.map(({ monitor }) => monitor.publish(typedFrame({ ext: { n: 7 } }))))
    server.signal(signal)
    expect(await server.ended(END_WITHIN_MS)).toBe(0)
    for (const { id } of cars) {
      const saved = server.saved(id)
      expect(frameNumber(saved.frame)).toBe(7)
      expect(saved.setup?.tree).toEqual({ wing: 7 })
      expect(saved.monitor.status).toBe('online')
      expect(saved.events.map(({ kind }) => kind)).toEqual([
        'setup-received',
        'monitor-online',
        'session-started',
      ])
    }
  },
  30_000,
)

/** A phone whose screen went dark in the middle of a request: it reads nothing and never hangs up. */
async function darkPhone(server: ServerProcess, path: string) {
  const socket = await Bun.connect({
    hostname: '127.0.0.1',
    port: server.port,
    socket: { open: (open) => void open.pause(), data() {} },
  })
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
  return { [Symbol.dispose]: () => socket.terminate() }
}

test('neither phones that do not read, nor open requests, nor impatience keep it from ending well', async () => {
  await using server = await ServerProcess.started()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  await monitor.publish(typedFrame({ ext: { n: 1 } }))
  using _phone = await darkPhone(server, `/dashboard/${id}/stream`)
  using _polling = await darkPhone(server, '/socket.io/?EIO=4&transport=polling')
  using _page = await darkPhone(server, `/dashboard/${id}`)
  await becomes('the dark phone is in its room', async () => {
    const health = await (await fetch(`${server.url}/healthz`)).json()
    return (health as { viewers: number }).viewers === 1
  })
  server.signal('SIGTERM')
  server.signal('SIGTERM')
  await monitor.hears('restarting')
  server.signal('SIGINT')
  expect(await server.ended(END_WITHIN_MS)).toBe(0)
  expect(frameNumber(server.saved(id).frame)).toBe(1)
  // Its port and its folder are free again.
  await server.startAgain()
  expect((await fetch(`${server.url}/api/sessions/${id}`)).status).toBe(200)
}, 30_000)
