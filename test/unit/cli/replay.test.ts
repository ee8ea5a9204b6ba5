import { describe, expect, test } from 'bun:test'
import { recordedLine } from '../../../src/cli/recording/recorded-line.ts'
import { RecordingPace } from '../../../src/cli/recording/recording-pace.ts'
import { publishRecording } from '../../../src/cli/recording/recording-publication.ts'
import { LONGEST_LINE, textLines } from '../../../src/cli/recording/text-lines.ts'

const IMOLA = 'test/fixtures/imola-gt3-3laps.2hz.jsonl'

async function* list<T>(...entries: T[]) {
  yield* entries
}

const frameLine = (seconds: number, fuel: number) =>
  JSON.stringify({
    session_id: 'recorded',
    telemetry: { timestamp: new Date(seconds * 1000).toISOString(), fuel },
  })

/** Replays with a clock that only passes while the replay waits. */
async function replayed(lines: AsyncIterable<string>, speed = 1) {
  let nowMs = 5000
  const published: { atMs: number; frame: Readonly<Record<string, unknown>> }[] = []
  const setups: unknown[][] = []
  const bad: string[] = []
  const counts = await publishRecording({
    lines,
    speed,
    link: {
      publish: (frame) => void published.push({ atMs: nowMs - 5000, frame }),
      sendSetup: (...said) => void setups.push(said),
    },
    clock: () => nowMs,
    wait: async (ms) => {
      nowMs += ms
    },
    isStopped: () => false,
    onBadLine: (lineNumber, expected) => void bad.push(`${lineNumber}: ${expected}`),
  })
  return { ...counts, published, setups, bad }
}

describe('a replay', () => {
  test('publishes frames as far apart as they were recorded', async () => {
    const lines = list(frameLine(100, 60), frameLine(100.5, 59.9), frameLine(103, 59.6))
    const { published } = await replayed(lines)
    expect(published.map(({ atMs }) => atMs)).toEqual([0, 500, 3000])
    expect(published.map(({ frame }) => frame.fuel)).toEqual([60, 59.9, 59.6])
  })

  test('at four times the speed in a quarter of the time', async () => {
    const { published } = await replayed(list(frameLine(0, 60), frameLine(8, 59)), 4)
    expect(published.map(({ atMs }) => atMs)).toEqual([0, 2000])
  })

  test('says no more than the server listens to, however fast', async () => {
    const { published, leftOut } = await replayed(textLines(Bun.file(IMOLA).stream()), 40)
    expect(published.length + leftOut).toBe(585)
    const gaps = published.slice(1).map(({ atMs }, i) => atMs - published[i]!.atMs)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(49.9)
  })

  test('of the recorded race at Imola takes as long as the race', async () => {
    const { published, frames, badLines } = await replayed(textLines(Bun.file(IMOLA).stream()))
    expect({ frames, badLines }).toEqual({ frames: 585, badLines: 0 })
    expect(published.at(-1)?.atMs).toBe(292_000)
    expect(published[100]?.frame).toMatchObject({ fuel: 82.635, seq: 100 })
  })

  test('names bad lines with what was expected, and goes on', async () => {
    const { bad, frames, badLines } = await replayed(
      list(
        frameLine(0, 60),
        '{"telemetry": ',
        '[]',
        '',
        '{"telemetry": 5}',
        '{"telemetry": {"timestamp": "yesterday"}}',
        '{"setup": "wing 2"}',
        frameLine(1, 59),
      ),
    )
    expect({ frames, badLines }).toEqual({ frames: 2, badLines: 5 })
    expect(bad).toEqual([
      '2: JSON: an object with "telemetry" or "setup"',
      '3: an object with "telemetry" or "setup"',
      '5: an object with "telemetry" or "setup"',
      '6: telemetry.timestamp: a moment like 2026-01-31T14:05:00Z',
      '7: an object with "telemetry" or "setup"',
    ])
  })

  test('publishes setups where they were recorded', async () => {
    const setup = { session_id: 's', timestamp: 'then', setup: { wing: 2 } }
    const { setups } = await replayed(list(frameLine(0, 60), JSON.stringify(setup)))
    expect(setups).toEqual([[{ wing: 2 }, 'then']])
  })

  test('reads what Python writes for a value it does not have', () => {
    expect(recordedLine('{"telemetry": {"fuel": NaN}}')).toEqual({
      kind: 'frame',
      frame: { fuel: null },
      atMs: null,
    })
  })
})

describe('the pace of a recording', () => {
  test('loses no time where a clock was set back', () => {
    const pace = new RecordingPace(1)
    const hour = 3_600_000
    const due = [hour, hour + 500, 0, 500].map((atMs) => pace.dueMs(atMs))
    expect(due).toEqual([0, 500, 500, 1000])
  })

  test('is half a second for frames without a clock', () => {
    const pace = new RecordingPace(2)
    expect([pace.dueMs(null), pace.dueMs(null), pace.dueMs(null)]).toEqual([0, 250, 500])
  })
})

describe('the lines of a file', () => {
  const lines = async (...chunks: Uint8Array[]) => {
    const found: string[] = []
    for await (const line of textLines(list(...chunks))) found.push(line)
    return found
  }
  const bytes = (text: string) => new TextEncoder().encode(text)

  test('are whole wherever the file is cut, in the middle of a letter too', async () => {
    const text = bytes('größe\n\nzwei\nlast')
    for (let at = 0; at <= text.length; at++) {
      expect(await lines(text.subarray(0, at), text.subarray(at))).toEqual([
        'größe',
        '',
        'zwei',
        'last',
      ])
    }
  })

  test('do not fill the memory when there is no end to them', async () => {
    const chunk = bytes('x'.repeat(LONGEST_LINE))
    const [endless, next] = await lines(chunk, chunk, chunk, bytes('\nnext\n'))
    expect(endless).toHaveLength(LONGEST_LINE + 1)
    expect(recordedLine(endless!)).toMatchObject({ kind: 'bad' })
    expect(next).toBe('next')
  })
})
