import { expect, test } from 'bun:test'
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
