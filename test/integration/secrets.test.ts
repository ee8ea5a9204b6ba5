import { expect, test } from 'bun:test'
import { EventStream } from '../fixtures/event-stream.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

test('no key is in any page, stream, API answer, error or log line', async () => {
  await using server = testServer({ logLevel: 'debug' })
  const { monitor, id, key, assigned } = await TypedMonitor.begun(server.url)
  const engineerKey = assigned.engineer_url.split('/').at(-1) as string
  const existing = await SocketioMonitor.begun(server.url)
  const keys = [key, engineerKey, existing.key]
  const watcher = await TypedMonitor.connected(server.url)
  watcher.send('join_session', { session_id: id })
  const streams = [
    await EventStream.open(`${server.url}/dashboard/${id}/stream?hz=10`),
    await EventStream.open(`${server.url}/api/sessions/${id}/stream?hz=10`),
  ]

  // A monitor that puts its key where it does not belong.
  const misplaced = { publish_key: key, key, session_id: id }
  monitor.send('telemetry_update', { ...misplaced, telemetry: existingMonitorFrame() })
  monitor.send('setup_data', { ...misplaced, setup: { wing: 7 } })
  monitor.send('telemetry_update', { session_id: key, telemetry: { fuel: 50.5 } })
  monitor.send('setup_data', { setup: key })
  monitor.send('request_session_id', { publish_key: [key] })
  monitor.sendText(`{"event":"${key}`)
  await monitor.settled()
  const resumed = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
  resumed.send('request_session_id', { publish_key: key, session_id: existing.id })
  await resumed.closed
  const keyless = await SocketioMonitor.connected(server.url)
  await keyless.publish(key, { fuel: 1 })

  const said: string[] = [
    ...server.logged,
    JSON.stringify(watcher.told),
    JSON.stringify(resumed.told),
  ]
  said.push(
    JSON.stringify(keyless.told),
    JSON.stringify(monitor.told.filter(({ event }) => event === 'problem')),
  )
  for (const path of [
    '/',
    `/?key=${key}`,
    `/?key=${key}/dashboard/${id}`,
    `/dashboard/${id}`,
    `/dashboard/${id}/race`,
    `/dashboard/${id}/race/stints.csv`,
    `/api/sessions/${id}/race`,
    `/api/sessions/${key}/race`,
    `/dashboard/${key}`,
    `/dashboard/${key}/stream`,
    `/api/sessions/${id}`,
    `/api/sessions/${key}`,
    `/api/sessions/${existing.id}`,
    `/open?session=${key}`,
    `/engineer/${key}`,
    `/nothing/${key}?key=${engineerKey}`,
    `/schema/${key}.json`,
    '/healthz',
  ]) {
    const answer = await fetch(server.url + path, { redirect: 'manual' })
    said.push(await answer.text(), answer.headers.get('location') ?? '')
  }
  for (const stream of streams) {
    await stream.next(({ data }) => data.includes('50.5'))
    said.push(JSON.stringify(stream.messages))
  }
  for (const text of said) for (const secret of keys) expect(text).not.toContain(secret)
  // Only the engineer himself gets his key, as the cookie he asked for.
  const engineer = await fetch(assigned.engineer_url, { redirect: 'manual' })
  expect(engineer.headers.get('set-cookie')).toContain(engineerKey)
  expect(await engineer.text()).not.toContain(engineerKey)
  for (const one of [monitor, existing.monitor, watcher, keyless, ...streams]) one.close()
})
