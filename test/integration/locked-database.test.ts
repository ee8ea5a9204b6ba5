import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { readHealth } from '../fixtures/api.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { ServerProcess } from '../fixtures/server-process.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { frameNumber, Watcher } from '../fixtures/watcher.ts'
import { becomes } from '../fixtures/within.ts'

/** A backup or a curious person with a database tool, in the middle of a transaction. */
function somebodyHolds({ folder }: ServerProcess) {
  const other = new Database(join(folder, 'sessions.sqlite'))
  // The server writes for an instant every second.
  other.run('PRAGMA busy_timeout = 5000')
  other.run('BEGIN IMMEDIATE')
  return { [Symbol.dispose]: () => other.close() }
}

const lap = (n: number) => typedFrame({ seq: n, laps_completed: n, rpm: 7_000 + n, ext: { n } })

test('a database held by somebody else stops no race, and what was driven meanwhile is saved after it', async () => {
  await using server = await ServerProcess.started()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  using watcher = new Watcher(server, id)
  await monitor.publish(lap(1))
  {
    using _somebody = somebodyHolds(server)
    await monitor.publish(lap(2))
    monitor.send('setup_data', { setup: { wing: 7 } })
    await watcher.seesFrame(2)
    await becomes('the trouble is known', async () => {
      return (await readHealth(server)).status === 'degraded'
    })
    // An id that cannot be kept is not given.
    const newcomer = await TypedMonitor.connected(server.url)
    newcomer.send('request_session_id', {})
    await newcomer.hears('problem', ({ data }) => data.code === 'store-unavailable')
    newcomer.close()
    await monitor.publish(lap(3))
    await watcher.seesFrame(3)
  }
  await becomes('all is well again', async () => (await readHealth(server)).status === 'ok')
  const said = (words: string) => server.logged.filter((line) => line.includes(words))
  await becomes('the log says so', () => said('is written again').length === 1)
  expect(said('SQLITE_BUSY')).toHaveLength(1)
  await server.kill()
  const saved = server.saved(id)
  expect(frameNumber(saved.frame)).toBe(3)
  expect(saved.laps.map(({ number }) => number)).toEqual([2, 3])
  expect(saved.setup?.tree).toEqual({ wing: 7 })
}, 20_000)

test('a database held by somebody else does not keep the server from ending', async () => {
  await using server = await ServerProcess.started()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  await monitor.publish(lap(1))
  {
    using _somebody = somebodyHolds(server)
    await monitor.publish(lap(2))
    server.signal('SIGTERM')
    expect(await server.ended(5_000)).toBe(0)
  }
  expect(server.logged.join('\n')).toContain('SQLITE_BUSY')
  // The second that could not be saved is lost, the session is not.
  expect(server.saved(id).createdAtMs).toBeGreaterThan(0)
}, 20_000)

test('a database that was tampered with does not keep the server from ending, and it says what was wrong', async () => {
  await using server = await ServerProcess.started()
  const { monitor } = await TypedMonitor.begun(server.url)
  const tamperer = new Database(join(server.folder, 'sessions.sqlite'))
  tamperer.run('PRAGMA busy_timeout = 5000')
  tamperer.run('DROP TABLE ledger')
  tamperer.run('DROP TABLE cars')
  tamperer.close()
  await monitor.publish(lap(1))
  server.signal('SIGTERM')
  expect(await server.ended(5_000)).toBe(1)
  expect(server.logged.join('\n')).toContain('no such table')
}, 20_000)
