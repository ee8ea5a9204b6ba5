import { afterEach, describe, expect, test } from 'bun:test'
import { advance } from '../../src/race/advance.ts'
import type { PastChapter } from '../../src/race/past-chapter.ts'
import { withEventReplaced } from '../../src/race/race-event.ts'
import type { Session } from '../../src/race/session.ts'
import { type Drive, lapsDriven } from '../fixtures/race.ts'
import {
  aSession,
  begun,
  done,
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

/** Two laps of practice, with a stop between them. */
function practised(): Drive {
  const drive = lapsDriven(1, { sessionType: 'Practice', trackName: 'Imola', inPits: false })
  drive.frame({ speedKph: 0, inPits: true, fuelLiters: 60 })
  for (let i = 0; i < 8; i++) drive.frame({ fuelLiters: 60 + 3 * i })
  drive.frame({ speedKph: 200, inPits: false })
  return drive.lap({ lapsCompleted: 2, lastLapTimeMs: 140_000 })
}

const racesOn = (drive: Drive, lapsCompleted = 0) =>
  drive.insists({ sessionType: 'Race', lapsCompleted })

/** Sets aside what the fold decides: the car is back in an earlier chapter. */
function resumed(session: Session, number: number): Session {
  const back = session.past.find(({ chapter }) => chapter.number === number)
  const { chapter, laps, lapInProgress, stints, stint, stops, lastSample, past } = session
  if (back === undefined || chapter === null) throw new Error(`chapter ${number} is not past`)
  const { endedAtMs: _endedAtMs, ...books } = back
  const left: PastChapter = {
    ...{ chapter, laps, lapInProgress, stints, stint, stops, lastSample },
    endedAtMs: 999_999_999,
  }
  return { ...session, ...books, past: [...past.filter((one) => one !== back), left] }
}

for (const [name, openStore] of Object.entries(openStores)) {
  const open = () => {
    const store = openStore()
    opened.push(store)
    return store
  }

  describe(name, () => {
    test('stints, stops and the timeline are read back as they were saved', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const after = raced(session, practised())
      expect([after.stints.length, after.stops.length]).toEqual([1, 1])
      store.save([saved(after)])
      expect(sessionsOf(reopened())).toEqual([after])
    })

    test('a race saved frame by frame is the race saved at its end', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const drive = practised()
      racesOn(drive)
      for (let lap = 1; lap <= 4; lap++) {
        drive.frame({}, 50_000)
        store.save([saved(raced(session, drive))])
        drive.frame({ lapsCompleted: lap, driverName: lap % 2 === 0 ? 'Ana' : 'Ben' }, 50_000)
        store.save([saved(raced(session, drive))])
      }
      expect(sessionsOf(reopened())).toEqual([raced(session, drive)])
    })

    test('what happened in the second of a change of chapter is in the books of the one before', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const drive = practised()
      store.save([saved(raced(session, drive))])
      drive.lap({ lapsCompleted: 3, lastLapTimeMs: 99_000 })
      racesOn(drive)
      const after = raced(session, drive)
      store.save([saved(after)])
      const [read] = sessionsOf(reopened())
      expect(read).toEqual(after)
      expect(read?.past[0]?.laps.map(({ number }) => number)).toEqual([1, 2, 3])
    })

    test('chapters that came and went while nothing could be saved are all there afterwards', () => {
      const { store, reopened } = open()
      const session = begun(store)
      store.save([saved(raced(session, lapsDriven(1, { sessionType: 'Practice' })))])
      const drive = practised()
      for (const sessionType of ['Qualifying', 'Warmup', 'Race']) {
        drive.insists({ sessionType, lapsCompleted: 0 })
        drive.lap({ lapsCompleted: 1, lastLapTimeMs: 97_000 })
      }
      const after = raced(session, drive)
      expect(after.past.map(({ laps }) => laps.length)).toEqual([2, 1, 1])
      store.save([saved(after)])
      expect(sessionsOf(reopened())).toEqual([after])
    })

    test('a chapter that goes on has its books back, and is past no more', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const drive = practised()
      racesOn(drive)
      drive.lap({ lapsCompleted: 1, lastLapTimeMs: 97_000 })
      store.save([saved(raced(session, drive))])
      drive.session = resumed(drive.session, 1)
      drive.frame({ sessionType: 'Practice', lapsCompleted: 2 })
      drive.lap({ lapsCompleted: 3, lastLapTimeMs: 99_500 })
      const after = raced(session, drive)
      expect(after.laps.map(({ number }) => number)).toEqual([1, 2, 3])
      store.save([saved(after)])
      const again = reopened()
      expect(sessionsOf(again)).toEqual([after])
      const [read] = sessionsOf(again)
      const back = resumed(read!, 2)
      again.save([saved(back)])
      expect(sessionsOf(reopened())).toEqual([back])
    })

    test('a chapter that was taken back leaves nothing to the next one of its number', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const practice = practised()
      const before = raced(session, practice)
      store.save([saved(before)])
      racesOn(practice).lap({ lapsCompleted: 1, lastLapTimeMs: 97_000 })
      store.save([saved(raced(session, practice))])
      store.save([saved(before)])
      const other = practised()
      racesOn(other)
      store.save([saved(raced(session, other))])
      expect(sessionsOf(reopened())).toEqual([raced(session, other)])
    })

    test('more chapters than the memory keeps are no trouble', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const drive = lapsDriven(1, { sessionType: 'Practice' })
      for (let n = 0; n < 70; n++) {
        drive.insists({ sessionType: n % 2 === 0 ? 'Race' : 'Practice', lapsCompleted: 0 })
        drive.lap({ lapsCompleted: 1 })
        if (n % 3 === 0) store.save([saved(raced(session, drive))])
      }
      const after = raced(session, drive)
      store.save([saved(after)])
      expect(after.past).toHaveLength(60)
      expect(sessionsOf(reopened())).toEqual([after])
    })

    test('a line of the timeline told anew takes the place of what was told before', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const drive = practised()
      store.save([saved(raced(session, drive))])
      racesOn(drive)
      const { events } = drive.session
      const anew = withEventReplaced(events, 2, (event) => ({ ...event, facts: { litres: 58.4 } }))
      const after = { ...raced(session, drive), events: anew }
      store.save([saved(after)])
      const [read] = sessionsOf(reopened())
      expect(read?.events).toEqual(anew)
      expect(read?.events.filter(({ number }) => number === 2)).toHaveLength(1)
    })

    test('each event is there once, however often it is saved', () => {
      const { store, reopened } = open()
      let session = begun(store)
      for (let atMs = 2_000; atMs < 20_000; atMs += 1_000) {
        const type = atMs % 2_000 === 0 ? 'monitor-joined' : 'monitor-left'
        session = advance(session, { type, atMs })
        store.save([saved(session)])
        store.save([saved(session)])
      }
      const [read] = sessionsOf(reopened())
      expect(read?.events).toEqual(session.events)
    })

    test('each stint keeps its last setup, and the session the last two of them', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const first = setupOf({ wing: 5 }, 1, 1_000)
      const again = setupOf({ wing: 6 }, 1, 2_000)
      const third = setupOf({ wing: 7 }, 3, 3_000)
      store.save([saved({ ...session, setup: first })])
      store.save([saved({ ...session, setup: again })])
      const after = { ...session, setup: third, setupBefore: again }
      expect(store.save([saved(after)])).toEqual(done)
      expect(store.setups(session.car)).toEqual([again, third])
      const read = reopened()
      expect(sessionsOf(read)).toEqual([after])
      expect(read.setups(session.car)).toEqual([again, third])
    })

    test('a setup that turns out to be of the next chapter was never of the one before', () => {
      const { store, reopened } = open()
      const session = begun(store)
      const early = setupOf({ wing: 5 }, 2, 1_000)
      store.save([saved({ ...session, setup: early })])
      const after = { ...session, setup: { ...early, chapter: 2, stint: 1 } }
      store.save([saved(after)])
      expect(reopened().setups(session.car)).toEqual([after.setup])
    })

    test('cars do not see the setups of others', () => {
      const { store } = open()
      const [one, two] = [begun(store), begun(store, aSession())]
      store.save([saved({ ...one, setup: setupOf({ wing: 5 }) })])
      expect(store.setups(two.car)).toEqual([])
    })
  })
}
