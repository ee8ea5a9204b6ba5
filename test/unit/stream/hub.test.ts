import { expect, test } from 'bun:test'
import { newSession, type Session } from '../../../src/race/session.ts'
import { Hub } from '../../../src/stream/hub.ts'
import { Outbox } from '../../../src/stream/outbox.ts'
import type { Room } from '../../../src/stream/room.ts'
import type { RoomFormat } from '../../../src/stream/room-format.ts'
import { visit } from '../../../src/stream/streamed.ts'
import { TestClock } from '../../fixtures/clock.ts'
import { aCar, anId } from '../../fixtures/race.ts'

/** A hub whose rooms show the time a session was made at, and count how often they are asked to. */
function pitWall() {
  const clock = new TestClock()
  const rendered: number[] = []
  const format: RoomFormat = {
    name: 'panels',
    parts({ createdAtMs }) {
      rendered.push(createdAtMs)
      return [
        { id: 'value', text: String(createdAtMs) },
        { id: 'tens', text: String(Math.floor(createdAtMs / 10)) },
      ]
    },
    update: (changed) => changed.map(({ id, text }) => `${id}=${text}`).join(' '),
    beat: (event) => event,
  }
  const hub = new Hub({ clock, bootId: 'boot' })
  let full: PromiseWithResolvers<number> | null = null
  function join(session: Session, intervalMs = 500) {
    const written: string[] = []
    const sink = {
      write(bytes: Uint8Array) {
        written.push(new TextDecoder().decode(bytes))
        return full?.promise ?? bytes.byteLength
      },
      flush: () => 0,
      end: (): void => leave(),
    }
    const outbox: Outbox = new Outbox(sink, (behind) => room.caughtUp(behind))
    const room = hub.join(session, { format, intervalMs }, outbox)
    const leave = (): void => hub.leave(session, room, outbox)
    return { written, leave }
  }
  const fill = () => {
    full = Promise.withResolvers()
    const filled = full
    return async () => {
      full = null
      filled.resolve(1)
      await new Promise(setImmediate)
    }
  }
  return { clock, hub, format, join, rendered, fill }
}

const at = (value: number): Session => newSession({ car: aCar, id: anId, mode: 'keyed' }, value)

test('nothing is rendered while nobody watches', () => {
  const { hub, join, rendered } = pitWall()
  hub.changed(at(1))
  expect(rendered).toEqual([])
  const phone = join(at(2))
  phone.leave()
  hub.changed(at(3))
  expect(rendered).toEqual([2])
  expect(hub.viewers).toBe(0)
})

test('a change is rendered once, however many watch it', () => {
  const { hub, join, rendered } = pitWall()
  const phones = [join(at(1)), join(at(1)), join(at(1))]
  hub.changed(at(2))
  expect(rendered).toEqual([1, 2])
  for (const { written } of phones) expect(written).toEqual(['value=1 tens=0', 'value=2'])
})

test('phones that want it at different times get what was worked out once', () => {
  const { clock, hub, join, rendered } = pitWall()
  const session = at(1)
  const phones = [100, 200, 500, 1_000].map((intervalMs) => join(session, intervalMs))
  const next = at(2)
  hub.changed(next)
  clock.advance(1_000)
  expect(rendered).toEqual([1, 2])
  for (const { written } of phones) expect(written).toEqual(['value=1 tens=0', 'value=2'])
})

test('a phone that is gone before the first write is not in the room, and its socket is ended', () => {
  const { hub, format } = pitWall()
  let ended = 0
  const gone = {
    write() {
      throw new TypeError('the stream is closed')
    },
    flush: () => 0,
    end: () => ended++,
  }
  let room: Room
  const place = {
    join(outbox: Outbox) {
      room = hub.join(at(1), { format, intervalMs: 500 }, outbox)
      return room
    },
    leave: (outbox: Outbox) => hub.leave(at(1), room, outbox),
  }
  const leave = visit(place, gone)
  expect([hub.viewers, ended]).toEqual([0, 1])
  leave()
  expect(ended).toBe(1)
})

test('a session that is gone by the time of the first write has its socket ended', () => {
  let ended = 0
  const sink = { write: () => 0, flush: () => 0, end: () => ended++ }
  visit({ join: () => null, leave: () => {} }, sink)
  expect(ended).toBe(1)
})

test('who came by a link that is no more is told so, and nothing else', () => {
  const { hub, join } = pitWall()
  const old = join(at(1))
  const changed: Session = { ...at(2), id: crypto.randomUUID() as Session['id'] }
  hub.changed(changed)
  expect(old.written).toEqual(['value=1 tens=0', 'revoked'])
  const next = join(changed)
  hub.changed({ ...changed, createdAtMs: 3 })
  expect(next.written).toEqual(['value=2 tens=0', 'value=3'])
  expect([old.written.length, hub.viewers]).toEqual([2, 1])
})

test('a phone that joins between two updates gets the newest state once', () => {
  const { clock, hub, join } = pitWall()
  const first = join(at(1))
  hub.changed(at(2))
  hub.changed(at(15))
  const second = join(at(15))
  expect(second.written).toEqual(['value=15 tens=1'])
  clock.advance(500)
  expect(first.written).toEqual(['value=1 tens=0', 'value=2', 'value=15 tens=1'])
  expect(second.written).toEqual(['value=15 tens=1', 'pulse'])
})

test('a phone that was behind gets what changed meanwhile, in one update', async () => {
  const { clock, hub, join, fill } = pitWall()
  const phone = join(at(1))
  const drain = fill()
  hub.changed(at(2))
  for (const value of [3, 4, 25]) {
    clock.advance(500)
    hub.changed(at(value))
  }
  clock.advance(500)
  expect(phone.written).toEqual(['value=1 tens=0', 'value=2'])
  await drain()
  expect(phone.written.slice(2)).toEqual(['value=25 tens=2'])
})

test('a phone behind for thirty seconds is ended by the heartbeat', () => {
  const { clock, hub, join, fill } = pitWall()
  join(at(1))
  fill()
  hub.changed(at(2))
  clock.advance(29_999)
  hub.heartbeat()
  expect(hub.viewers).toBe(1)
  clock.advance(1)
  hub.heartbeat()
  expect(hub.viewers).toBe(0)
})

test('a room that became empty and filled again has no update left over', () => {
  const { clock, hub, join } = pitWall()
  const phone = join(at(1))
  hub.changed(at(2))
  hub.changed(at(3))
  phone.leave()
  const next = join(at(3))
  clock.advance(5_000)
  expect(next.written).toEqual(['value=3 tens=0'])
})
