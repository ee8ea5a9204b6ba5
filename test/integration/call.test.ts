import { describe, expect, test } from 'bun:test'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { plainly } from '../fixtures/plainly.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

/** A car with an engineer, and a driver's phone that holds the viewers' link. */
async function pitWall() {
  const server = testServer()
  const engineer = new Browser(server)
  const { id, desk, key } = await carMadeIn(engineer)
  const monitor = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
  monitor.send('request_session_id', {})
  await monitor.hears('session_id_assigned')
  await monitor.publish(typedFrame({ player_name: 'Ana', session_laps: null }))
  return {
    server,
    engineer,
    phone: new Browser(server),
    monitor,
    id,
    desk,
    wall: `/dashboard/${id}`,
  }
}

const tiles = {
  ...{ when: 'this-lap', inLaps: '', fill: 'own', own: '72', tires: '0', next: 'Ana', words: '' },
}

describe('a call', () => {
  test('is seen by everybody, and acknowledged by whoever drives with one tap', async () => {
    const { server, engineer, phone, monitor, desk, wall } = await pitWall()
    const streams = await Promise.all(
      ['/stream', '/glance/stream', '/board/stream'].map((path) =>
        EventStream.open(`${server.url}${wall}${path}?hz=10`),
      ),
    )
    const set = await engineer.send(`${desk}/call`, tiles)
    expect(set.text('.done')).toContain('The call stands')
    for (const stream of streams) {
      const { data } = await stream.next(({ data }) => data.includes('BOX this lap'))
      expect(plainly(data)).toContain('VE 72 %')
    }
    const board = await phone.open(`${wall}/board`)
    expect(board.text('#board')).toContain('BOX this lap')
    const read = await phone.send(`${wall}/board/acknowledge`, { call: '1' })
    expect(read.path).toBe(`${wall}/board`)
    expect(read.text('#board')).toContain('understood')
    for (const stream of streams) await stream.next(({ data }) => data.includes('✓ understood'))
    expect((await engineer.open(wall)).text('#events')).toContain('Call acknowledged')
    for (const stream of streams) stream.close()
    monitor.close()
    await server.close()
  })

  test('that has been replaced is not acknowledged: the newer one is shown instead', async () => {
    const { server, engineer, phone, monitor, desk, wall } = await pitWall()
    await engineer.send(`${desk}/call`, tiles)
    await engineer.send(`${desk}/call`, { ...tiles, when: 'stay-out' })
    const late = await phone.send(`${wall}/board/acknowledge`, { call: '1' })
    expect(late.status).toBe(409)
    expect(late.text('[role="alert"]')).toContain('newer call')
    expect(late.text('#board')).toContain('STAY OUT')
    expect(late.text('#board')).toContain('Understood')
    await engineer.send(`${desk}/call/withdraw`)
    const gone = await phone.send(`${wall}/board/acknowledge`, { call: '2' })
    expect(gone.status).toBe(409)
    expect(gone.text('[role="alert"]')).toContain('withdrawn')
    monitor.close()
    await server.close()
  })

  test('is composed by the engineer alone', async () => {
    const { server, phone, monitor, desk, wall } = await pitWall()
    for (const [path, fields] of [
      [`${desk}/call`, tiles],
      [`${desk}/call/withdraw`, {}],
      [`${desk}/notes`, { note: 'mine' }],
    ] as const) {
      expect((await phone.send(path, fields)).status).toBe(403)
    }
    expect((await phone.open(`${desk}/call`)).status).toBe(403)
    expect((await phone.open(wall)).text('#call')).toContain('No call')
    monitor.close()
    await server.close()
  })

  test('that does not fit is named, and nothing of it is lost', async () => {
    const { server, engineer, monitor, desk } = await pitWall()
    const wrong = async (fields: Record<string, string>) => {
      const seen = await engineer.send(`${desk}/call`, { ...tiles, ...fields })
      expect(seen.status).toBe(400)
      return seen
    }
    const far = await wrong({ own: '172' })
    expect(far.text('[role="alert"]')).toContain('Refill to: expected a number from 0 to 100')
    expect(far.html).toContain('name="own" value="172"')
    expect(far.html).toMatch(/value="this-lap" checked/)
    const laps = await wrong({ when: 'in-laps', inLaps: 'soon' })
    expect(laps.text('[role="alert"]')).toContain('Laps until then: expected a number from 1 to 99')
    const none = { when: '', fill: '', own: '', tires: '', next: '' }
    expect((await wrong(none)).text('[role="alert"]')).toContain('Say something')
    monitor.close()
    await server.close()
  })
})

test('notes are stamped with lap and time, and stay', async () => {
  const { server, engineer, monitor, desk } = await pitWall()
  await engineer.send(`${desk}/notes`, { note: 'Left rear looks worn' })
  const page = await engineer.send(`${desk}/notes`, { note: 'Rain at <b>half past</b>' })
  expect(page.text('.done')).toContain('Written down')
  const [newest, older] = page.text('.log').split('Left rear')
  expect(newest).toContain('Rain at <b>half past</b>')
  expect(newest).toMatch(/^\d\d:\d\d.*lap 8/)
  expect(older).toContain('looks worn')
  const long = await engineer.send(`${desk}/notes`, { note: 'x'.repeat(281) })
  expect(long.status).toBe(400)
  expect(long.text('#note')).toBe('x'.repeat(281))
  monitor.close()
  await server.close()
})
