import { expect, test } from 'bun:test'
import { Drive, lapsDriven } from '../../fixtures/race.ts'

const setup = (wing: number, receivedAtMs = 0) => ({
  type: 'setup' as const,
  setup: { receivedAtMs, sentAt: null, tree: { wing } },
})

test('a setup is that of the stint in which it came', () => {
  const drive = lapsDriven(2).hears(setup(7)).frame({ driverName: 'Ben' }).hears(setup(8))
  expect(drive.session.setup).toMatchObject({ chapter: 1, stint: 2, tree: { wing: 8 } })
  expect(drive.session.setupBefore).toMatchObject({ chapter: 1, stint: 1, tree: { wing: 7 } })
})

test('within a stint the last setup counts, and is compared with the stint before', () => {
  const drive = lapsDriven(2).hears(setup(7)).frame({ driverName: 'Ben' })
  drive.hears(setup(8)).hears(setup(9))
  expect(drive.session.setup?.tree).toEqual({ wing: 9 })
  expect(drive.session.setupBefore?.tree).toEqual({ wing: 7 })
})

test('a setup sent before the first frame is that of the first stint', () => {
  const drive = new Drive({ fuelLiters: 90 }).hears(setup(7)).frame()
  expect(drive.session.setup).toMatchObject({ chapter: 1, stint: 1 })
  drive.hears(setup(8))
  expect(drive.session.setupBefore).toBeNull()
})

test('a setup that came while a new chapter was not believed yet is the new one’s', () => {
  const drive = lapsDriven(3, { sessionType: 'Practice' }).hears(setup(7))
  drive.frame({ sessionType: 'Race', lapsCompleted: 0 })
  drive.hears(setup(8, drive.atMs)).insists({})
  expect(drive.session.setup).toMatchObject({ chapter: 2, stint: 1, tree: { wing: 8 } })
  expect(drive.session.setupBefore).toMatchObject({ chapter: 1, tree: { wing: 7 } })
})

test('a setup that came before the first frame of a new chapter is the new one’s', () => {
  const drive = lapsDriven(3, { sessionType: 'Practice' }).hears(setup(7))
  drive.frame({ driverName: 'Ben' })
  drive
    .hears(setup(8, drive.atMs + 20_000))
    .frame({ sessionType: 'Race', lapsCompleted: 0 }, 30_000)
  drive.insists({})
  expect(drive.session.setup).toMatchObject({ chapter: 2, stint: 1, tree: { wing: 8 } })
  expect(drive.session.setupBefore).toMatchObject({ chapter: 1, stint: 1, tree: { wing: 7 } })
})

test('a setup of the practice is not that of the race', () => {
  const drive = lapsDriven(3, { sessionType: 'Practice' })
  drive.hears(setup(7, drive.atMs)).insists({ sessionType: 'Race', lapsCompleted: 0 })
  expect(drive.session.setup).toMatchObject({ chapter: 1, stint: 1 })
})

test('a setup that came with a glitch of another chapter is that of the stint being driven', () => {
  const drive = lapsDriven(3, { sessionType: 'Race' }).hears(setup(7))
  drive.frame({ driverName: 'Ben' }).hears(setup(8))
  drive.frame({ sessionType: 'Practice' })
  drive.hears(setup(9, drive.atMs))
  drive.frame({ sessionType: 'Race' })
  expect(drive.session.setup).toMatchObject({ chapter: 1, stint: 2, tree: { wing: 9 } })
})

test('a setup that came as an earlier chapter went on is that chapter’s', () => {
  const drive = lapsDriven(7, { sessionType: 'Race' }).hears(setup(7, 1))
  drive.insists({ sessionType: 'Practice', lapsCompleted: 0, driverName: 'Ben' }).hears(setup(5, 2))
  drive.frame({ sessionType: 'Race', lapsCompleted: 8, driverName: 'Ana' })
  drive.hears(setup(8, drive.atMs)).insists({})
  expect(drive.session.chapter?.number).toBe(1)
  expect(drive.session.setup).toMatchObject({ chapter: 1, stint: 1, tree: { wing: 8 } })
  expect(drive.session.setupBefore).toMatchObject({ chapter: 2, stint: 1, tree: { wing: 5 } })
})

test('a stint without a setup of its own shows the last one, and says whose', () => {
  const drive = lapsDriven(2).hears(setup(7)).frame({ driverName: 'Ben' })
  expect(drive.session.setup).toMatchObject({ stint: 1 })
  expect(drive.session.stint?.number).toBe(2)
})
