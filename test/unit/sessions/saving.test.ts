import { expect, test } from 'bun:test'
import { SessionManager } from '../../../src/sessions/session-manager.ts'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import type { SessionStore } from '../../../src/store/session-store.ts'
import { TestClock } from '../../fixtures/clock.ts'

/** A session over a store that counts what is asked of it, and can be told that the disk is full. */
function stored() {
  const memory = memorySessionStore()
  const disk = { saves: 0, isFull: false, heard: [] as boolean[] }
  const store: SessionStore = {
    ...memory,
    save(sessions) {
      disk.saves++
      return disk.isFull ? { ok: false, problem: 'store-unavailable' } : memory.save(sessions)
    },
  }
  const clock = new TestClock()
  const onStore = (isWell: boolean) => disk.heard.push(isWell)
  const sessions = new SessionManager({ store, clock, legacyMonitors: true, onStore })
  const created = sessions.create('keyed', '198.51.100.7')
  if (!created.ok) throw new Error(created.problem)
  const { id } = created.value
  const sendSetup = (wing: number) => {
    const atMs = clock.nowMs()
    const setup = { receivedAtMs: atMs, sentAt: null, tree: { wing } }
    const monitor = { socket: 1, pc: '198.51.100.7', bootId: 'b-1', keyed: true }
    sessions.publish(id, monitor, { type: 'setup', atMs, setup })
  }
  const setupOnDisk = () => memory.all()[0]?.session.setup?.tree ?? null
  return { clock, disk, sendSetup, setupOnDisk }
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
