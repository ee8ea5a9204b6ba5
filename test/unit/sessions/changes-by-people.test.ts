import { expect, test } from 'bun:test'
import type { Session, SessionId } from '../../../src/race/session.ts'
import { Doorkeeper } from '../../../src/sessions/doorkeeper.ts'
import { SessionManager } from '../../../src/sessions/session-manager.ts'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import type { SessionStore } from '../../../src/store/session-store.ts'
import { TestClock } from '../../fixtures/clock.ts'

const anotherId = '0f0e0d0c-0b0a-4908-8706-050403020100' as SessionId
const audit = { atMs: 0, act: 'link-changed', by: '192.0.2.1', about: null }

function oneCar() {
  const clock = new TestClock()
  const memory = memorySessionStore()
  const disk = { isFull: false }
  const store: SessionStore = {
    ...memory,
    change: (stored, entry) =>
      disk.isFull ? { ok: false, problem: 'store-unavailable' } : memory.change(stored, entry),
  }
  const started = () => new SessionManager({ store, clock })
  const sessions = started()
  const door = new Doorkeeper({ sessions, clock, legacyMonitors: true })
  const created = door.create('keyed', '192.0.2.1')
  if (!created.ok) throw new Error(created.problem)
  const { car, id } = created.value
  const changeLink = () => {
    const access = sessions.accessOf(car)
    if (access === null) throw new Error('no such car')
    const event = { type: 'link-changed', atMs: clock.nowMs(), id: anotherId } as const
    return sessions.change(car, event, access, audit)
  }
  return { clock, disk, memory, sessions, started, car, id, changeLink }
}

test('a link that has been changed opens the car, the one before it nothing, for ever', () => {
  const { sessions, started, car, id, changeLink } = oneCar()
  const told: Session[] = []
  sessions.onChange(car, (session) => told.push(session))
  expect(changeLink()).toMatchObject({ ok: true, value: { car, id: anotherId } })
  expect(told.map((session) => session.id)).toEqual([anotherId])
  for (const server of [sessions, started()]) {
    expect(server.get(anotherId)?.car).toBe(car)
    expect(server.get(id)).toBeNull()
    expect(server.isRetired(id)).toBe(true)
    expect(server.isRetired(anotherId)).toBe(false)
    expect(server.ofCar(car)?.id).toBe(anotherId)
  }
})

test('if the disk refuses, nothing has changed, and nobody is told that it has', () => {
  const { disk, memory, sessions, car, id, changeLink } = oneCar()
  const told: Session[] = []
  sessions.onChange(car, (session) => told.push(session))
  disk.isFull = true
  expect(changeLink()).toEqual({ ok: false, problem: 'store-unavailable' })
  expect(sessions.get(id)?.car).toBe(car)
  expect(sessions.isRetired(id)).toBe(false)
  expect(memory.all()[0]?.session.id).toBe(id)
  expect(told).toEqual([])
})

test('what a person has changed is on disk at once, with who did it', () => {
  const { memory, car, changeLink } = oneCar()
  changeLink()
  expect(memory.all()[0]?.session.id).toBe(anotherId)
  expect(memory.audit(car)).toEqual([audit])
})
