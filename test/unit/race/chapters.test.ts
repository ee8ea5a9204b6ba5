import { expect, test } from 'bun:test'
import { PAST_CHAPTERS_KEPT } from '../../../src/race/past-chapter.ts'
import { type Drive, lapsDriven } from '../../fixtures/race.ts'

const afterPractice = () =>
  lapsDriven(3, { sessionType: 'Practice' }).insists({ sessionType: 'Race', lapsCompleted: 0 })

test('an older chapter stays readable, as it was when the next one began', () => {
  const { session } = afterPractice()
  expect(session.chapter).toMatchObject({ number: 2, sessionType: 'Race' })
  expect(session.past).toHaveLength(1)
  const [practice] = session.past
  expect(practice?.chapter).toMatchObject({ number: 1, sessionType: 'Practice', other: null })
  expect(practice?.laps.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(practice?.stint).toMatchObject({ number: 1, driverName: 'Ana' })
  expect(practice?.endedAtMs).toBe(300_500 + 500)
})

test('frames of another chapter leave the books alone until they are believed', () => {
  const drive = lapsDriven(3, { sessionType: 'Race', lapTimeMs: 60_000 })
  drive.frame({ sessionType: 'Practice', lapTimeMs: 100, fuelLiters: 20, speedKph: 90 })
  expect(drive.laps).toHaveLength(3)
  expect(drive.session.lastSample?.telemetry.fuelLiters).toBe(81)
  expect(drive.session.telemetry?.fuelLiters).toBe(20)
})

/** Ana crashes on lap 8, and Ben practises where the whole team can see it. */
function benPractises(): Drive {
  const drive = lapsDriven(7, { sessionType: 'Race', trackName: 'Imola' })
  return drive
    .frame({}, 60_000)
    .insists({ sessionType: 'Practice', lapsCompleted: 0, driverName: 'Ben', fuelLiters: 30 })
}

test('the race goes on in its own books after a teammate’s practice', () => {
  const drive = benPractises()
  expect(drive.session.chapter?.number).toBe(2)
  drive.insists({ sessionType: 'Race', lapsCompleted: 8, driverName: 'Ana', fuelLiters: 66 })
  const { session } = drive
  expect(session.chapter).toMatchObject({ number: 1, sessionType: 'Race' })
  expect(session.past.map(({ chapter }) => chapter.sessionType)).toEqual(['Practice'])
  expect(session.laps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(session.laps.at(-1)?.flags).toContain('gap')
  expect(session.stint?.driverName).toBe('Ana')
  expect(drive.kinds.slice(0, 2)).toEqual(['chapter-resumed', 'chapter-started'])
})

test('a driver whose race waited for a teammate’s practice has not sat in the car meanwhile', () => {
  const drive = benPractises()
  drive.frame({}, 10 * 60_000)
  drive.insists({ sessionType: 'Race', lapsCompleted: 8, driverName: 'Cho', fuelLiters: 66 })
  const { stints, stint } = drive.session
  expect(stints).toMatchObject([{ driverName: 'Ana', endedAtMs: 760_500 }])
  expect(stint?.driverName).toBe('Cho')
})

test('a car that was refuelled while its race waited has made a stop', () => {
  const drive = benPractises()
  drive.frame({}, 60_000)
  drive.insists({ sessionType: 'Race', lapsCompleted: 7, driverName: 'Ana', fuelLiters: 95 })
  drive.lap({ lapsCompleted: 8, fuelLiters: 93, lastLapTimeMs: 100_777 })
  expect(drive.session.stops).toMatchObject([{ fuelAddedLiters: 26, standingMs: null }])
  expect(drive.laps.at(-1)).toMatchObject({ number: 8, fuelUsedLiters: null })
  expect(drive.laps.at(-1)?.flags).toContain('refuel')
})

test('a race that begins again is another chapter, whatever there was before', () => {
  const drive = benPractises()
  drive.insists({ sessionType: 'Race', lapsCompleted: 0, driverName: 'Ana', fuelLiters: 90 })
  expect(drive.session.chapter?.number).toBe(3)
  expect(drive.laps).toEqual([])
})

test('a race of hours ago is over', () => {
  const drive = benPractises().frame({}, 3_600_000)
  drive.insists({ sessionType: 'Race', lapsCompleted: 9, driverName: 'Ana', fuelLiters: 66 })
  expect(drive.session.chapter?.number).toBe(3)
})

test('chapters are numbered once and for all, also after one that came back', () => {
  const drive = benPractises()
  drive.insists({ sessionType: 'Race', lapsCompleted: 8, driverName: 'Ana', fuelLiters: 66 })
  drive.insists({ sessionType: 'Qualifying', lapsCompleted: 0 })
  expect(drive.session.chapter?.number).toBe(3)
})

test('a chapter that comes back makes room in a full list for the one that it interrupts', () => {
  const drive = lapsDriven(7, { sessionType: 'Race' })
  for (let n = 1; n <= PAST_CHAPTERS_KEPT; n++) {
    drive.insists({ sessionType: 'Race', lapsCompleted: 0 })
    drive.lap({ lapsCompleted: 1 }).lap({ lapsCompleted: 2 })
    drive.insists({ sessionType: 'Practice', lapsCompleted: 0 })
  }
  const { past, chapter } = drive.session
  const left = past.slice(0, -1).map((each) => each.chapter.number)
  drive.insists({ sessionType: 'Race', lapsCompleted: 2 })
  expect(drive.session.chapter?.number).toBe(past.at(-1)!.chapter.number)
  const numbers = drive.session.past.map((each) => each.chapter.number)
  expect(numbers).toEqual([...left, chapter!.number])
})
