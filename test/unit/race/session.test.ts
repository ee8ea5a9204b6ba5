import { expect, test } from 'bun:test'
import { advance } from '../../../src/race/advance.ts'
import { newSession } from '../../../src/race/session.ts'
import { aCar, anId, Drive, lapsDriven } from '../../fixtures/race.ts'

test('qualifying after practice is a new chapter under the same link', () => {
  const drive = lapsDriven(3, { sessionType: 'Practice' })
  drive.insists({ sessionType: 'Qualifying', lapsCompleted: 0 })
  expect(drive.session.chapter?.sessionType).toBe('Qualifying')
  expect(drive.laps).toEqual([])
  expect(drive.session.lapInProgress?.number).toBe(1)
})

test('one frame of another session or track is a glitch', () => {
  const drive = lapsDriven(3, { sessionType: 'Race', trackName: 'Imola' })
  drive.frame({ sessionType: 'Qualifying' }).frame({ sessionType: 'Race', trackName: 'Monza' })
  drive.frame({ trackName: 'Imola' })
  expect(drive.laps).toHaveLength(3)
  expect(drive.session.chapter).toMatchObject({ sessionType: 'Race', trackName: 'Imola' })
})

test('a lap count that has fallen for three seconds of frames is a new chapter', () => {
  const drive = lapsDriven(5).frame({ lapsCompleted: 0 }).frame().frame()
  expect(drive.laps).toHaveLength(5)
  expect(drive.insists({}).laps).toHaveLength(0)
})

test('a fall, an outage and another fall are two glitches', () => {
  const drive = lapsDriven(5).frame({ lapsCompleted: 0 }).frame({}, 60_000)
  expect(drive.laps).toHaveLength(5)
})

test('a race that is started again is seen by the lap number too', () => {
  const drive = new Drive({ lap: 1, speedKph: 200, fuelLiters: 80 }).frame()
  for (let lap = 2; lap <= 20; lap++) drive.frame({ lap }, 100_000)
  drive.insists({ lap: 1 })
  expect(drive.session.lapInProgress?.number).toBe(1)
  expect(drive.laps).toEqual([])
})

test('a teammate’s monitor that calls the completed laps `lap` begins no new chapter', () => {
  const drive = lapsDriven(5, { lap: 6 })
  drive.insists({ lapsCompleted: null, lap: 5, driverName: 'Ben' })
  expect(drive.laps).toHaveLength(5)
  drive.insists({ lap: 1 })
  expect(drive.laps).toEqual([])
})

test('a missing session type is no new chapter', () => {
  const drive = lapsDriven(2, { sessionType: 'Race' })
    .frame({ sessionType: null })
    .frame({ sessionType: 'Race' })
  expect(drive.laps).toHaveLength(2)
})

test('fuel that falls to 0 from above 2 L is held for two seconds, then believed', () => {
  const drive = new Drive({ fuelLiters: 57 }).frame().frame({ fuelLiters: 0 }).frame({}, 1_900)
  expect(drive.session.telemetry?.fuelLiters).toBe(57)
  expect(drive.frame({}, 200).session.telemetry?.fuelLiters).toBe(0)
})

test('fuel that comes back within two seconds was never gone', () => {
  const drive = new Drive({ fuelLiters: 57 })
    .frame()
    .frame({ fuelLiters: 0 })
    .frame({ fuelLiters: 56.9 })
  expect(drive.session.telemetry?.fuelLiters).toBe(56.9)
  expect(drive.session.fuelHold).toBeNull()
})

test('the last litre may run out at once', () => {
  const drive = new Drive({ fuelLiters: 0.4 }).frame().frame({ fuelLiters: 0 })
  expect(drive.session.telemetry?.fuelLiters).toBe(0)
})

test('a frame replaces the one before: what it does not say is unknown from then on', () => {
  const drive = new Drive().frame({ waterTempC: 88 }).frame({ waterTempC: null })
  expect(drive.session.telemetry?.waterTempC).toBeNull()
})

test("somebody else's car never comes on the wall", () => {
  const drive = new Drive({ fuelLiters: 50 }).frame()
  const before = drive.session
  expect(drive.frame({ inControl: false, fuelLiters: 12 }).session).toBe(before)
  expect(drive.frame({ inControl: null, state: 'spectating' }).session).toBe(before)
})

test('a monitor that goes is told once, with the time it went', () => {
  let session = newSession({ car: aCar, id: anId, mode: 'keyed' }, 0)
  session = advance(session, { type: 'monitor-left', atMs: 5 })
  expect(session.monitor.status).toBe('none')
  session = advance(session, { type: 'monitor-joined', atMs: 10 })
  session = advance(session, { type: 'monitor-left', atMs: 20 })
  session = advance(session, { type: 'monitor-left', atMs: 30 })
  expect(session.monitor).toEqual({ status: 'offline', sinceMs: 20 })
  expect(session.events.map((event) => event.kind)).toEqual([
    'monitor-offline',
    'monitor-online',
    'session-started',
  ])
})

test('a restart of the server is one line of the timeline, not the loss of a monitor too', () => {
  let session = newSession({ car: aCar, id: anId, mode: 'keyed' }, 0)
  session = advance(session, { type: 'monitor-joined', atMs: 10 })
  session = advance(session, { type: 'server-restarted', atMs: 20 })
  expect(session.monitor).toEqual({ status: 'offline', sinceMs: 20 })
  expect(session.events.map((event) => event.kind)).toEqual([
    'server-restarted',
    'monitor-online',
    'session-started',
  ])
})

test('once its key has been presented a session takes keys only', () => {
  const session = advance(newSession({ car: aCar, id: anId, mode: 'bound' }, 0), {
    type: 'key-presented',
    atMs: 1,
  })
  expect(session.mode).toBe('keyed')
})

test('virtual energy counts from the first time it is above 0', () => {
  const drive = new Drive({ virtualEnergyRatio: 0 }).frame()
  expect(drive.session.chapter?.hasEnergy).toBe(false)
  drive.frame({ virtualEnergyRatio: 0.9 }).frame({ virtualEnergyRatio: 0 })
  expect(drive.session.chapter?.hasEnergy).toBe(true)
})

test('a frame that comes twice or late changes nothing', () => {
  const drive = new Drive({ bootId: 'pc-1', seq: 7, fuelLiters: 50 }).frame()
  const before = drive.session
  expect(drive.frame({ seq: 7, fuelLiters: 49 }).session).toBe(before)
  expect(drive.frame({ seq: 6 }).session).toBe(before)
  expect(drive.frame({ seq: 8, fuelLiters: 48 }).session.telemetry?.fuelLiters).toBe(48)
})

test('a monitor that was started again counts from the beginning', () => {
  const drive = new Drive({ bootId: 'pc-1', seq: 900, fuelLiters: 50 }).frame()
  expect(
    drive.frame({ bootId: 'pc-2', seq: 1, fuelLiters: 49 }).session.telemetry?.fuelLiters,
  ).toBe(49)
})

test('a setup sent again and again is one line of the timeline', () => {
  const drive = lapsDriven(2).frame({ driverName: 'Ben' })
  const setup = (receivedAtMs: number) => ({ receivedAtMs, sentAt: null, tree: {} })
  let { session } = drive
  for (let atMs = 1; atMs <= 60; atMs++)
    session = advance(session, { type: 'setup', atMs, setup: setup(atMs) })
  expect(session.events.map(({ kind }) => kind).slice(0, 2)).toEqual([
    'setup-received',
    'driver-changed',
  ])
  expect(session.events[0]?.atMs).toBe(60)
})
