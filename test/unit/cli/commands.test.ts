import { afterEach, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { KEY, monitorServer, SESSION } from './monitor-server.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function server() {
  const started = monitorServer()
  stops.push(started.stop)
  return started
}

function command(name: 'simulate' | 'replay', ...args: string[]) {
  const child = Bun.spawn([process.execPath, `src/cli/${name}.ts`, ...args], {
    stdout: 'pipe',
    stderr: 'pipe',
  })
  stops.push(() => child.kill('SIGKILL'))
  return child
}

async function outcome(child: ReturnType<typeof command>) {
  const [code, out, problems] = await Promise.all([
    child.exited,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ])
  return { code, out, problems }
}

describe('simulate', () => {
  test('prints the links, publishes a setup and frames, and ends cleanly on SIGTERM', async () => {
    const { url, heard } = server()
    const child = command('simulate', '--url', url, '--hz', '20', '--from-lap', '3')
    const { session_id, setup } = await heard.nth('setup_data', 0)
    expect([session_id, Object.keys(setup)]).toEqual([
      SESSION,
      expect.arrayContaining(['carSetup']),
    ])
    const third = (await heard.nth('telemetry_update', 2)).telemetry
    expect(third).toMatchObject({ laps_completed: 2, seq: 2, session_type: 'Race' })
    child.kill('SIGTERM')
    const { code, out, problems } = await outcome(child)
    expect({ code, problems }).toEqual({ code: 0, problems: '' })
    expect(out).toBe(
      `Dashboard: http://wall/dashboard/${SESSION}\nEngineer:  http://wall/engineer/e\n`,
    )
  })

  test('ends by itself after the lap it was asked for', async () => {
    const { url, heard } = server()
    const args = ['--speed', '300', '--laps', '2', '--hz', '20', '--no-units', '--no-setup']
    const { code } = await outcome(command('simulate', '--url', url, ...args))
    const last = heard.all.at(-1)
    expect(code).toBe(0)
    expect(last?.data.telemetry).toMatchObject({ lap: 2, session_type: 'Race' })
    expect(last?.data.telemetry.lap_time).toBeLessThan(2)
    expect(heard.count('setup_data')).toBe(0)
  })

  test('ends cleanly while there is no server', async () => {
    const child = command('simulate', '--url', 'http://127.0.0.1:1')
    const reader = child.stderr.getReader()
    await reader.read()
    reader.releaseLock()
    child.kill('SIGINT')
    expect(await child.exited).toBe(0)
  })

  test('says in one line that the server refused it', async () => {
    const { url, heard, hangUp } = server()
    const child = command('simulate', '--url', url, '--session', SESSION, '--key', KEY)
    await heard.nth('telemetry_update', 0)
    hangUp(4410)
    const { code, problems } = await outcome(child)
    expect(code).toBe(1)
    expect(problems).toBe('The server ended it: the session has ended or its key was revoked\n')
  })

  test('names what was typed wrong, without a stack', async () => {
    const { code, problems } = await outcome(command('simulate', '--from-lap', '4000'))
    expect(code).toBe(2)
    expect(problems).toBe('--from-lap: expected a lap from 1 to 131, got 4000\n')
  })
})

describe('replay', () => {
  test('publishes a recording to a new session, then ends', async () => {
    const { url, heard } = server()
    const recording = 'test/fixtures/imola-gt3-3laps.2hz.jsonl'
    const child = command('replay', recording, '--url', url, '--speed', '1000')
    const { code, out } = await outcome(child)
    expect(code).toBe(0)
    const [, published, leftOut] = /Published (\d+) frames, left out (\d+)/.exec(out) ?? []
    expect(heard.count('telemetry_update')).toBe(Number(published))
    expect(Number(published) + Number(leftOut)).toBe(585)
    expect(heard.all.every(({ data }) => data.session_id !== 'recorded')).toBe(true)
  })

  test('names bad lines and publishes the others', async () => {
    const { url } = server()
    const recording = join(await mkdtemp(join(tmpdir(), 'replay-')), 'race.jsonl')
    stops.push(() => rm(dirname(recording), { recursive: true }))
    await Bun.write(recording, '{"telemetry": {"fuel": 57}}\nfuel: 56\n{"telemetry": {"fuel": 55}}')
    const child = command('replay', recording, '--url', url, '--speed', '10')
    const { code, out, problems } = await outcome(child)
    expect(code).toBe(0)
    expect(out).toContain('Published 2 frames, 1 bad line.')
    expect(problems).toBe('Line 2: expected JSON: an object with "telemetry" or "setup"\n')
  })

  test('begins no session for a file that is no recording', async () => {
    const { url, heard } = server()
    const { code, out, problems } = await outcome(command('replay', 'README.md', '--url', url))
    expect([code, out, heard.count('request_session_id')]).toEqual([2, '', 0])
    expect(problems).toBe(
      'README.md is no recording: line 1: expected JSON: an object with "telemetry" or "setup"\n',
    )
  })

  test('begins no session for an empty file', async () => {
    const { url, heard } = server()
    const empty = join(await mkdtemp(join(tmpdir(), 'replay-')), 'empty.jsonl')
    stops.push(() => rm(dirname(empty), { recursive: true }))
    await Bun.write(empty, '\n\n')
    const { code, problems } = await outcome(command('replay', empty, '--url', url))
    expect([code, heard.count('request_session_id')]).toEqual([2, 0])
    expect(problems).toBe(`${empty} is no recording: it has no lines\n`)
  })

  test('says when there is no such file', async () => {
    const { code, problems } = await outcome(command('replay', 'nowhere.jsonl'))
    expect(code).toBe(2)
    expect(problems).toContain('there is no file "nowhere.jsonl"')
  })
})
