import { expect, test } from 'bun:test'
import { readSession } from '../fixtures/api.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const KEY = /^[\w-]{43}$/

test('a monitor on the typed transport begins a keyed session, and its keys are told once', async () => {
  await using server = testServer()
  const { monitor, id, assigned } = await TypedMonitor.begun(server.url)
  expect(assigned).toEqual({
    session_id: expect.stringMatching(UUID4),
    publish_key: expect.stringMatching(KEY),
    dashboard_url: `${server.url}/dashboard/${id}`,
    engineer_url: expect.stringMatching(new RegExp(`^${server.url}/engineer/[\\w-]{43}$`)),
  })
  expect(await readSession(server, id)).toMatchObject({ mode: 'keyed' })
  monitor.close()
})

test('a monitor on Socket.IO without a key begins a bound session that has no engineer', async () => {
  await using server = testServer()
  const { monitor, id, assigned } = await SocketioMonitor.begun(server.url)
  expect(assigned).toEqual({
    session_id: expect.stringMatching(UUID4),
    publish_key: expect.stringMatching(KEY),
    dashboard_url: `${server.url}/dashboard/${id}`,
  })
  expect(await readSession(server, id)).toMatchObject({ mode: 'bound' })
  monitor.close()
})

test('every keyless request over Socket.IO begins another session', async () => {
  await using server = testServer()
  const first = await SocketioMonitor.begun(server.url)
  const second = await SocketioMonitor.begun(server.url)
  expect(second.id).not.toBe(first.id)
  expect(second.assigned.publish_key).not.toBe(first.assigned.publish_key)
  first.monitor.close()
  second.monitor.close()
})

const ways = {
  'its key alone': (key: string) => ({ publish_key: key }),
  'its id and key': (key: string, id: string) => ({ session_id: id, publish_key: key }),
}

for (const [way, request] of Object.entries(ways)) {
  test(`a monitor resumes with ${way}, and is told no keys again`, async () => {
    await using server = testServer()
    const { monitor, id, key } = await TypedMonitor.begun(server.url)
    monitor.close()
    const back = await TypedMonitor.connected(server.url)
    back.send('request_session_id', request(key, id))
    const answer = await back.hears('session_id_assigned')
    expect(answer.data).toEqual({
      session_id: id,
      dashboard_url: `${server.url}/dashboard/${id}`,
    })
    await back.publish({ fuel: 41.5 })
    expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 41.5 } })
    back.close()
  })
}

test('a key in the Authorization header needs no request before the first frame', async () => {
  await using server = testServer()
  const { monitor, id, key } = await TypedMonitor.begun(server.url)
  monitor.close()
  const back = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
  await back.publish({ fuel: 33 })
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 33 } })
  back.send('request_session_id', {})
  expect((await back.hears('session_id_assigned')).data.session_id).toBe(id)
  back.close()
})

test('a monitor is welcomed with its limits, and with the last frame seen of its start', async () => {
  await using server = testServer()
  const { monitor, key } = await TypedMonitor.begun(server.url)
  const welcome = await monitor.hears('welcome')
  expect(welcome.data).toEqual({
    limits: {
      frame_bytes: 64 * 1024,
      frame_depth: 6,
      setup_bytes: 512 * 1024,
      setup_depth: 32,
      message_bytes: 900 * 1024,
      frames_per_second: 20,
    },
    last_seq: null,
  })
  await monitor.publish({ boot_id: 'b1', seq: 41, fuel: 20 })
  monitor.close()
  const sameStart = await TypedMonitor.connected(server.url)
  sameStart.send('request_session_id', { publish_key: key, boot_id: 'b1' })
  expect((await sameStart.hears('welcome')).data.last_seq).toBe(41)
  const newStart = await TypedMonitor.connected(server.url)
  newStart.send('request_session_id', { publish_key: key, boot_id: 'b2' })
  expect((await newStart.hears('welcome')).data.last_seq).toBeNull()
  sameStart.close()
  newStart.close()
})

test('a frame that comes twice, or after a newer one, changes nothing', async () => {
  await using server = testServer()
  const { monitor, id } = await TypedMonitor.begun(server.url)
  await monitor.publish({ boot_id: 'b1', seq: 7, fuel: 50 })
  await monitor.publish({ boot_id: 'b1', seq: 7, fuel: 60 })
  await monitor.publish({ boot_id: 'b1', seq: 6, fuel: 70 })
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 50 } })
  await monitor.publish({ boot_id: 'b1', seq: 8, fuel: 49 })
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 49 } })
  monitor.close()
})
