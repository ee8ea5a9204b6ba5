import { expect, test } from 'bun:test'
import { ledgerChanges } from '../../../src/store/ledger-changes.ts'
import { lapsDriven } from '../../fixtures/race.ts'

test('a second in which nothing was added to the books writes none of their laps', () => {
  const drive = lapsDriven(900)
  const before = drive.session
  drive.frame({ speedKph: 201 })
  expect(drive.session).not.toBe(before)
  const changes = ledgerChanges(before, drive.session)
  expect(changes).toEqual({ removed: [], put: [] })
  // Not even looked through.
  const untouchable = new Proxy([...before.laps], {
    get: () => {
      throw new Error('looked at')
    },
  })
  const unread = { ...before, laps: untouchable }
  expect(ledgerChanges(unread, { ...unread, takenAtMs: 1 })).toBe(changes)
})

test('lap 901 is one row', () => {
  const drive = lapsDriven(900)
  const before = drive.session
  drive.lap({ lapsCompleted: 901, lastLapTimeMs: 99_000 })
  const { removed, put } = ledgerChanges(before, drive.session)
  expect(removed).toEqual([])
  expect(put.map(({ kind, chapter, number }) => [kind, chapter, number])).toEqual([['lap', 1, 901]])
})

test('a new chapter writes the head of the one before, and none of its laps again', () => {
  const drive = lapsDriven(50, { sessionType: 'Practice' })
  const before = drive.session
  drive.insists({ sessionType: 'Race', lapsCompleted: 0 })
  const { put } = ledgerChanges(before, drive.session)
  expect(put.map(({ kind, number }) => [kind, number])).toEqual([
    ['event', drive.session.events[0]!.number],
    ['chapter', 1],
  ])
})

test('chapters already past are not written with the next one', () => {
  const drive = lapsDriven(2, { sessionType: 'Practice' })
  drive.insists({ sessionType: 'Qualifying', lapsCompleted: 0 })
  const before = drive.session
  drive.insists({ sessionType: 'Race', lapsCompleted: 0 })
  const { put } = ledgerChanges(before, drive.session)
  expect(put.filter(({ kind }) => kind === 'chapter').map(({ number }) => number)).toEqual([2])
})

test('a chapter that is only too old to be kept in memory stays in the ledger', () => {
  const drive = lapsDriven(3, { sessionType: 'Practice' })
  const before = drive.session
  drive.insists({ sessionType: 'Race', lapsCompleted: 0 })
  // Many chapters later: the first one has left the memory meanwhile, and the disk was full all the time.
  const chapter = { ...drive.session.chapter!, number: 70 }
  const { removed } = ledgerChanges(before, { ...drive.session, chapter, past: [] })
  expect(removed).toEqual([])
})
