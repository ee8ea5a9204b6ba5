import { expect, test } from 'bun:test'
import { newSession, type Session } from '../../../src/race/session.ts'
import type { Monitor } from '../../../src/sessions/arbitration/monitor.ts'
import { type Feeding, feedingAfter, newFeeding } from '../../../src/sessions/feeding.ts'
import { feedingFrom, feedingNotes } from '../../../src/sessions/feeding-notes.ts'
import { aCar, anId } from '../../fixtures/race.ts'
import { type Car, driving, watching } from './arbitration/cars.ts'

const session = newSession({ car: aCar, id: anId, mode: 'keyed' }, 0)
const pc = (socket: number): Monitor => ({ socket, pc: `pc-${socket}`, bootId: null, keyed: true })

function driven(cars: readonly Car[]): Feeding {
  let feeding = newFeeding(0)
  for (let tick = 1; tick <= 20; tick++) {
    for (const [index, car] of cars.entries()) {
      const telemetry = { ...car(tick), driverName: `driver ${index + 1}` }
      const frame = { type: 'frame', atMs: tick * 500, telemetry, lateMs: 0 } as const
      feeding = feedingAfter(feeding, { ...frame, monitor: pc(index + 1) }, null).feeding
    }
  }
  return feeding
}

test('who fed the wall is known after a restart; who waited is not: their sockets are gone', () => {
  const before = driven([driving(), watching()])
  const after = feedingFrom(feedingNotes(before), session, 20_000)
  expect(after.shown).toEqual(before.shown)
  expect(after.state).toEqual({ ...before.state, witnesses: before.state.witnesses.slice(0, 1) })
})

test('notes stay small, however many monitors there are', () => {
  const notes = feedingNotes(driven([driving(), ...Array(30).fill(watching())]))
  expect(notes.length).toBeLessThan(2_000)
})

test.each([
  ['missing', null],
  ['empty', ''],
  ['cut off', feedingNotes(driven([driving()])).slice(0, -40)],
  ['of nobody', 'null'],
  [
    'of another version',
    JSON.stringify({ ...JSON.parse(feedingNotes(newFeeding(0))), version: 0 }),
  ],
  ['of another shape', '{"version":1,"state":{"phase":"live","active":null},"shown":null}'],
  ['of a live nobody', withState({ phase: 'live', active: null })],
  ['without moments', withState({ nowMs: null })],
  ['with strange monitors', withState({ witnesses: [{ monitor: 7 }] })],
])('notes that are %s begin the machine anew', (_, notes) => {
  const { state, shown } = feedingFrom(notes, session, 20_000)
  expect(state).toEqual(newFeeding(20_000).state)
  expect(shown).toBeNull()
})

test('without notes the wall still knows whose numbers it shows', () => {
  const feed = { driverName: 'Ana', phase: 'live', sinceMs: 0, conflict: null } as const
  const raced: Session = { ...session, feed, takenAtMs: 10_000 }
  expect(feedingFrom(null, raced, 20_000).shown).toEqual({
    socket: -1,
    driverName: 'Ana',
    presentAtMs: 10_000,
  })
})

test('what older notes do not know yet is as at the beginning', () => {
  const older = JSON.parse(feedingNotes(driven([driving()])))
  delete older.state.earlier
  delete older.state.witnesses[0].presentAtMs
  const { state } = feedingFrom(JSON.stringify(older), session, 20_000)
  expect(state.earlier).toBeNull()
  expect(state.witnesses[0]?.presentAtMs).toBeNull()
})

function withState(known: object): string {
  const notes = JSON.parse(feedingNotes(driven([driving()])))
  return JSON.stringify({ ...notes, state: { ...notes.state, ...known } })
}
