import { afterEach, describe, expect, test } from 'bun:test'
import type { LinkOptions, MonitorLink } from '../../../../src/cli/links/monitor-link.ts'
import { socketioLink } from '../../../../src/cli/links/socketio-link.ts'
import { SESSION } from '../monitor-server.ts'
import { socketioServer } from '../socketio-server.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function server(port = 0) {
  const started = socketioServer(port)
  stops.push(started.stop)
  return started
}

function link(options: LinkOptions): MonitorLink & { lost: Promise<void>; lines: string[] } {
  const lost = Promise.withResolvers<void>()
  const lines: string[] = []
  const log = (line: string) => {
    lines.push(line)
    if (line.startsWith('No connection')) lost.resolve()
  }
  const made = socketioLink({ log, ...options })
  stops.unshift(made.close)
  return { ...made, lost: lost.promise, lines }
}

/** Frames are dropped while the transport is busy: say it until it was heard. */
async function published(monitor: MonitorLink, fuel: number, heard: Promise<unknown>) {
  const publishing = setInterval(() => monitor.publish({ fuel }), 10)
  const said = await heard
  clearInterval(publishing)
  return said
}

describe('the Socket.IO link', () => {
  test('asks for a session as the existing monitor does, by polling first', async () => {
    const { url, heard, firstTransports } = server()
    const session = await link({ url }).ready()
    expect(await heard.nth('request_session_id', 0)).toEqual({})
    expect(session).toMatchObject({ sessionId: SESSION, publishKey: null })
    expect(firstTransports).toEqual(['polling'])
  })

  test('carries a key in the query of its address', async () => {
    const { url, queries } = server()
    await link({ url, publishKey: 'secret' }).ready()
    expect(queries[0]).toMatchObject({ key: 'secret' })
  })

  test('uses an agreed session at once, without asking', async () => {
    const { url, heard } = server()
    const monitor = link({ url, sessionId: SESSION })
    const { dashboardUrl } = await monitor.ready()
    expect(dashboardUrl).toBe(`${url}/dashboard/${SESSION}`)
    expect(await published(monitor, 57, heard.nth('telemetry_update', 0))).toEqual({
      session_id: SESSION,
      telemetry: { fuel: 57 },
    })
    expect(heard.count('request_session_id')).toBe(0)
  })

  test('sends a setup that came before the connection', async () => {
    const { url, heard } = server()
    link({ url }).sendSetup({ wing: 2 }, 'now')
    expect(await heard.nth('setup_data', 0)).toMatchObject({ setup: { wing: 2 }, timestamp: 'now' })
  })

  test('goes on with its id after a restart, and drops what it could not say', async () => {
    const first = server()
    const monitor = link({ url: first.url })
    await monitor.ready()
    await first.stop()
    await monitor.lost
    for (let fuel = 50; fuel > 40; fuel--) monitor.publish({ fuel })

    const { heard } = server(first.port)
    await published(monitor, 12, heard.nth('telemetry_update', 0))
    expect(await heard.nth('telemetry_update', 0)).toMatchObject({ telemetry: { fuel: 12 } })
    expect(heard.count('request_session_id')).toBe(0)
  })

  test('stays away when it was refused for good', async () => {
    const { url, sockets } = server()
    const monitor = link({ url })
    await monitor.ready()
    sockets[0]!.emit('problem', { code: 'wrong-key', message: 'That key was revoked.' })
    sockets[0]!.disconnect(true)
    expect(await monitor.ended).toEqual({ by: 'server', reason: 'That key was revoked.' })
    expect(monitor.lines).toHaveLength(1)
  })
})
