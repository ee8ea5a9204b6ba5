import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { medianOf } from '../../src/race/lap.ts'
import type { CarId, SessionId } from '../../src/race/session.ts'
import { sqliteSessionStore } from '../../src/store/sqlite-session-store.ts'
import { lapsDriven } from '../fixtures/race.ts'
import { ServerProcess } from '../fixtures/server-process.ts'

export interface FirstByte {
  readonly what: string
  /** Milliseconds from asking to the first byte of the answer's body, by number of laps. */
  readonly ms: Readonly<Record<number, { readonly median: number; readonly worst: number }>>
  readonly bytes: Readonly<Record<number, number>>
}

const REQUESTS = 40

/** What a viewer waits for the page, the stream and the history, early and late in the race: one server, in turns. */
export async function firstBytes(lapCounts: readonly number[]): Promise<readonly FirstByte[]> {
  const folder = mkdtempSync(join(tmpdir(), 'first-byte-'))
  const ids = new Map(lapCounts.map((laps) => [laps, stored(folder, laps)]))
  const server = await ServerProcess.started({ DATA_DIR: folder, LOG_LEVEL: 'warn' })
  try {
    const found: FirstByte[] = []
    for (const what of ['', '/stream', '/race']) {
      const times = new Map<number, number[]>(lapCounts.map((laps) => [laps, []]))
      const bytes = new Map<number, number>()
      for (let request = 0; request < REQUESTS; request++) {
        for (const [laps, id] of ids) {
          const asked = performance.now()
          const abort = new AbortController()
          const response = await fetch(`${server.url}/dashboard/${id}${what}`, {
            signal: abort.signal,
            headers: { 'accept-encoding': 'identity' },
          })
          const reader = response.body?.getReader()
          const first = await reader?.read()
          times.get(laps)?.push(performance.now() - asked)
          let size = first?.value?.byteLength ?? 0
          if (what !== '/stream') {
            for (let next = await reader?.read(); next?.done === false; next = await reader?.read())
              size += next.value.byteLength
          }
          bytes.set(laps, size)
          abort.abort()
        }
      }
      const ms = [...times].map(([laps, all]) => {
        return [laps, { median: medianOf(all) ?? 0, worst: Math.max(...all) }]
      })
      found.push({ what, ms: Object.fromEntries(ms), bytes: Object.fromEntries(bytes) })
    }
    return found
  } finally {
    await server[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A race of so many laps on disk; its id. */
function stored(folder: string, laps: number): SessionId {
  const store = sqliteSessionStore(join(folder, 'sessions.sqlite'))
  const id = crypto.randomUUID() as SessionId
  const car = crypto.randomUUID() as CarId
  const { session } = lapsDriven(laps, { carName: 'Borealis Racing #52', sessionType: 'Race' })
  const access = { publishKeys: [], engineerKeyHash: null, boundAddress: null }
  store.create({ session: { ...session, id, car }, access, notes: null })
  store.close()
  return id
}
