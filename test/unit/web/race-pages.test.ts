import { describe, expect, test } from 'bun:test'
import { recordedLine } from '../../../src/cli/recording/recorded-line.ts'
import type { Session } from '../../../src/race/session.ts'
import type { FrameLog, LoggedFrame } from '../../../src/store/frame-log.ts'
import { loadedAssets } from '../../../src/web/assets.ts'
import { racePages } from '../../../src/web/race-pages.ts'
import { TestClock } from '../../fixtures/clock.ts'
import { existingMonitorFrame, typedFrame } from '../../fixtures/frames.ts'
import { hostileStrings } from '../../fixtures/hostile-strings.ts'
import {
  aSetup,
  racedCar,
  racedFromMs,
  racedId,
  racedSession,
} from '../../fixtures/raced-session.ts'

const assets = loadedAssets()
const raced = racedSession(40)

/** A log that says which frames it has handed out. */
function frameLog(frames: Iterable<LoggedFrame>) {
  const read: { car: string; fromMs: number | undefined }[] = []
  const log: FrameLog = {
    read: (car, fromMs) => {
      read.push({ car, fromMs })
      return frames
    },
    append: () => ({ ok: true, value: undefined }),
    forget: () => ({ ok: true, value: undefined }),
    bytesOf: () => 0,
    close: () => {},
  }
  return { log, read }
}

function site(known: { session?: Session; frames?: FrameLog | null } = {}) {
  const session = known.session ?? raced
  let reads = 0
  const logged: string[] = []
  const app = racePages({
    sessions: { get: (id) => (id === session.id ? session : null), isRetired: () => false },
    clock: new TestClock(),
    log: {
      error: (message: string) => logged.push(message),
      info: () => {},
      debug: () => {},
    } as never,
    assets,
    frames: known.frames ?? null,
    setupsOf: () => {
      reads++
      return [aSetup(1, { wing: 6 })]
    },
  })
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.handle(new Request(`http://pit.local${path}`, { headers, method }))
  return { get, logged, reads: () => reads }
}

// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
const json = (answer: Response): Promise<any> => answer.json()

const under = (path: string) => `/dashboard/${racedId}/race${path}`
const underApi = (path: string) => `/api/sessions/${racedId}/${path}`

test('the page and the files are as the engineer has corrected them', async () => {
  const corrections = {
    ...raced.inputs.corrections,
    excludedLaps: [{ chapter: 1, number: 12 }],
    driverNames: [{ from: 'Ben Ito', to: 'Benito' }],
  }
  const { get } = site({ session: { ...raced, inputs: { ...raced.inputs, corrections } } })
  for (const path of ['', '/laps.csv', '/stints.csv', '/stops.csv', '/race.json']) {
    const text = await (await get(under(path))).text()
    expect([path, text.includes('Benito'), text.includes('Ben Ito')]).toEqual([path, true, false])
  }
  const laps = (await (await get(under('/laps.csv'))).text()).split('\n')
  expect(laps.find((line) => line.includes('excluded'))).toMatch(/(^|,)12,/)
})

describe('the page of the race', () => {
  test('is there, and is not for robots that preview links', async () => {
    const { get } = site()
    const answer = await get(under(''))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Stint 2 · Ben Ito')
    const preview = await get(under(''), { 'user-agent': 'WhatsApp/2.23' })
    expect(await preview.text()).not.toContain('Ben Ito')
    const file = await get(under('/laps.csv'), { 'user-agent': 'Slackbot 1.0' })
    expect(await file.text()).not.toContain('Ben Ito')
  })

  test('shows the newest chapter where there is no such one', async () => {
    const { get } = site()
    for (const asked of ['?chapter=1', '?chapter=99', '?chapter=<b>', '']) {
      expect(await (await get(under(asked))).text()).toContain('Stint 2 · Ben Ito')
    }
  })

  test('of a session that is not there says so', async () => {
    const { get } = site()
    expect((await get('/dashboard/nobody/race')).status).toBe(404)
    expect((await get('/dashboard/nobody/race/laps.csv')).status).toBe(404)
    expect((await get('/api/sessions/nobody/race')).status).toBe(404)
  })

  test('reads setups from the disk once, and shows one that is not saved yet', async () => {
    const { get, reads } = site({ session: { ...raced, setup: aSetup(2, { wing: 7 }) } })
    for (let i = 0; i < 3; i++) {
      expect(await (await get(under(''))).text()).toContain('◆ was 6')
    }
    expect(reads()).toBe(1)
  })
})

