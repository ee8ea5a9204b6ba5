import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Dialect, inventedRace } from '../../src/cli/invented-race.ts'
import { medianOf } from '../../src/race/lap.ts'
import type { CarId } from '../../src/race/session.ts'
import type { LoggedFrame } from '../../src/store/frame-log.ts'
import { sqliteFrameLog } from '../../src/store/sqlite-frame-log.ts'
import { sqliteSessionStore } from '../../src/store/sqlite-session-store.ts'
import { lapsDriven } from '../fixtures/race.ts'

/** What the disk costs: `node .ci/bun.mjs test/bench/disk.ts`. */
const HZ = 2
const MINUTES = 65
const START_MS = Date.UTC(2026, 5, 13, 14)

const folder = mkdtempSync(join(tmpdir(), 'disk-'))

/** The existing monitor tells microseconds, as Python does. */
function timestampOf(dialect: Dialect, atMs: number): string {
  const iso = new Date(atMs).toISOString()
  const micros = String((atMs * 7) % 1_000).padStart(3, '0')
  return dialect === 'units' ? iso : iso.replace('Z', `${micros}Z`)
}

function inventedFrames(dialect: Dialect): readonly LoggedFrame[] {
  const race = inventedRace({ seed: 7, raceMinutes: 120, dialect })
  return Array.from({ length: MINUTES * 60 * HZ }, (_, seq) => {
    // Nothing comes to the millisecond.
    const takenAtMs = START_MS + (seq * 1_000) / HZ + ((seq * 37) % 23)
    const timestamp = timestampOf(dialect, takenAtMs)
    const body = race.frameAt(600_000 + (seq * 1_000) / HZ, { timestamp, seq, bootId: 'bench' })
    return { kind: 'frame', atMs: takenAtMs + 20 + ((seq * 53) % 17), body }
  })
}

function recordedFrames(): readonly LoggedFrame[] {
  const path = join(import.meta.dir, '../fixtures/imola-gt3-3laps.2hz.jsonl')
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line, i) => ({
    kind: 'frame',
    atMs: START_MS + (i * 1_000) / HZ + ((i * 53) % 17),
    body: JSON.parse(line).telemetry,
  }))
}

function frameLogCost(name: string, frames: readonly LoggedFrame[]): void {
  const car = name as CarId
  const path = join(folder, `${name}.sqlite`)
  const log = sqliteFrameLog(path)
  const appends: number[] = []
  for (let i = 0; i < frames.length; i += HZ) {
    const startedNs = Bun.nanoseconds()
    log.append([{ car, frames: frames.slice(i, i + HZ) }])
    appends.push((Bun.nanoseconds() - startedNs) / 1_000)
  }
  // Once more, long after: the last minutes are packed too.
  log.append([{ car, frames: [{ kind: 'frame', atMs: START_MS * 2, body: {} }] }])
  const bytes = log.bytesOf(car)
  const startedNs = Bun.nanoseconds()
  const read = [...log.read(car)].length
  const readUs = (Bun.nanoseconds() - startedNs) / 1_000 / read
  const raw = JSON.stringify(frames.map(({ body }) => body)).length
  log.close()
  const perFrame = bytes / frames.length
  const sum = appends.reduce((a, b) => a + b, 0)
  const cells = [
    name,
    (raw / frames.length).toFixed(0),
    perFrame.toFixed(1),
    `${((perFrame * HZ * 3_600) / 1_000).toFixed(0)} kB`,
    (sum / frames.length).toFixed(0),
    (medianOf(appends) ?? 0).toFixed(0),
    `${(Math.max(...appends.slice(60)) / 1_000).toFixed(1)} ms`,
    readUs.toFixed(0),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

function saveCost(laps: number): string {
  const store = sqliteSessionStore(join(folder, `${crypto.randomUUID()}.sqlite`))
  const drive = lapsDriven(laps)
  const access = { publishKeys: [], engineerKeyHash: null, boundAddress: null }
  store.create({ session: drive.session, access, notes: null })
  const saves = Array.from({ length: 300 }, () => {
    const session = drive.frame({ speedKph: 200 + Math.random() }).session
    const startedNs = Bun.nanoseconds()
    store.save([{ session, notes: null }])
    return (Bun.nanoseconds() - startedNs) / 1_000
  })
  store.close()
  return `| ${laps} | ${(medianOf(saves) ?? 0).toFixed(0)} |`
}

console.log(`Raw frames, two a second, ${MINUTES} minutes (the recording: five).\n`)
console.log(
  '| frames | B each as sent | B each on disk | an hour | append, µs a frame | median append of a second, µs | worst append | read, µs a frame |',
)
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
frameLogCost('warm-up', recordedFrames())
frameLogCost('existing', inventedFrames('existing'))
frameLogCost('typed', inventedFrames('units'))
frameLogCost('recorded', recordedFrames())
console.log(
  '\n| laps in the books | save of a second in which none was added, µs |\n| ---: | ---: |',
)
saveCost(10)
for (const laps of [10, 900]) console.log(saveCost(laps))
rmSync(folder, { recursive: true, force: true })
