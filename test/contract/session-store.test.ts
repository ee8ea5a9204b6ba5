import { afterEach, describe, expect, test } from 'bun:test'
import type { StoredSession } from '../../src/store/session-store.ts'
import { existingMonitorFrame } from '../fixtures/frames.ts'
import { garageSetup } from '../fixtures/garage-setup.ts'
import { Drive, lapsDriven } from '../fixtures/race.ts'
import {
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

const byId = (all: readonly StoredSession[]) =>
  [...all].sort((a, b) => (a.session.id < b.session.id ? -1 : 1))

for (const [name, openStore] of Object.entries(openStores)) {
  const open = () => {
    const store = openStore()
    opened.push(store)
    return store
  }

  describe(name, () => {
    test('a new store has no sessions', () => {
      const { store } = open()
      expect(store.all()).toEqual([])
    })

    test('a session is there when its creation is answered, with the keys that open it', () => {
      const { store, reopened } = open()
      const session = begun(store)
      expect(store.all()).toEqual([{ session, access: keyed, notes: null }])
      expect(reopened().all()).toEqual([{ session, access: keyed, notes: null }])
    })

    test('a session bound to an address is bound to it for ever', () => {
      const { store, reopened } = open()
      const access = { publishKeys: [], engineerKeyHash: null, boundAddress: '2001:db8::7' }
      begun(store, aSession('bound'), access)
      expect(
        reopened()
          .all()
          .map((stored) => stored.access),
      ).toEqual([access])
    })

    test('a session created in the middle of a race is there with its laps and setup', () => {
      const { store, reopened } = open()
      const session = { ...raced(aSession(), lapsDriven(3)), setup: setupOf(garageSetup()) }
      begun(store, session)
      expect(sessionsOf(reopened())).toEqual([session])
    })

    test('an id is given once: creating it again is a bug, and harms nothing', () => {
      const { store, reopened } = open()
      const session = begun(store)
      store.save([saved(raced(session, lapsDriven(2)))])
      expect(() => store.create({ session, access: keyed, notes: null })).toThrow()
      expect(sessionsOf(reopened())).toEqual([raced(session, lapsDriven(2))])
    })

    test('a race is read back as it was saved: laps, stint, timeline, last frame', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const after = { ...raced(session, lapsDriven(12)), frame: existingMonitorFrame() }
      expect(after.laps).toHaveLength(12)
      expect(store.save([saved(after)])).toEqual(done)
      expect(sessionsOf(reopened())).toEqual([after])
    })

    test('every lap of a race saved lap by lap is there, in its order', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const drive = lapsDriven(0)
      for (let lap = 1; lap <= 15; lap++) {
        drive.frame({ lapsCompleted: lap, lastLapTimeMs: 90_000 + lap }, 90_000)
        expect(store.save([saved(raced(session, drive))])).toEqual(done)
      }
      const [read] = sessionsOf(reopened())
      expect(read).toEqual(raced(session, drive))
      expect(read?.laps.map(({ number }) => number)).toEqual(
        Array.from({ length: 15 }, (_, i) => i + 1),
      )
    })

    test('laps and setups that are saved again stay what they are, also after a restart', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const after = { ...raced(session, lapsDriven(4)), setup: setupOf({ wing: 7 }) }
      store.save([saved(after)])
      store.save([saved(after)])
      const again = reopened()
      const [read] = sessionsOf(again)
      again.save([saved({ ...read!, takenAtMs: 77 })])
      expect(sessionsOf(reopened())).toEqual([{ ...after, takenAtMs: 77 }])
    })

    test('a lap time that comes late corrects the last lap', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const after = raced(session, lapsDriven(4))
      store.save([saved(after)])
      const corrected = { ...after.laps[3]!, timeMs: 98_765 }
      store.save([saved({ ...after, laps: [...after.laps.slice(0, 3), corrected] })])
      expect(sessionsOf(reopened())[0]?.laps[3]).toEqual(corrected)
    })

    test('a lap judged anew in the middle of the race is kept so', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const after = raced(session, lapsDriven(6))
      store.save([saved(after)])
      const laps = after.laps.map((lap) =>
        lap.number === 2 ? { ...lap, flags: ['invalid' as const] } : lap,
      )
      store.save([saved({ ...after, laps })])
      expect(sessionsOf(reopened())[0]?.laps).toEqual(laps)
    })

    test('laps that the session has let go of do not come back', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const after = raced(session, lapsDriven(6))
      store.save([saved(after)])
      const laps = after.laps.slice(2)
      store.save([saved({ ...after, laps })])
      expect(sessionsOf(reopened())[0]?.laps).toEqual(laps)
    })

    test('a race begins without the laps of the practice before it', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const drive = lapsDriven(3, { sessionType: 'Practice' })
      store.save([saved(raced(session, drive))])
      drive.insists({ sessionType: 'Race', lapsCompleted: 0 })
      store.save([saved(raced(session, drive))])
      expect(sessionsOf(store)[0]?.laps).toEqual([])
      drive.lap({ lapsCompleted: 1, lastLapTimeMs: 93_000 })
      store.save([saved(raced(session, drive))])
      const [read] = sessionsOf(reopened())
      expect(read).toEqual(raced(session, drive))
      expect(read?.laps).toHaveLength(1)
    })

    test('the last setup is kept, also through saves that do not change it', () => {
      const { store, reopened } = open()
      const session = begun(store)
      store.save([saved({ ...session, setup: setupOf({ wing: 6 }) })])
      const newer = { ...session, setup: setupOf(garageSetup()) }
      store.save([saved(newer)])
      store.save([saved({ ...newer, takenAtMs: 9 })])
      expect(sessionsOf(reopened())).toEqual([{ ...newer, takenAtMs: 9 }])
    })

    test('two cars of a team with the same setup and the same laps both keep them', () => {
      const { store, reopened } = open()
      const [one, two] = [begun(store), begun(store)]
      const setup = setupOf({ wing: 7 })
      const drive = lapsDriven(3)
      const cars = [one, two].map((car) => ({ ...raced(car, drive), setup }))
      for (const car of cars) store.save([saved(car)])
      expect(byId(reopened().all()).map(({ session }) => session)).toEqual(
        [...cars].sort((a, b) => (a.id < b.id ? -1 : 1)),
      )
    })

    test('a grid of sessions is saved at once, and each is its own', () => {
      const { store, reopened } = open()
      const grid = Array.from({ length: 60 }, (_, car) => {
        const session = begun(store)
        const drive = lapsDriven(car % 7, { driverName: `Driver ${car}`, fuelLiters: 40 + car })
        return { ...raced(session, drive), setup: car % 3 === 0 ? setupOf({ car }) : null }
      })
      expect(store.save(grid.map((session) => saved(session)))).toEqual(done)
      expect(byId(reopened().all())).toEqual(
        byId(grid.map((session) => ({ session, access: keyed, notes: null }))),
      )
    })

    test('a save leaves the other sessions alone', () => {
      const { store, reopened } = open()
      const [one, two] = [begun(store), begun(store)]
      store.save([saved(raced(one, lapsDriven(2))), saved(raced(two, lapsDriven(3)))])
      store.save([saved(raced(one, lapsDriven(5)))])
      const laps = new Map(sessionsOf(reopened()).map((session) => [session.id, session.laps]))
      expect([laps.get(one.id)?.length, laps.get(two.id)?.length]).toEqual([5, 3])
    })

    test('a session that was never created is not begun by saving it', () => {
      const { store, reopened } = open()
      const [session, stranger] = [begun(store), aSession()]
      const after = raced(session, lapsDriven(1))
      const strange = { ...raced(stranger, lapsDriven(2)), setup: setupOf({ wing: 1 }) }
      expect(store.save([saved(strange), saved(after)])).toEqual(done)
      expect(sessionsOf(store)).toEqual([after])
      // Nor does it leave anything behind that would haunt it later.
      begun(store, { ...strange, laps: [], setup: null })
      expect(sessionsOf(reopened()).find(({ id }) => id === stranger.id)?.laps).toEqual([])
    })

    test('a store opened again takes a save before anybody has read from it', () => {
      const { store, reopened } = open()
      const session = begun(store)
      store.save([saved(raced(session, lapsDriven(2)))])
      const after = { ...raced(session, lapsDriven(4)), setup: setupOf({ wing: 2 }) }
      expect(reopened().save([saved(after)])).toEqual(done)
      expect(sessionsOf(reopened())).toEqual([after])
    })

    test('nothing to save is saved at once', () => {
      const { store } = open()
      expect(store.save([])).toEqual(done)
    })

    test('an id stays known for ever, whatever happens to its session', () => {
      const { store, reopened } = open()
      const ids = Array.from({ length: 30 }, () => begun(store).id).sort()
      expect(
        sessionsOf(store)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(ids)
      expect(
        sessionsOf(reopened())
          .map(({ id }) => id)
          .sort(),
      ).toEqual(ids)
    })

    test('moments keep their fractions of a millisecond', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const atMs = 1_781_359_531_250.7314
      const drive = new Drive({ lapsCompleted: 0, fuelLiters: 0.1 + 0.2 })
      drive.atMs = atMs
      drive.frame().frame({ lapsCompleted: 1 }, 100_000.3)
      store.save([saved(raced(session, drive))])
      const [read] = sessionsOf(reopened())
      expect(read).toEqual(raced(session, drive))
      expect(read?.chapter?.startedAtMs).toBe(atMs + 500)
    })

    describe.each([
      ['emoji and scripts', '🏎️💨 Søren Ōtani سائق مرحبا'],
      ['control characters and NUL', 'Ana\u0000Lima\u0007\u001b[31m\r\n\u2028'],
      ['half of a surrogate pair', 'Ana \ud83c Lima \udfce'],
      ['quotes and SQL', `'); DROP TABLE sessions; -- " \\ \``],
      ['no text at all', ''],
    ])('foreign text: %s', (_what, text) => {
      test('comes back as it was, from frame, setup, lap and timeline', () => {
        const { store, reopened } = open()
        const session = begun(store)
        const drive = lapsDriven(2, { driverName: text }).frame({ driverName: 'Ben' })
        const after = {
          ...raced(session, drive),
          frame: { player_name: text, [text]: [text, { [text]: text }] },
          setup: setupOf({ [text]: text, list: [text] }),
        }
        store.save([saved(after)])
        expect(sessionsOf(reopened())).toEqual([after])
      })
    })

    test('keys that mean something to JavaScript are kept, and harm nothing', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const text =
        '{"__proto__":{"polluted":true},"constructor":{"prototype":1},"toJSON":"x","0":[null],"hasOwnProperty":1}'
      const after = {
        ...session,
        frame: JSON.parse(text),
        setup: setupOf(JSON.parse(text)),
        unitVerdicts: JSON.parse('{"__proto__":{"latched":null,"candidate":null,"agreeing":3}}'),
      }
      store.save([saved(after)])
      const [read] = sessionsOf(reopened())
      expect(JSON.stringify(read)).toBe(JSON.stringify(after))
      expect(JSON.stringify(read?.frame)).toBe(JSON.stringify(JSON.parse(text)))
      expect('polluted' in {}).toBe(false)
      expect('polluted' in (read ?? {})).toBe(false)
    })

    test('the largest setup a monitor may send is kept', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const after = { ...session, setup: setupOf({ notes: 'å'.repeat(250_000) }) }
      expect(store.save([saved(after)])).toEqual(done)
      expect(sessionsOf(reopened())).toEqual([after])
    })
  })
}
