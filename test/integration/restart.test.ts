import { expect, test } from 'bun:test'
import { typedLink } from '../../src/cli/links/typed-link.ts'
import type { Session } from '../../src/race/session.ts'
import { readHealth } from '../fixtures/api.ts'
import { ExistingMonitor } from '../fixtures/existing-monitor.ts'
import { existingMonitorFrame, typedFrame } from '../fixtures/frames.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { ServerProcess } from '../fixtures/server-process.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { Viewer } from '../fixtures/viewer.ts'
import { frameNumber, Watcher } from '../fixtures/watcher.ts'
import { becomes, within } from '../fixtures/within.ts'

/**
 * Frames come ten times a second, and every twentieth ends a lap: a race in seconds. (Not faster: a car that is two laps
 * further on after the crash than anybody can be is in another race.)
 */
const FRAME_EVERY_MS = 100
const FRAMES_A_LAP = 20

/** Publishes numbered frames until it is disposed of, whether anybody listens or not. */
function driving(publish: (frame: Record<string, unknown>) => void) {
  const published: number[] = []
  const timer = setInterval(() => {
    const n = published.push(performance.now())
    publish({ fuel: 90 - n / 10, ext: { n } })
  }, FRAME_EVERY_MS)
  return {
    /** When each frame was published, by its number less one. */
    published,
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

const lapsDone = (n: number) => Math.floor(n / FRAMES_A_LAP)

/** A typed monitor on the road, as `simulate` and newer monitors are. */
function typedCar(url: string) {
  const bootId = 'b-1'
  const link = typedLink({ url, bootId })
  const drive = driving((facts) => {
    const n = frameNumber(facts)
    const laps = { laps_completed: lapsDone(n), last_lap_time: 90 + lapsDone(n) / 100 }
    link.publish(typedFrame({ boot_id: bootId, seq: n, ...laps, ...facts }))
  })
  return {
    link,
    drive,
    [Symbol.dispose]: () => {
      drive[Symbol.dispose]()
      link.close()
    },
  }
}

function pulseOf(id: string | null) {
  const [, , presence, , bootId] = (id ?? '').split(';')
  return { presence, bootId }
}

const times = ({ events }: Session, kind: string) =>
  events.filter((event) => event.kind === kind).length

// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
async function apiSession(server: ServerProcess, id: string): Promise<any> {
  const answer = await fetch(`${server.url}/api/sessions/${id}`)
  expect(answer.status).toBe(200)
  return await answer.json()
}

/** What a power cut may cost is a second; the rest is for slow machines. */
const LOST_AT_MOST_MS = 2_000

test('a power cut costs a second: sessions, laps, setups are back, cars and phones go on by themselves', async () => {
  await using server = await ServerProcess.started()
  using typed = typedCar(server.url)
  const { sessionId: typedId, publishKey } = await within(
    10_000,
    'the typed monitor has a session',
    typed.link.ready(),
  )
  typed.link.sendSetup(garageSetup(), '2026-06-13T14:00:00Z')
  using existing = await ExistingMonitor.begun(server.url)
  existing.sendSetup({ suspension: { wing: 7 } })
  using existingDrive = driving((facts) => existing.publish(existingMonitorFrame(facts)))
  const { monitor: idle, id: idleId, key: idleKey } = await TypedMonitor.begun(server.url)
  idle.close()

  using watcher = new Watcher(server, typedId)
  using existingWatcher = new Watcher(server, existing.sessionId)
  using phone = new Viewer(`${server.url}/dashboard/${typedId}/stream?hz=10`)
  const wall = await phone.sees('a live wall', ({ id }) => pulseOf(id).presence === 'live')
  await Promise.all([watcher.seesFrame(26), existingWatcher.seesFrame(26)])

  await server.kill()
  const killedMs = performance.now()
  const mustBeKept = (published: readonly number[]) =>
    published.filter((atMs) => atMs < killedMs - LOST_AT_MOST_MS).length
  const saved = server.saved(typedId)
  const savedFrame = frameNumber(saved.frame)
  expect(savedFrame).toBeGreaterThanOrEqual(mustBeKept(typed.drive.published))
  expect(saved.laps).toHaveLength(lapsDone(savedFrame))
  expect(saved.setup?.tree).toEqual(garageSetup())
  const savedExisting = server.saved(existing.sessionId)
  expect(frameNumber(savedExisting.frame)).toBeGreaterThanOrEqual(
    mustBeKept(existingDrive.published),
  )
  expect(savedExisting.setup?.tree).toEqual({ suspension: { wing: 7 } })
  expect(server.saved(idleId).telemetry).toBeNull()
  const lost = [typed.drive.published.length, existingDrive.published.length] as const

  await server.startAgain()
  const back = await apiSession(server, typedId)
  expect(back.laps.slice(0, saved.laps.length)).toEqual(JSON.parse(JSON.stringify(saved.laps)))
  expect(back.setup).toEqual(garageSetup())
  expect(frameNumber(back.telemetry)).toBeGreaterThanOrEqual(savedFrame)
  await Promise.all([watcher.seesFrame(lost[0] + 1), existingWatcher.seesFrame(lost[1] + 1)])
  await phone.sees('a live wall again', ({ id }) => {
    const { presence, bootId } = pulseOf(id)
    return presence === 'live' && bootId !== pulseOf(wall.id).bootId
  })
  expect(existing.asked).toBe(1)
  expect(existing.told.filter(({ event }) => event === 'problem')).toEqual([])

  // Keys still open what they opened, and are not told again.
  const resumed = await TypedMonitor.connected(server.url)
  resumed.send('request_session_id', { publish_key: idleKey })
  expect((await resumed.hears('session_id_assigned')).data).toEqual({
    session_id: idleId,
    dashboard_url: `${server.url}/dashboard/${idleId}`,
  })
  resumed.close()
  expect(publishKey).not.toBeNull()

  server.signal('SIGTERM')
  expect(await server.ended()).toBe(0)
  for (const id of [typedId, existing.sessionId]) {
    const after = server.saved(id)
    expect(times(after, 'server-restarted')).toBe(1)
    expect(times(after, 'monitor-offline')).toBe(0)
    expect(times(after, 'setup-received')).toBe(1)
  }
  expect(server.saved(idleId).events.map(({ kind }) => kind)).toEqual(['session-started'])
}, 30_000)

test('each crash is one line of the timeline', async () => {
  await using server = await ServerProcess.started()
  using car = typedCar(server.url)
  const { sessionId: id } = await within(10_000, 'a session begins', car.link.ready())
  /** The car is back after so many crashes, and that is on disk. */
  const isKnown = (crashes: number) =>
    becomes(`the return after ${crashes} crashes is on disk`, () => {
      const { monitor, events } = server.savedState(id)
      const restarts = events.filter(({ kind }) => kind === 'server-restarted')
      return monitor.status === 'online' && restarts.length === crashes
    })
  await isKnown(0)
  for (const crashes of [1, 2]) {
    await server.kill()
    await server.startAgain()
    await isKnown(crashes)
  }
  await server.kill()
  expect(server.saved(id).events.map(({ kind }) => kind)).toEqual([
    'monitor-online',
    'server-restarted',
    'monitor-online',
    'server-restarted',
    'monitor-online',
    'session-started',
  ])
}, 30_000)

test('a monitor that counts its frames but does not name its start is heard after a crash', async () => {
  await using server = await ServerProcess.started()
  const { monitor, id, key } = await TypedMonitor.begun(server.url)
  for (let seq = 0; seq < 5; seq++) await monitor.publish({ fuel: 60, seq, ext: { n: seq + 1 } })
  const savedFrame = () => frameNumber(server.savedState(id).frame)
  await becomes('the last frame is on disk', () => savedFrame() === 5)
  await server.kill()
  await server.startAgain()
  const back = await TypedMonitor.connected(server.url)
  back.send('request_session_id', { publish_key: key })
  await back.hears('session_id_assigned')
  await back.publish({ fuel: 59, seq: 0, ext: { n: 6 } })
  expect(frameNumber((await apiSession(server, id)).telemetry)).toBe(6)
  // The same frame once more is old, and that is counted.
  await back.publish({ fuel: 59, seq: 0, ext: { n: 6 } })
  expect((await readHealth(server)).ingest.old_frames).toBe(1)
  back.close()
}, 30_000)

test('after a crash a bound session still admits its own address, and no other', async () => {
  await using server = await ServerProcess.started({ TRUSTED_PROXIES: '127.0.0.1' })
  const from = (address: string) => ({ 'x-forwarded-for': address })
  using driver = await ExistingMonitor.begun(server.url, from('198.51.100.7'))
  const id = driver.sessionId
  await server.kill()
  await server.startAgain()
  using stranger = new ExistingMonitor(server.url, id, from('198.51.100.8'))
  await stranger.becomes('connected', () => stranger.connected)
  stranger.publish(existingMonitorFrame({ player_name: 'Nobody' }))
  await stranger.hears('problem', ({ data }) => data.code === 'wrong-address')
  await driver.becomes('connected again', () => driver.connected)
  driver.publish(existingMonitorFrame({ ext: { n: 1 } }))
  using watcher = new Watcher(server, id)
  await watcher.seesFrame(1)
  expect((await apiSession(server, id)).telemetry.player_name).toBe('Ines Okafor')
}, 30_000)
