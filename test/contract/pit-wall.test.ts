import { afterEach, describe, expect, test } from 'bun:test'
import { advance } from '../../src/race/advance.ts'
import type { Session } from '../../src/race/session.ts'
import type { SessionEvent } from '../../src/race/session-event.ts'
import { sessionFrom, stateOf } from '../../src/store/car-state.ts'
import {
  aSession,
  begun,
  done,
  type OpenStore,
  openStores,
  saved,
  sessionsOf,
} from './open-store.ts'

const told: readonly SessionEvent[] = [
  { type: 'input-set', atMs: 1, name: 'marginLaps', value: 0.5 },
  { type: 'input-set', atMs: 2, name: 'roster', value: ['Ana Lima', 'Ben <b>'] },
  { type: 'input-undone', atMs: 3, number: 1 },
  { type: 'note-written', atMs: 4, text: 'front left graining' },
  { type: 'note-written', atMs: 5, text: '„zwei Runden noch“' },
  {
    ...{ type: 'call-set', atMs: 6 },
    tiles: {
      ...{ when: 'in-laps', inLaps: 2, energyPercent: 72, fuelLiters: null },
      ...{ tires: 4, nextDriver: 'Ben <b>', words: null },
    },
  },
  { type: 'call-acknowledged', atMs: 7, number: 1 },
]

const opened: OpenStore[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.end()
})

for (const [name, openStore] of Object.entries(openStores)) {
  const open = () => {
    const store = openStore()
    opened.push(store)
    return store
  }
  describe(`what the pit wall was told, in ${name}`, () => {
    test('is read back whole, and with how it came about', () => {
      const { store, reopened } = open()
      const after = told.reduce(advance, begun(store))
      expect(store.save([saved(after)])).toEqual(done)
      expect(sessionsOf(reopened())).toEqual([after])
    })

    test('grows by a line at a time', () => {
      const { store, reopened } = open()
      let session: Session = begun(store)
      for (const event of told) {
        session = advance(session, event)
        store.save([saved(session)])
      }
      expect(sessionsOf(reopened())).toEqual([session])
    })
  })
}

test('books of before there was a pit wall go by what it goes by', () => {
  const session = aSession()
  const { inputs: _, call: __, calls: ___, ...older } = JSON.parse(stateOf(session))
  const read = sessionFrom(session.car, session.id, JSON.stringify(older), {
    ledger: () => session,
    setup: () => null,
  })
  expect(read).toEqual(session)
})

test('an input that older books do not know is what the pit wall goes by', () => {
  const session = advance(aSession(), { type: 'input-set', atMs: 1, name: 'averageLaps', value: 9 })
  const written = JSON.parse(stateOf(session))
  delete written.inputs.tireMinRatio
  const read = sessionFrom(session.car, session.id, JSON.stringify(written), {
    ledger: () => session,
    setup: () => null,
  })
  expect(read.inputs).toEqual(session.inputs)
})
