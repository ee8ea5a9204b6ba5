import { describe, expect, test } from 'bun:test'
import type { CarId } from '../../../src/race/session.ts'
import { Doorkeeper } from '../../../src/sessions/doorkeeper.ts'
import { SessionManager } from '../../../src/sessions/session-manager.ts'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import type { SessionStore } from '../../../src/store/session-store.ts'
import { TestClock } from '../../fixtures/clock.ts'

/** A session over a store that counts what is asked of it, and can be told that the disk is full. */
function stored() {
  const memory = memorySessionStore()
  const disk = { saves: 0, isFull: false, heard: [] as boolean[], unsaved: [] as string[] }
  let poisoned: CarId | null = null
  const store: SessionStore = {
    ...memory,
    save(sessions) {
      disk.saves++
      if (sessions.some(({ session }) => session.car === poisoned))
        throw new Error('a lap without a number')
      return disk.isFull ? { ok: false, problem: 'store-unavailable' } : memory.save(sessions)
    },
  }
  const clock = new TestClock()
  const onStore = (isWell: boolean) => disk.heard.push(isWell)
  const onUnsaved = (id: string) => disk.unsaved.push(id)
  const sessions = new SessionManager({ store, clock, onStore, onUnsaved })
  const door = new Doorkeeper({ sessions, clock, legacyMonitors: true })
  const created = door.create('keyed', '198.51.100.7')
  if (!created.ok) throw new Error(created.problem)
  const { car } = created.value
  const sendSetup = (wing: number) => {
    const atMs = clock.nowMs()
    const setup = { receivedAtMs: atMs, sentAt: null, tree: { wing } }
    const monitor = { socket: 1, pc: '198.51.100.7', bootId: 'b-1', keyed: true }
    sessions.publish(car, monitor, { type: 'setup', atMs, setup })
  }
  /** From now on a bug meets this session, and only this one, when it is saved. */
  const poison = (victim: CarId | null) => {
    poisoned = victim
  }
  const setupOnDisk = () => memory.all()[0]?.session.setup?.tree ?? null
  return { clock, disk, sessions, door, memory, car, poison, sendSetup, setupOnDisk }
}

test('a setup is on disk as soon as it is taken: a monitor sends it once', () => {
  const { sendSetup, setupOnDisk } = stored()
  sendSetup(7)
  expect(setupOnDisk()).toEqual({ wing: 7 })
})

test('a flood of setups waits its turn, and the last one is saved with the next second', () => {
  const { clock, disk, sendSetup, setupOnDisk } = stored()
  for (let wing = 0; wing < 500; wing++) sendSetup(wing)
  expect(disk.saves).toBeLessThan(50)
  clock.advance(1_000)
  expect(setupOnDisk()).toEqual({ wing: 499 })
})

test('a setup that found the disk full is saved when there is room again', () => {
  const { clock, disk, sendSetup, setupOnDisk } = stored()
  disk.isFull = true
  sendSetup(7)
  clock.advance(3_000)
  expect(setupOnDisk()).toBeNull()
  disk.isFull = false
  clock.advance(1_000)
  expect(setupOnDisk()).toEqual({ wing: 7 })
  expect(disk.heard).toEqual([false, true])
})

test('the disk is left alone while nothing changes', () => {
  const { clock, disk } = stored()
  clock.advance(60_000)
  expect(disk.saves).toBe(0)
})

test('a car that a bug keeps from being saved takes no other car with it, and health says so', () => {
  const { clock, disk, sessions, door, memory, car: victim, ...more } = stored()
  const { poison, sendSetup, setupOnDisk } = more
  const other = door.create('bound', '198.51.100.8')
  if (!other.ok) throw new Error(other.problem)
  const drive = (car: CarId, lap: number) => {
    const monitor = { socket: lap, pc: '198.51.100.8', bootId: null, keyed: true }
    const setup = { receivedAtMs: clock.nowMs(), sentAt: null, tree: { lap } }
    sessions.publish(car, monitor, { type: 'setup', atMs: clock.nowMs(), setup })
  }
  poison(victim)
  sendSetup(7)
  drive(other.value.car, 1)
  clock.advance(60_000)
  const saved = memory.all().find(({ session }) => session.car === other.value.car)
  expect(saved?.session.setup?.tree).toEqual({ lap: 1 })
  expect(disk.unsaved).toEqual([victim])
  expect(sessions.storeIsWell).toBe(false)
  expect(() => sessions.close()).toThrow('without a number')
  poison(null)
  clock.advance(1_000)
  sessions.flush()
  expect(setupOnDisk()).toEqual({ wing: 7 })
  expect(sessions.storeIsWell).toBe(true)
})

test('what comes in while the server ends is saved, and who leaves then is no news', () => {
  const { sessions, memory, car, sendSetup } = stored()
  sendSetup(1)
  sessions.prepareToEnd()
  for (let wing = 2; wing < 50; wing++) sendSetup(wing)
  sessions.left(car, { socket: 1, pc: '198.51.100.7', bootId: 'b-1', keyed: true })
  sessions.close()
  const [saved] = memory.all()
  expect(saved?.session.setup?.tree).toEqual({ wing: 49 })
  expect(saved?.session.monitor.status).toBe('online')
})

describe('a disk that takes nothing', () => {
  const lines = ({ sessions, car }: ReturnType<typeof stored>) =>
    [...(sessions.ofCar(car)?.events ?? [])].reverse().map(({ kind }) => kind)

  test('is told to the viewers of a car that runs, once, and that it is well again', () => {
    const race = stored()
    const { clock, disk, sessions, car, sendSetup } = race
    sendSetup(1)
    disk.isFull = true
    for (const wing of [2, 3, 4]) {
      sendSetup(wing)
      clock.advance(1_000)
    }
    expect(sessions.ofCar(car)?.unsavedSinceMs).not.toBeNull()
    disk.isFull = false
    clock.advance(2_000)
    expect(sessions.ofCar(car)?.unsavedSinceMs).toBeNull()
    const told = lines(race).filter((kind) => kind.startsWith('saving-'))
    expect(told).toEqual(['saving-failed', 'saving-resumed'])
  })

  test('is told of a car that begins to run meanwhile, and not of one that does not run', () => {
    const { clock, disk, sessions, door, car, sendSetup } = stored()
    const idle = door.create('bound', '198.51.100.8')
    const waiting = door.create('bound', '198.51.100.9')
    if (!idle.ok || !waiting.ok) throw new Error('no session')
    const arrives = (socket: number) => {
      const monitor = { socket, pc: '198.51.100.9', bootId: null, keyed: true }
      const setup = { receivedAtMs: clock.nowMs(), sentAt: null, tree: {} }
      sessions.publish(waiting.value.car, monitor, { type: 'setup', atMs: clock.nowMs(), setup })
    }
    sendSetup(1)
    disk.isFull = true
    sendSetup(2)
    clock.advance(1_000)
    arrives(9)
    const since = (of: typeof car) => sessions.ofCar(of)?.unsavedSinceMs ?? null
    expect(since(car)).not.toBeNull()
    expect(since(waiting.value.car)).not.toBeNull()
    expect(since(idle.value.car)).toBeNull()
  })
})