describe('files', () => {
  test.each(['laps.csv', 'stints.csv', 'stops.csv'])('%s is a table to keep', async (name) => {
    const { get } = site()
    for (const path of [under(`/${name}`), underApi(name)]) {
      const answer = await get(path)
      expect(answer.headers.get('content-type')).toStartWith('text/csv; charset=utf-8')
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="imola-${name}"`)
      expect((await answer.text()).split('\r\n')[1]).toContain('Ana Lima')
    }
  })

  test('the ledger is JSON', async () => {
    const { get } = site()
    for (const path of [under('/race.json'), underApi('race')]) {
      const ledger = await json(await get(path))
      expect(ledger.sessions[0].laps).toHaveLength(40)
    }
  })

  test('their names are safe whatever the track is called', async () => {
    for (const trackName of [...Object.values(hostileStrings), '../../etc/passwd', 'a"; x="b']) {
      const session = { ...raced, chapter: { ...raced.chapter!, trackName } }
      const answer = await site({ session }).get(under('/laps.csv'))
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[a-z0-9-]{0,41}laps\.csv"$/,
      )
    }
  })

  test('others are not there', async () => {
    const { get } = site()
    for (const name of ['nothing', '__proto__', 'laps.csv.exe', 'constructor']) {
      expect((await get(underApi(name))).status).toBe(404)
    }
  })
})

const atMs = (i: number) => racedFromMs + i * 500 + 0.4
const loggedFrame = (i: number, body: unknown): LoggedFrame => ({
  kind: 'frame',
  atMs: atMs(i),
  body,
})

describe('frames', () => {
  const setup = { timestamp: '2026-06-13T13:40:00Z', setup: { wing: 7 }, session_id: racedId }
  const told = [
    { kind: 'setup', atMs: atMs(0), body: setup } as const,
    loggedFrame(1, typedFrame({ boot_id: 'b-1', seq: 1, publish_key: 'secret' })),
    loggedFrame(2, typedFrame({ boot_id: 'b-1', seq: 2, player_name: '=cmd|x' })),
    loggedFrame(3, typedFrame({ boot_id: 'b-2', seq: 1 })),
  ]

  test('are lines that replay plays, setups included', async () => {
    const { log, read } = frameLog(told)
    const answer = await site({ frames: log }).get(underApi('frames.jsonl'))
    const text = await answer.text()
    const lines = text.trimEnd().split('\n').map(recordedLine)
    expect(lines.map(({ kind }) => kind)).toEqual(['setup', 'frame', 'frame', 'frame'])
    expect(lines[0]).toMatchObject({ setup: { wing: 7 }, timestamp: '2026-06-13T13:40:00Z' })
    expect(lines[1]).toMatchObject({ frame: { fuel: 57.25, seq: 1 }, atMs: racedFromMs + 500 })
    expect(read).toEqual([{ car: racedCar, fromMs: undefined }])
  })

  test('tell neither session nor key nor what a PC is known by, but which belong together', async () => {
    const { log } = frameLog(told)
    const text = await (await site({ frames: log }).get(under('/frames.jsonl'))).text()
    for (const secret of [racedId, racedCar, 'secret', '"b-1"']) expect(text).not.toContain(secret)
    const boots = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line).telemetry.boot_id)
    expect(boots[0]).toBe(boots[1])
    expect(boots[0]).not.toBe(boots[2])
  })

  test('are a table in our units, whatever the monitor sends', async () => {
    const { log } = frameLog([...told, loggedFrame(4, 'no frame'), loggedFrame(5, {})])
    const text = await (await site({ frames: log }).get(under('/telemetry.csv'))).text()
    const [header = '', first = '', second = '', ...rest] = text.trimEnd().split('\r\n')
    const cell = (line: string, name: string) => line.split(',')[header.split(',').indexOf(name)]
    expect(cell(first, 'at')).toBe('2026-06-13T14:00:00.500Z')
    expect(cell(first, 'fuel_l')).toBe('57.25')
    expect(cell(first, 'energy_percent')).toBe('62')
    expect(cell(first, 'pressure_fl_kpa')).toBe('180.2')
    expect(cell(second, 'driver')).toBe("'=cmd|x")
    expect(rest).toHaveLength(2)
    expect(header).not.toContain('boot')
  })

  test('of a monitor that declares no units are judged as on the wall', async () => {
    const { log } = frameLog(
      Array.from({ length: 12 }, (_, i) => loggedFrame(i, existingMonitorFrame())),
    )
    const text = await (await site({ frames: log }).get(under('/telemetry.csv'))).text()
    const rows = text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','))
    const column = rows[0]!.indexOf('brake_fl_c')
    expect([rows[1]![column], rows[12]![column]]).toEqual(['', '450'])
  })

  test('after a moment are those that came later', async () => {
    const { log, read } = frameLog([])
    const { get } = site({ frames: log })
    await (await get(underApi(`frames.jsonl?after=${racedFromMs}`))).text()
    expect(read[0]?.fromMs).toBe(racedFromMs + 1)
    const answer = await get(underApi('frames.jsonl?after=noon'))
    expect([answer.status, (await json(answer)).code]).toEqual([400, 'no-such-moment'])
  })

  test('are made while they are read: who stops reading stops the log', async () => {
    let made = 0
    let isClosed = false
    function* endless(): Generator<LoggedFrame> {
      try {
        for (;;) yield loggedFrame(made++, typedFrame())
      } finally {
        isClosed = true
      }
    }
    const { log } = frameLog(endless())
    const answer = await site({ frames: log }).get(under('/frames.jsonl'))
    const reader = answer.body!.getReader()
    await reader.read()
    const afterOne = made
    expect(afterOne).toBeLessThan(400)
    await reader.read()
    expect(made).toBeGreaterThan(afterOne)
    await reader.cancel()
    expect(isClosed).toBe(true)
    expect(made).toBeLessThan(800)
  })

  test('that are not kept, or cannot be read, are a problem and no empty file', async () => {
    const none = await site({ frames: null }).get(under('/frames.jsonl'))
    expect([none.status, (await json(none)).code]).toEqual([503, 'frames-unavailable'])
    const broken = { ...frameLog([]).log }
    broken.read = () => {
      throw new Error('disk I/O error')
    }
    const { get, logged } = site({ frames: broken })
    const answer = await get(under('/telemetry.csv'))
    const text = await answer.text()
    expect(answer.status).toBe(503)
    expect(text).not.toContain('disk I/O')
    expect(logged).toHaveLength(1)
  })

  test('are not read for a HEAD', async () => {
    const { log } = frameLog(told)
    const answer = await site({ frames: log }).get(under('/frames.jsonl'), {}, 'HEAD')
    expect(answer.headers.get('content-disposition')).toContain('imola-frames.jsonl')
    expect(await answer.text()).toBe('')
  })
})
