import { afterEach, describe, expect, test } from 'bun:test'
import { advance } from '../../src/race/advance.ts'
import type { CarId } from '../../src/race/session.ts'
import type { AuditEntry } from '../../src/store/session-store.ts'
import { lapsDriven } from '../fixtures/race.ts'
import {
  aKey,
  anId,
  aSession,
  begun,
  done,
  keyed,
  type OpenStore,
  openStores,
  raced,
  saved,
  sessionsOf,
  setupOf,
} from './open-store.ts'

const opened: OpenStore[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.end()
})

const issued: AuditEntry = { atMs: 5_000.5, act: 'key-issued', by: '192.0.2.7', about: 'Søren <b>' }
const rotated: AuditEntry = { atMs: 6_000, act: 'link-rotated', by: '2001:db8::7', about: null }

for (const [name, openStore] of Object.entries(openStores)) {
  const open = () => {
    const store = openStore()
    opened.push(store)
    return store
  }

  describe(name, () => {
    test('keys issued, shown and revoked are as they were left', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const shown = { ...aKey, seenInBrowserAtMs: 4_000.25 }
      const bens = { ...aKey, number: 2, hash: 'c'.repeat(64), label: 'Ben <i>', issuedAtMs: 5_000 }
      const two = { ...keyed, publishKeys: [shown, bens] }
      expect(store.change({ session, access: two, notes: null }, issued)).toEqual(done)
      expect(store.all().map(({ access }) => access)).toEqual([two])
      const revoked = { ...two, publishKeys: [{ ...shown, revokedAtMs: 7_000 }, bens] }
      expect(store.change({ session, access: revoked, notes: null }, issued)).toEqual(done)
      expect(
        reopened()
          .all()
          .map(({ access }) => access),
      ).toEqual([revoked])
    })

    test('an engineer key can be replaced, an address be set free', () => {
      const { store, reopened } = open()
      const bound = { ...keyed, boundAddress: '192.0.2.7' }
      const session = begun(store, aSession('bound'), bound)
      const free = { ...keyed, engineerKeyHash: 'f'.repeat(64) }
      store.change({ session: { ...session, mode: 'keyed' }, access: free, notes: null }, issued)
      const [read] = reopened().all()
      expect(read?.access).toEqual(free)
      expect(read?.session.mode).toBe('keyed')
    })

    test('a car keeps its laps, setups and keys when its link changes', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const before = { ...raced(session, lapsDriven(3)), setup: setupOf({ wing: 5 }) }
      store.save([saved(before)])
      const id = anId()
      const after = advance(before, { type: 'link-changed', atMs: 900_000, id })
      expect(store.change({ session: after, access: keyed, notes: null }, rotated)).toEqual(done)
      expect([...store.retiredIds()]).toEqual([[session.id, session.car]])
      const again = reopened()
      expect(again.all()).toEqual([{ session: after, access: keyed, notes: null }])
      expect([...again.retiredIds()]).toEqual([[session.id, session.car]])
      expect(again.setups(session.car)).toEqual([before.setup])
    })

    test('every link that ever was stays known', () => {
      const { store, reopened } = open()
      let session = begun(store)
      const ids: string[] = []
      for (let n = 0; n < 5; n++) {
        ids.push(session.id)
        session = { ...session, id: anId() }
        store.change({ session, access: keyed, notes: null }, rotated)
      }
      expect([...reopened().retiredIds().keys()].sort()).toEqual(ids.sort())
    })

    test('an id that was in a link is never given again, not even to its own car', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const moved = { ...session, id: anId() }
      store.change({ session: moved, access: keyed, notes: null }, rotated)
      const back = { session, access: keyed, notes: null }
      expect(() => store.change(back, rotated)).toThrow()
      const thief = { ...aSession(), id: session.id }
      expect(() => store.create({ session: thief, access: keyed, notes: null })).toThrow()
      const other = begun(store)
      const stolen = { session: { ...other, id: moved.id }, access: keyed, notes: null }
      expect(() => store.change(stolen, rotated)).toThrow()
      const again = reopened()
      expect(new Set(sessionsOf(again).map(({ id }) => id))).toEqual(new Set([moved.id, other.id]))
      expect([...again.retiredIds().keys()]).toEqual([session.id])
    })

    test('a car that was never created cannot be changed', () => {
      const { store, reopened } = open()
      const session = aSession()
      expect(() => store.change({ session, access: keyed, notes: null }, rotated)).toThrow()
      const again = reopened()
      expect(again.all()).toEqual([])
      expect(again.audit(session.car)).toEqual([])
    })

    test('name, end and what has been raced since the last save come with a change', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const drive = lapsDriven(3)
      const named = advance(raced(session, drive), { type: 'named', atMs: 1, name: '#46 <Ōtani>' })
      const over = advance(named, { type: 'ended', atMs: 400_000, by: 'engineer' })
      expect(store.change({ session: over, access: keyed, notes: '{"n":1}' }, rotated)).toEqual(
        done,
      )
      expect(reopened().all()).toEqual([{ session: over, access: keyed, notes: '{"n":1}' }])
    })

    test('who did what is told newest first, each car for itself', () => {
      const { store, reopened } = open()
      const [one, two] = [begun(store), begun(store)]
      const change = (session: typeof one, entry: AuditEntry) =>
        store.change({ session, access: keyed, notes: null }, entry)
      change(one, issued)
      change(two, issued)
      change(one, rotated)
      expect(store.audit(one.car)).toEqual([rotated, issued])
      const again = reopened()
      expect(again.audit(one.car)).toEqual([rotated, issued])
      expect(again.audit('no-such-car' as CarId)).toEqual([])
    })

    test('the notes of the writer come back with the session, through saves that change nothing else', () => {
      const { store, reopened } = open()
      const session = begun(store)
      store.save([saved(session, '{"phase":"live"}')])
      store.save([saved(session, '{"phase":"quiet"}')])
      expect(
        reopened()
          .all()
          .map(({ notes }) => notes),
      ).toEqual(['{"phase":"quiet"}'])
    })

    test('teams keep their cars in the order they were given', () => {
      const { store, reopened } = open()
      const cars = [begun(store), begun(store), begun(store)].map(({ car }) => car)
      const team = { id: crypto.randomUUID(), name: 'Équipe <1>', keyHash: 'e'.repeat(64), cars }
      expect(store.saveTeam(team)).toEqual(done)
      const changed = { ...team, name: 'Team 2', cars: [cars[2]!, cars[0]!] }
      expect(store.saveTeam(changed)).toEqual(done)
      expect(store.teams()).toEqual([changed])
      expect(reopened().teams()).toEqual([changed])
    })
  })
}
