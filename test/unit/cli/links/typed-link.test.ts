import { afterEach, describe, expect, test } from 'bun:test'
import type { LinkOptions, MonitorLink } from '../../../../src/cli/links/monitor-link.ts'
import { typedLink } from '../../../../src/cli/links/typed-link.ts'
import { KEY, monitorServer, SESSION } from '../monitor-server.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function server(...args: Parameters<typeof monitorServer>) {
  const started = monitorServer(...args)
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
  const made = typedLink({ log, ...options })
  stops.push(made.close)
  return { ...made, lost: lost.promise, lines }
}

describe('the typed link', () => {
  test('asks for a session and tells where to watch', async () => {
    const { url, heard } = server()
    const session = await link({ url, bootId: 'boot' }).ready()
    expect(session).toEqual({
      sessionId: SESSION,
      publishKey: KEY,
      dashboardUrl: `http://wall/dashboard/${SESSION}`,
      engineerUrl: 'http://wall/engineer/e',
    })
    expect(await heard.nth('request_session_id', 0)).toEqual({ boot_id: 'boot' })
  })

  test('resumes the session it was given, with its key', async () => {
    const { url, heard } = server()
    const session = await link({ url, sessionId: SESSION, publishKey: KEY }).ready()
    expect(await heard.nth('request_session_id', 0)).toEqual({
      session_id: SESSION,
      publish_key: KEY,
    })
    expect(session.publishKey).toBe(KEY)
  })

  test('publishes frames under its session', async () => {
    const { url, heard } = server()
    const monitor = link({ url })
    await monitor.ready()
    monitor.publish({ fuel: 57 })
    expect(await heard.nth('telemetry_update', 0)).toEqual({
      session_id: SESSION,
      telemetry: { fuel: 57 },
    })
  })

  test('comes back to its session after a restart, and drops what it could not say', async () => {
    const first = server()
    const monitor = link({ url: first.url })
    await monitor.ready()
    await first.stop()
    await monitor.lost
    for (let fuel = 50; fuel > 40; fuel--) monitor.publish({ fuel })

    const { heard } = server(first.port)
    expect(await heard.nth('request_session_id', 0)).toEqual({
      session_id: SESSION,
      publish_key: KEY,
    })
    const publishing = setInterval(() => monitor.publish({ fuel: 12 }), 10)
    expect((await heard.nth('telemetry_update', 0)).telemetry).toEqual({ fuel: 12 })
    clearInterval(publishing)
  })

  test('keeps a setup until it can be sent, and only the last', async () => {
    const { url, heard } = server()
    const monitor = link({ url })
    monitor.sendSetup({ wing: 1 }, 'then')
    monitor.sendSetup({ wing: 2 }, 'now')
    expect(await heard.nth('setup_data', 0)).toEqual({
      session_id: SESSION,
      timestamp: 'now',
      setup: { wing: 2 },
    })
    expect(heard.count('setup_data')).toBe(1)
  })

  test('waits as long as a restarting server asks for', async () => {
    const { url, say, hangUp, heard } = server()
    const monitor = link({ url })
    await monitor.ready()
    say('restarting', { retry_ms: 700 })
    hangUp(1012)
    await monitor.lost
    const lostAt = performance.now()
    await heard.nth('request_session_id', 1)
    expect(performance.now() - lostAt).toBeGreaterThan(900)
  })

  test('prints what the server refuses, and stays', async () => {
    const { url, say, heard } = server()
    const monitor = link({ url })
    await monitor.ready()
    say('problem', { code: 'too-big', message: 'A frame has at most 64 KB.', field: 'telemetry' })
    monitor.sendSetup({}, 'now')
    await heard.nth('setup_data', 0)
    expect(monitor.lines).toEqual([
      'The server refused something (too-big, telemetry): A frame has at most 64 KB.',
    ])
  })

  test.each([4403, 4409, 4410])('does not come back after %d', async (code) => {
    const { url, hangUp } = server()
    const monitor = link({ url })
    await monitor.ready()
    hangUp(code)
    expect(await monitor.ended).toMatchObject({ by: 'server' })
  })

  test('rejects whoever waits for a session when the key is refused', async () => {
    const { url, say, hangUp, heard } = server(0, false)
    const monitor = link({ url, sessionId: SESSION, publishKey: 'no' })
    await heard.nth('request_session_id', 0)
    say('problem', { code: 'wrong-key', message: 'That key is not of this session.' })
    hangUp(4403)
    expect(monitor.ready()).rejects.toThrow('The link has ended')
    await monitor.ended
  })

  test('is over once closed, whatever it was doing', async () => {
    const monitor = link({ url: 'http://127.0.0.1:1' })
    await monitor.lost
    monitor.close()
    monitor.publish({ fuel: 1 })
    expect(await monitor.ended).toEqual({ by: 'us' })
  })
})
