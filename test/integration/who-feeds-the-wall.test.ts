import { describe, expect, test } from 'bun:test'
import { monitorIs, readHealth, readPage, readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { driven } from '../fixtures/driven.ts'
import { testServer } from '../fixtures/server.ts'
import { transports } from '../fixtures/transports.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

/** Two PCs of one car: Ana's, which began the session, and Ben's, which has its key. */
async function anaAndBen(url: string, boots: { ana?: string; ben?: string } = {}) {
  const { monitor: ana, id, key } = await TypedMonitor.begun(url)
  await ana.publish(driven({ fuel: 50, player_name: 'Ana', boot_id: boots.ana }))
  const ben = await TypedMonitor.connected(url)
  ben.send('request_session_id', { publish_key: key, boot_id: boots.ben })
  await ben.hears('session_id_assigned')
  return { ana, ben, id, key }
}

describe.each(transports)('a monitor on $name', ({ begun }) => {
  test('is online from its first frame and offline when its socket closes', async () => {
    await using server = testServer()
    const { monitor, id } = await begun(server.url)
    expect((await readSession(server, id)).monitor.status).toBe('none')
    monitor.send('telemetry_update', { session_id: id, telemetry: { fuel: 50 } })
    await monitorIs(server, id, 'online')
    monitor.close()
    await monitorIs(server, id, 'offline')
    const page = await readPage(server, id)
    expect(page).toContain('data-freshness="offline"')
    expect(page).toContain('Monitor online')
    expect(page).toContain('Monitor offline')
    expect((await readHealth(server)).monitors).toBe(0)
  })
})

test('the standby PC’s frames do not reach the wall while the active one speaks', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { ana, ben, id } = await anaAndBen(server.url)
  for (let second = 0; second < 20; second += 2) {
    clock.advance(2_000)
    await ana.publish(driven({ player_name: 'Ana' }))
    await ben.publish(driven({ speed: 0, player_name: 'Ben' }))
  }
  expect(await readSession(server, id)).toMatchObject({ telemetry: { player_name: 'Ana' } })
  ana.close()
  ben.close()
})

test('another start of the monitor takes over when the active one has been silent', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { ana, ben, id } = await anaAndBen(server.url)
  // Both at one address: who was there while she still spoke is somebody else.
  clock.advance(1)
  await ana.publish(driven({ player_name: 'Ana' }))
  clock.advance(4_000)
  await ben.publish(driven({ speed: 0, player_name: 'Ben' }))
  clock.advance(999)
  await ben.publish(driven({ speed: 0, player_name: 'Ben' }))
  expect(await readSession(server, id)).toMatchObject({ telemetry: { player_name: 'Ana' } })
  clock.advance(1)
  await ben.publish(driven({ speed: 0, player_name: 'Ben' }))
  expect(await readSession(server, id)).toMatchObject({
    telemetry: { player_name: 'Ben' },
    monitor: { status: 'online' },
  })
  ana.close()
  ben.close()
})

test('the end of the standby PC’s socket is no news, the end of the active one’s is', async () => {
  await using server = testServer()
  const { ana, ben, id } = await anaAndBen(server.url)
  await ben.publish(driven())
  ben.close()
  await ben.closed
  await ana.publish(driven())
  expect(await readSession(server, id)).toMatchObject({ monitor: { status: 'online' } })
  ana.close()
  await monitorIs(server, id, 'offline')
})

test('a monitor that comes back replaces its own dead socket at once, which ends with 4409', async () => {
  await using server = testServer()
  const { ana, ben, id } = await anaAndBen(server.url, { ana: 'b1', ben: 'b1' })
  await ben.publish(driven({ fuel: 48, boot_id: 'b1' }))
  expect(await readSession(server, id)).toMatchObject({
    telemetry: { fuel: 48 },
    monitor: { status: 'online' },
  })
  expect(await ana.closed).toEqual({ code: 4409, reason: 'replaced' })
  await ben.publish(driven({ fuel: 47, boot_id: 'b1' }))
  expect(await readSession(server, id)).toMatchObject({
    telemetry: { fuel: 47 },
    monitor: { status: 'online' },
  })
  ben.close()
})

test.each([
  ['somebody else drives', { in_control: false }],
  ['it spectates', { state: 'spectating' }],
  ['it shows a replay', { state: 'replay' }],
  ['it is in the menu', { state: 'menu' }],
])(
  'a standby PC never takes the wall while %s, so the driver gets it back at once',
  async (_, frame) => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { ana, ben, id, key } = await anaAndBen(server.url)
    for (let second = 0; second < 12; second++) {
      clock.advance(1_000)
      await ben.publish(driven({ fuel: 80, player_name: 'Ben', ...frame }))
    }
    expect(await readSession(server, id)).toMatchObject({ telemetry: { player_name: 'Ana' } })
    // Ana's game crashed; she is back with a new start of the monitor.
    const back = await TypedMonitor.connected(server.url)
    back.send('request_session_id', { publish_key: key, boot_id: 'b2' })
    await back.hears('session_id_assigned')
    for (let frame = 0; frame < 2; frame++) {
      await back.publish(driven({ fuel: 49, player_name: 'Ana again' }))
    }
    expect(await readSession(server, id)).toMatchObject({ telemetry: { player_name: 'Ana again' } })
    for (const monitor of [ana, ben, back]) monitor.close()
  },
)

test('the next driver’s pressures are there with his first frame: his units were judged while he waited', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { ana, ben, id } = await anaAndBen(server.url)
  const frame = () => driven({ tire_pressures: { fl: 150 }, tire_wear: { fl: 0.9 } })
  for (let n = 0; n < 12; n++) {
    await ana.publish(driven({ state: 'driving' }))
    await ben.publish(frame())
    clock.advance(200)
  }
  clock.advance(5_000)
  for (let n = 0; n < 2; n++) await ben.publish(frame())
  const { normalized } = await readSession(server, id)
  expect(normalized.tirePressureKpa.fl).toBe(150)
  ana.close()
  ben.close()
})

test('a monitor that comes back is told its own last number, not that of the PC on the wall', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { ana, ben, key } = await anaAndBen(server.url)
  await ana.publish({ seq: 900, boot_id: 'ana' })
  await ben.publish({ seq: 7, boot_id: 'ben' })
  ben.close()
  const back = await TypedMonitor.connected(server.url)
  back.send('request_session_id', { publish_key: key, boot_id: 'ben' })
  expect((await back.hears('welcome')).data.last_seq).toBe(7)
  ana.close()
  back.close()
})

test('the next driver’s setup waits until he drives', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { ana, ben, id } = await anaAndBen(server.url)
  ana.send('setup_data', { setup: { wing: 'Ana' } })
  await ana.settled()
  ben.send('setup_data', { setup: { wing: 'Ben' } })
  await ben.publish(driven())
  expect(await readSession(server, id)).toMatchObject({ setup: { wing: 'Ana' } })
  clock.advance(5_000)
  for (let frame = 0; frame < 2; frame++) await ben.publish(driven())
  expect(await readSession(server, id)).toMatchObject({ setup: { wing: 'Ben' } })
  ana.close()
  ben.close()
})
