import { expect, test } from 'bun:test'
import { newSession } from '../../../src/race/session.ts'
import { allStints, chaptersOf } from '../../../src/strategy/chapter-books.ts'
import { lapsDriven } from '../../fixtures/race.ts'
import {
  pastPractice,
  racedCar,
  racedFromMs,
  racedId,
  racedSession,
} from '../../fixtures/raced-session.ts'

test('the chapters are the past ones and the one that goes on, by number', () => {
  const race = racedSession(3)
  const chapter = { ...race.chapter!, number: 2 }
  const chapters = chaptersOf({ ...race, chapter, past: [pastPractice(5, 3), pastPractice(4, 1)] })
  expect(chapters.map((each) => [each.chapter.number, each.laps.length])).toEqual([
    [1, 4],
    [2, 3],
    [3, 5],
  ])
  expect(chapters.map((each) => each.endedAtMs === null)).toEqual([false, true, false])
})

test('nobody has driven: no chapter', () => {
  expect(chaptersOf(newSession({ car: racedCar, id: racedId, mode: 'keyed' }, 0))).toEqual([])
})

test('a stint that goes on has lasted until the last frame, and in an old past chapter until its last lap', () => {
  const race = racedSession(3, { past: [pastPractice(2)] })
  const [practice, now] = chaptersOf(race)
  expect(now?.drivenUntilMs).toBe(race.takenAtMs!)
  expect(practice?.drivenUntilMs).toBe(racedFromMs + 2 * 108_000)
  expect(allStints(now!).at(-1)).toBe(race.stint!)
})

test('the lap that was cut off by the end of a chapter was driven all the same', () => {
  const drive = lapsDriven(3, { sessionType: 'Practice' }).frame({}, 60_000)
  const seenAtMs = drive.atMs
  const [practice] = chaptersOf(drive.insists({ sessionType: 'Race', lapsCompleted: 0 }).session)
  expect(practice?.drivenUntilMs).toBe(seenAtMs)
})

test('a session that is over has ended its chapter: then, or when the car was last seen', () => {
  const race = racedSession(3)
  const seenAtMs = race.takenAtMs!
  const endOf = (atMs: number) =>
    chaptersOf({ ...race, over: { atMs, by: 'expiry' } })[0]?.endedAtMs
  expect(endOf(seenAtMs + 48 * 3600_000)).toBe(seenAtMs)
  expect(endOf(seenAtMs - 500)).toBe(seenAtMs - 500)
})
