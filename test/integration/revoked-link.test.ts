import { describe, expect, test } from 'bun:test'
import { readSession } from '../fixtures/api.ts'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { within } from '../fixtures/within.ts'

/** A car whose monitor has begun to publish, and its engineer. */
async function racing(server: ReturnType<typeof testServer>) {
  const engineer = new Browser(server)
  const made = await carMadeIn(engineer)
  const monitor = await TypedMonitor.connected(server.url, { authorization: `Bearer ${made.key}` })
  monitor.send('request_session_id', {})
  await monitor.hears('session_id_assigned')
  await monitor.publish({ fuel: 44 })
  const changeLink = async () => {
    const { path } = await engineer.send(`${made.desk}/link`)
    return /dashboard\/([0-9a-f-]{36})/.exec(path)?.[1] ?? ''
  }
  return { ...made, engineer, monitor, changeLink }
}

describe('a changed link', () => {
  test('ends the streams of the old one within a second, saying so, and never names the new one', async () => {
    await using server = testServer()
    const { id, monitor, changeLink } = await racing(server)
    const streams = await Promise.all(
      ['/dashboard/ID/stream', '/api/sessions/ID/stream?hz=0.2'].map((path) =>
        EventStream.open(server.url + path.replace('ID', id)),
      ),
    )
    for (const stream of streams) await stream.next(({ data }) => data !== '')
    const next = await changeLink()
    await within(1_000, 'both end', Promise.all(streams.map(({ ended }) => ended)))
    for (const { messages } of streams) {
      expect(messages.at(-1)?.event).toBe('revoked')
      expect(messages.at(-1)?.id).toContain(';revoked;')
      expect(JSON.stringify(messages)).not.toContain(next)
    }
    monitor.close()
  })

  test('is answered with 410 by pages, streams and API, for ever', async () => {
    await using server = testServer()
    const { id, monitor, changeLink } = await racing(server)
    await changeLink()
    const viewer = new Browser(server)
    for (const path of [
      '/dashboard/ID',
      '/dashboard/ID/stream',
      '/dashboard/ID/engineer',
      '/dashboard/ID/race',
      '/dashboard/ID/race/laps.csv',
    ]) {
      const seen = await viewer.open(path.replace('ID', id))
      expect([path, seen.status]).toEqual([path, 410])
      expect(seen.html).toContain('new one')
    }
    for (const path of ['/api/sessions/ID', '/api/sessions/ID/stream', '/api/sessions/ID/race']) {
      const answer = await fetch(server.url + path.replace('ID', id.toUpperCase()))
      expect(answer.status).toBe(410)
      expect(await answer.json()).toMatchObject({ code: 'link-revoked' })
    }
    monitor.close()
  })

  test('leaves the race, its monitor and its engineer where they are', async () => {
    await using server = testServer()
    const { monitor, changeLink, engineer } = await racing(server)
    const next = await changeLink()
    await monitor.publish({ fuel: 43 })
    expect(await readSession(server, next)).toMatchObject({ telemetry: { fuel: 43 } })
    expect((await engineer.open(`/dashboard/${next}`)).html).toContain(
      `/dashboard/${next}/engineer`,
    )
    monitor.close()
  })

  test('keeps a monitor that comes back with the old id and its key', async () => {
    await using server = testServer()
    const { id, key, monitor, changeLink } = await racing(server)
    const next = await changeLink()
    const back = await TypedMonitor.connected(server.url)
    back.send('request_session_id', { session_id: id, publish_key: key })
    expect((await back.hears('session_id_assigned')).data.session_id).toBe(next)
    for (const one of [monitor, back]) one.close()
  })

  test('is adopted by nobody, and no program learns the new one by the old', async () => {
    await using server = testServer()
    const { id, monitor, changeLink } = await racing(server)
    const watcher = await TypedMonitor.connected(server.url)
    watcher.send('join_session', { session_id: id })
    await watcher.hears('telemetry_update')
    const next = await changeLink()
    await monitor.publish({ fuel: 42 })
    await watcher.settled()
    expect(watcher.told.at(-1)).toMatchObject({ event: 'problem', data: { code: 'link-revoked' } })
    expect(JSON.stringify(watcher.told)).not.toContain(next)
    const late = await SocketioMonitor.connected(server.url)
    late.send('join_session', { session_id: id })
    await late.publish(id, { fuel: 1 })
    expect(late.told.map(({ data }) => data.code)).toEqual(['link-revoked', 'unknown-session'])
    expect(await readSession(server, next)).toMatchObject({ telemetry: { fuel: 42 } })
    for (const one of [monitor, watcher, late]) one.close()
  })
})

describe('a session that the engineer has ended', () => {
  test('shows ENDED to everybody who watches, sends its monitors away, and can go on', async () => {
    await using server = testServer()
    const { id, key, desk, monitor, engineer } = await racing(server)
    const stream = await EventStream.open(`${server.url}/dashboard/${id}/stream`)
    await stream.next(({ data }) => data !== '')
    const existing = await SocketioMonitor.connected(`${server.url}/?key=${key}`)
    await engineer.send(`${desk}/end`)
    expect(await monitor.closed).toEqual({ code: 4410, reason: 'session-ended' })
    expect(monitor.told.at(-1)?.data.code).toBe('session-ended')
    expect(await existing.closed).toBe('io server disconnect')
    expect(existing.told.map(({ data }) => data.code)).toEqual(['session-ended'])
    await stream.next((message) => message.id?.includes(';ended;') === true)
    expect((await engineer.open(`/dashboard/${id}`)).html).toContain('data-freshness="ended"')
    expect(await readSession(server, id)).toMatchObject({
      presence: 'ended',
      over: { by: 'engineer' },
      telemetry: { fuel: 44 },
    })
    const late = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
    expect((await late.closed).code).toBe(4410)
    await engineer.send(`${desk}/reopen`)
    const again = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
    again.send('request_session_id', {})
    await again.publish({ fuel: 40 })
    await stream.next((message) => message.id?.includes(';live;') === true, stream.messages.length)
    expect(await readSession(server, id)).toMatchObject({ over: null, telemetry: { fuel: 40 } })
    again.close()
    stream.close()
  })
})

describe('a revoked key', () => {
  test('cuts its own connections at once, and no others', async () => {
    await using server = testServer()
    const { desk, key, monitor, engineer } = await racing(server)
    const page = await engineer.send(`${desk}/keys`, { label: 'Ben' })
    expect(page.text()).toContain('For Ben')
    const { search } = new URL(JSON.parse(page.text('pre')).server_url)
    const ben = await SocketioMonitor.connected(`${server.url}/${search}`)
    await ben.publish('auto', { fuel: 43 })
    expect(ben.told).toEqual([])
    await engineer.send(`${desk}/keys/2/revoke`)
    expect(await ben.closed).toBe('io server disconnect')
    expect(ben.told.map(({ data }) => data.code)).toEqual(['wrong-key'])
    await monitor.publish({ fuel: 42 })
    expect(monitor.told.filter(({ event }) => event === 'problem')).toEqual([])
    await engineer.send(`${desk}/keys/1/replace`)
    expect(await monitor.closed).toEqual({ code: 4403, reason: 'wrong-key' })
    const guesser = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
    expect((await guesser.closed).code).toBe(4403)
  })
})
