import { describe, expect, test } from 'bun:test'
import { connect } from 'node:net'
import { monitorIs, readHealth, readSession } from '../fixtures/api.ts'
import { rawOverPolling, rawOverWebSocket } from '../fixtures/raw-socketio.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'

const anId = '11111111-2222-4333-8444-555555555555'

test('a monitor polls first, upgrades, and loses no frame on the way', async () => {
  await using server = testServer()
  const { monitor, id } = await SocketioMonitor.begun(server.url)
  for (let seq = 1; seq <= 20; seq++) {
    monitor.send('telemetry_update', { session_id: id, telemetry: { seq, laps_completed: seq } })
    if (seq === 10) await monitor.upgraded()
  }
  await monitor.settled()
  expect(monitor.socket.io.engine.transport.name).toBe('websocket')
  expect((await readHealth(server)).ingest.messages).toBe(21)
  expect(await readSession(server, id)).toMatchObject({ telemetry: { seq: 20 } })
  monitor.close()
})

test('a network that lets no WebSocket through is served by polling alone', async () => {
  await using server = testServer()
  const { monitor, id } = await SocketioMonitor.begun(server.url, { transports: ['polling'] })
  await monitor.publish(id, { fuel: 33 })
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 33 } })
  monitor.close()
  await monitorIs(server, id, 'offline')
})

test('a polling monitor whose PC vanishes is offline', async () => {
  await using server = testServer()
  const monitor = await rawOverPolling(server.url)
  await monitor.send(`42["telemetry_update",{"session_id":"${anId}","telemetry":{"fuel":5}}]`)
  const poll = connect(Number(new URL(server.url).port), '127.0.0.1')
  poll.write(
    `GET /socket.io/?EIO=4&transport=polling&sid=${monitor.sid} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
  )
  // Two questions later the poll has long been taken.
  await readHealth(server)
  expect(await readSession(server, anId)).toMatchObject({ monitor: { status: 'online' } })
  poll.destroy()
  await monitorIs(server, anId, 'offline')
  expect((await readHealth(server)).monitors).toBe(0)
})

describe.each([
  { name: 'a WebSocket', connected: rawOverWebSocket },
  { name: 'long-polling', connected: rawOverPolling },
])('a monitor in Python over $name', ({ connected }) => {
  test('may send NaN and Infinity for what it does not know', async () => {
    await using server = testServer()
    const monitor = await connected(server.url)
    await monitor.send(
      `42["telemetry_update",{"session_id":"${anId}","telemetry":{"fuel": NaN, "speed": -Infinity, "rpm": Infinity, "lap": 4, "player_name": "NaN, \\"Infinity\\""}}]`,
    )
    expect(await readSession(server, anId)).toMatchObject({
      normalized: { fuelLiters: null, speedKph: null, rpm: null, lap: 4 },
      telemetry: { player_name: 'NaN, "Infinity"' },
    })
    await monitor.send(`42["telemetry_update",{"session_id":"${anId}","telemetry":{"fuel":5}}]`)
    expect(await readSession(server, anId)).toMatchObject({ telemetry: { fuel: 5 } })
    monitor.close()
  })

  test('may ask for an acknowledgement of anything', async () => {
    await using server = testServer()
    const monitor = await connected(server.url)
    await monitor.send(`427["telemetry_update",{"session_id":"${anId}","telemetry":{"fuel":5}}]`)
    await monitor.send('428["request_session_id"]')
    expect(await readSession(server, anId)).toMatchObject({ telemetry: { fuel: 5 } })
    expect(await readHealth(server)).toMatchObject({ sessions: 2, ingest: { malformed: 0 } })
    monitor.close()
  })
})

test('packets that are no Socket.IO end their own connection, and nobody else’s', async () => {
  await using server = testServer()
  const { monitor, id } = await SocketioMonitor.begun(server.url)
  for (const packet of [
    '42{',
    '42["disconnect"]',
    '4',
    '49',
    '451-["a",{"_placeholder":true,"num":9}]',
  ]) {
    const broken = await rawOverWebSocket(server.url)
    void broken.send(packet)
    broken.close()
  }
  await monitor.publish(id, { fuel: 12 })
  expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel: 12 } })
  monitor.close()
})

test('a frame may hold bytes, which are no value the server knows', async () => {
  await using server = testServer()
  const { monitor, id } = await SocketioMonitor.begun(server.url)
  await monitor.publish(id, { fuel: Buffer.from([1, 2, 3]), lap: 2 })
  expect(await readSession(server, id)).toMatchObject({ normalized: { fuelLiters: null, lap: 2 } })
  monitor.close()
})
