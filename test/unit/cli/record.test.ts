import { afterAll, expect, test } from 'bun:test'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { record } from '../../../src/cli/record.ts'
import { recordOptions } from '../../../src/cli/record-options.ts'
import { recordedLine } from '../../../src/cli/recording/recorded-line.ts'
import { becomes } from '../../fixtures/within.ts'

const folder = mkdtempSync(join(tmpdir(), '1lap-record-'))
afterAll(() => rmSync(folder, { recursive: true }))

const id = '7f3c1f0e-5a7b-4c8d-9e0f-1a2b3c4d5e6f'
const never = new AbortController().signal
let files = 0
const newName = () => join(folder, `race-${++files}.jsonl`)

const has = (file: string, line: string) =>
  existsSync(file) && readFileSync(file, 'utf8').includes(line)

const at = (ms: number) => new Date(1_780_000_000_000 + ms).toISOString()
const frame = (ms: number) => JSON.stringify({ at: at(ms), telemetry: { fuel: 90 - ms / 1000 } })
const setup = (ms: number) => JSON.stringify({ at: at(ms), setup: { wing: 7 } })

/** A server whose answers to the questions for frames come one after the other, the last for ever. */
function serverTelling(...answers: readonly (() => Response)[]) {
  const asked: string[] = []
  const server = Bun.serve({
    port: 0,
    fetch(request) {
      asked.push(request.url)
      return (answers[asked.length - 1] ?? answers.at(-1)!)()
    },
  })
  const framesUrl = `http://127.0.0.1:${server.port}/api/sessions/${id}/frames.jsonl`
  return { asked, framesUrl, [Symbol.dispose]: () => server.stop(true) }
}

const lines = (...all: string[]) => new Response(all.map((line) => `${line}\n`).join(''))

test("a session's frames and setups are written as they are told", async () => {
  using server = serverTelling(() => lines(setup(0), frame(500), frame(1000)))
  const file = newName()
  await record({ framesUrl: server.framesUrl, file, follow: false }, never)
  const recorded = readFileSync(file, 'utf8')
  expect(recorded).toBe(`${[setup(0), frame(500), frame(1000)].join('\n')}\n`)
  expect(recordedLine(recorded.split('\n')[1]!)).toMatchObject({ kind: 'frame' })
})

test('--follow asks for what has come since, until it is stopped', async () => {
  using server = serverTelling(
    () => lines(frame(0)),
    () => lines(frame(500)),
    () => lines(),
  )
  const stop = new AbortController()
  const file = newName()
  const done = record({ framesUrl: server.framesUrl, file, follow: true }, stop.signal)
  await becomes('the next frame', () => has(file, frame(500)))
  stop.abort()
  await done
  expect(server.asked[1]).toEndWith(`?after=${1_780_000_000_000}`)
  expect(readFileSync(file, 'utf8')).toBe(`${frame(0)}\n${frame(500)}\n`)
}, 20_000)

test('a line that was cut off comes again, whole', async () => {
  const broken = () => new Response(`${frame(0)}\n${frame(500).slice(0, 20)}`)
  using server = serverTelling(broken, () => lines(frame(500)))
  const stop = new AbortController()
  const file = newName()
  const done = record({ framesUrl: server.framesUrl, file, follow: true }, stop.signal)
  await becomes('the whole line', () => has(file, frame(500)))
  stop.abort()
  await done
  expect(readFileSync(file, 'utf8')).toBe(`${frame(0)}\n${frame(500)}\n`)
}, 20_000)

test('a proxy whose server restarts ends no recording', async () => {
  using server = serverTelling(
    () => new Response('<h1>502 Bad Gateway</h1>', { status: 502 }),
    () => lines(frame(0)),
  )
  const file = newName()
  await record({ framesUrl: server.framesUrl, file, follow: false }, never)
  expect(readFileSync(file, 'utf8')).toBe(`${frame(0)}\n`)
})

test('what the server refuses is said in its own sentence, and leaves no empty file', async () => {
  const message = 'There is no such session. Ask the driver for a new link.'
  using server = serverTelling(() => Response.json({ message }, { status: 404 }))
  const file = newName()
  const done = record({ framesUrl: server.framesUrl, file, follow: false }, never)
  await expect(done).rejects.toThrow(message)
  expect(readdirSync(folder)).not.toContain(file.split('/').at(-1)!)
})

test('a recording is never written over another one', async () => {
  using server = serverTelling(() => lines(frame(0)))
  const file = newName()
  await Bun.write(file, 'another race')
  const done = record({ framesUrl: server.framesUrl, file, follow: false }, never)
  await expect(done).rejects.toThrow('there is such a file already')
  expect(readFileSync(file, 'utf8')).toBe('another race')
})

test('the link is the one that everybody has', () => {
  for (const end of ['', '/race', '/race?chapter=2', '?hz=1']) {
    expect(recordOptions([`http://pit.local:5000/dashboard/${id}${end}`])).toEqual({
      framesUrl: `http://pit.local:5000/api/sessions/${id}/frames.jsonl`,
      file: 'race.jsonl',
      follow: false,
    })
  }
  expect(recordOptions(['--help'])).toBe('help')
})

test.each([
  [[], "Expected a dashboard's link"],
  [['pit.local'], 'Expected a link like'],
  [[`ftp://pit.local/dashboard/${id}`], 'Expected a link like'],
  [['http://pit.local/dashboard/nobody'], 'Expected a link like'],
  [[`http://pit.local/dashboard/${id}`, 'more'], 'Expected one link'],
  [[`http://pit.local/dashboard/${id}`, '--out', ''], '--out: expected the name of a file'],
])('%j is answered in one sentence', (args, sentence) => {
  expect(() => recordOptions(args)).toThrow(sentence)
})

test('the moment of a recorded line is that of the server, else of the driver', () => {
  const telemetry = { timestamp: '2026-06-13T11:00:00Z' }
  const line = (of: object) => recordedLine(JSON.stringify(of))
  expect(line({ at: '2026-06-13T14:00:00Z', telemetry })).toMatchObject({
    atMs: Date.UTC(2026, 5, 13, 14),
  })
  expect(line({ telemetry })).toMatchObject({ atMs: Date.UTC(2026, 5, 13, 11) })
  expect(line({ at: 'noon', telemetry })).toEqual({
    kind: 'bad',
    expected: 'at: a moment like 2026-01-31T14:05:00Z',
  })
})
