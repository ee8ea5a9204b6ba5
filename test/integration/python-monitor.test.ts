import { expect, test } from 'bun:test'
import { readHealth, readPage, readSession } from '../fixtures/api.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { PythonMonitor, pythonWithSocketio } from '../fixtures/python-monitor.ts'
import { ServerProcess } from '../fixtures/server-process.ts'
import { Viewer } from '../fixtures/viewer.ts'

/** Set where the libraries have been installed for these tests: there, being without them is a failure. */
const isRequired = process.env.PYTHON_MONITOR === 'required'
const cannotRun = pythonWithSocketio === null && !isRequired
if (cannotRun) {
  console.warn(
    'SKIPPED: the public monitor in Python. No python3 here has socketio, websocket and requests' +
      ' (on Debian: apt-get install python3-socketio python3-websocket python3-requests).',
  )
}
const withPython = test.skipIf(cannotRun)

/** Litres no other value on the wall shows, also after some laps. */
const frame = existingMonitorFrame({ fuel: 61.4 })

const asShown = (fuel = Number.NaN) => fuel.toFixed(1)

/** The phone shows a frame within a second of its publication: one of the next few, in case the computer stalls. */
async function seesFramesAtOnce(phone: Viewer, monitor: PythonMonitor): Promise<void> {
  for (let frames = 1; ; frames++) {
    const { fuel } = await monitor.says('frame', () => true, monitor.said.length)
    try {
      await phone.sees(`${asShown(fuel)} L`, ({ data }) => data.includes(`${asShown(fuel)}`), 1_000)
      return
    } catch (error) {
      if (frames === 10) throw error
    }
  }
}

withPython(
  'the public monitor is on the phone at once, and comes back by itself from a power cut and a restart',
  async () => {
    await using server = await ServerProcess.started()
    const setup = garageSetup()
    const options = { url: server.url, session_id: 'auto', frame, setup }
    await using monitor = new PythonMonitor(options)
    const { session_id: id = '' } = await monitor.says('assigned')
    const url = `${server.url}/dashboard/${id}`
    using phone = new Viewer(`${url}/stream?hz=10`)
    await monitor.says('setup')
    await phone.sees('the setup', ({ data }) => data.includes('100% (39.8 laps)'))
    expect((await readSession(server, id)).setup).toEqual(setup)
    await seesFramesAtOnce(phone, monitor)
    expect(await readPage(server, id)).toContain('Ines Okafor')
    // By now it is over its long polling, as every monitor at a race is.
    await monitor.says('frame', ({ transport }) => transport === 'websocket')

    for (const end of ['SIGKILL', 'SIGTERM'] as const) {
      const before = monitor.said.length
      server.signal(end)
      await server.ended()
      await monitor.says('disconnected', () => true, before)
      await server.startAgain()
      await monitor.says('connected', () => true, before)
      await seesFramesAtOnce(phone, monitor)
      expect((await readSession(server, id)).setup).toEqual(setup)
    }
    expect(await readHealth(server)).toMatchObject({ sessions: 1, monitors: 1, viewers: 1 })
    expect(await readPage(server, id)).toContain('39.8 laps')
    expect([monitor.times('asked'), monitor.times('setup'), monitor.times('problem')]).toEqual([
      1, 1, 0,
    ])
  },
  40_000,
)

withPython(
  'not-a-number from Python loses that value only, and no connection',
  async () => {
    await using server = await ServerProcess.started()
    const not_numbers = ['engine_water_temp', 'track_temp', 'rpm']
    const options = { url: server.url, session_id: 'auto', frame, not_numbers }
    await using monitor = new PythonMonitor(options)
    const { session_id: id = '' } = await monitor.says('assigned')
    using phone = new Viewer(`${server.url}/dashboard/${id}/stream?hz=10`)
    await seesFramesAtOnce(phone, monitor)
    const { normalized } = await readSession(server, id)
    expect(normalized).toMatchObject({ waterTempC: null, trackTempC: null, rpm: null })
    expect(normalized).toMatchObject({ ambientTempC: 24.1, speedKph: 214.6, gear: 5 })
    await seesFramesAtOnce(phone, monitor)
    expect(monitor.times('disconnected')).toBe(0)
  },
  30_000,
)

withPython(
  'two drivers with one fixed session id: one feeds the wall, the other takes over when he has gone',
  async () => {
    await using server = await ServerProcess.started()
    const id = crypto.randomUUID()
    const pc = (player_name: string) => {
      const own = existingMonitorFrame({ fuel: 61.4, player_name })
      return new PythonMonitor({ url: server.url, session_id: id, frame: own })
    }
    const drivers: unknown[] = []
    {
      await using ana = pc('Ana Lima')
      await ana.says('frame')
      using phone = new Viewer(`${server.url}/dashboard/${id}/stream?hz=10`)
      await seesFramesAtOnce(phone, ana)
      await using ben = pc('Ben Roth')
      // Both publish for a while; the wall does not jump between their cars.
      for (let frames = 0; frames < 4; frames++) {
        await ben.says('frame', () => true, ben.said.length)
        drivers.push((await readSession(server, id)).telemetry.player_name)
      }
      expect(drivers).toEqual(Array(4).fill('Ana Lima'))
      expect((await readSession(server, id)).mode).toBe('open')
      await ana[Symbol.asyncDispose]()
      await phone.sees('the other driver', ({ data }) => data.includes('Ben Roth'))
      await seesFramesAtOnce(phone, ben)
    }
    expect((await readHealth(server)).sessions).toBe(1)
  },
  30_000,
)
