import { expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inventedRace } from '../../src/cli/invented-race.ts'
import { record } from '../../src/cli/record.ts'
import { recordOptions } from '../../src/cli/record-options.ts'
import { recordedLine } from '../../src/cli/recording/recorded-line.ts'
import type { FrameLog, LoggedFrame } from '../../src/store/frame-log.ts'
import { TestClock } from '../fixtures/clock.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { pageText } from '../fixtures/page-text.ts'
import { RaceCar } from '../fixtures/race-car.ts'
import { testServer } from '../fixtures/server.ts'

const FRAME_MS = 2_000
/** Behind the first stop. */
const RACED_MS = 62 * 60_000

/** A log in memory: what it keeps is given to it here. */
function logOf(frames: readonly LoggedFrame[]): FrameLog {
  return {
    read: (_car, fromMs = 0) => frames.filter(({ atMs }) => atMs >= fromMs),
    append: () => ({ ok: true, value: undefined }),
    forget: () => ({ ok: true, value: undefined }),
    bytesOf: () => 0,
    close: () => {},
  }
}

const clock = new TestClock()
const kept: LoggedFrame[] = []

async function raced(url: string) {
  const car = await RaceCar.atThe(url)
  await car.sendsSetup(garageSetup())
  kept.push({ kind: 'setup', atMs: clock.nowMs(), body: { setup: garageSetup() } })
  const race = inventedRace({ seed: 7, raceMinutes: 120 })
  for (let raceMs = 0; raceMs < RACED_MS; raceMs += FRAME_MS) {
    clock.advance(FRAME_MS)
    const frame = race.frameAt(raceMs, { timestamp: '', seq: 0, bootId: '' })
    kept.push({ kind: 'frame', atMs: clock.nowMs(), body: frame })
    await car.drives(frame)
  }
  return car
}

test('a race that was driven is told whole: on its page, as files, and recorded from its link', async () => {
  await using server = testServer({ clock, frames: logOf(kept) })
  const car = await raced(server.url)
  const link = `${server.url}/dashboard/${car.id}`

  const page = await (await fetch(`${link}/race`)).text()
  const { text, texts } = pageText(page)
  expect(texts('#stops tbody tr')).toHaveLength(1)
  expect(texts('#stints tbody tr')).toHaveLength(2)
  expect(texts('#lap-tables tbody tr').length).toBeGreaterThan(25)
  expect(text('#timeline')).toContain('Pit stop')
  expect(text('#setups')).toContain('First setup')
  expect(page).not.toContain(car.key)
  expect(await (await fetch(link)).text()).toContain(`/dashboard/${car.id}/race`)

  const ledger = await fetch(`${server.url}/api/sessions/${car.id}/race`)
  const told = await ledger.text()
  expect(JSON.parse(told).sessions[0].laps).toHaveLength(texts('#lap-tables tbody tr').length)
  const files = ['laps.csv', 'stints.csv', 'stops.csv', 'frames.jsonl', 'telemetry.csv']
  const all = [told]
  for (const file of files) all.push(await (await fetch(`${link}/race/${file}`)).text())
  expect(all[1]!.trimEnd().split('\r\n')).toHaveLength(texts('#lap-tables tbody tr').length + 1)
  expect(all[5]!.trimEnd().split('\r\n')).toHaveLength(kept.length)
  for (const each of all) expect(each).not.toContain(car.key)

  const folder = mkdtempSync(join(tmpdir(), '1lap-history-'))
  const out = join(folder, 'race.jsonl')
  const options = recordOptions([link, '--out', out])
  if (options === 'help') throw new Error('expected options')
  await record(options, new AbortController().signal)
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n').map(recordedLine)
  rmSync(folder, { recursive: true })
  expect(lines.map(({ kind }) => kind)).toEqual(kept.map(({ kind }) => kind))
})
