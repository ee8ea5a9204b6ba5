import { describe, expect, test } from 'bun:test'
import { eachWheel } from '../../../src/race/wheels.ts'
import { lapsDriven } from '../../fixtures/race.ts'

const worn = eachWheel(() => 0.8)
const fresh = eachWheel(() => 1)

/** Ana stands in her box, at the beginning of lap 4. */
const anaInTheBox = () =>
  lapsDriven(3, {
    inPits: false,
    trackLengthMeters: 5_000,
    lapDistanceMeters: 100,
    fuelCapacityLiters: 100,
    tireWearRatio: worn,
  })
    .frame({ inPits: true, speedKph: 60 })
    .frame({ speedKph: 0 })
    .frame({}, 4_000)

const benTakesOver = (blindMs = 61_000) =>
  anaInTheBox()
    .frame({}, 0)
    .hears({ type: 'feed-quiet' })
    .frame({}, 0)
    .hears({ type: 'handed-over', to: 'Ben', blindMs, isPicked: false })

describe('a hand-over from PC to PC', () => {
  test('is one line that says who, on which lap, for how long nobody saw, and what was done', () => {
    const drive = anaInTheBox()
    drive.atMs += 61_000
    drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 61_000, isPicked: false })
    drive.frame({ driverName: 'Ben', fuelLiters: 81 + 58.4, tireWearRatio: fresh }, 0)
    drive.frame({ speedKph: 60 })
    const [line, ...earlier] = drive.session.events
    expect(line).toMatchObject({
      kind: 'hand-over',
      lap: 4,
      facts: { from: 'Ana', to: 'Ben', blindMs: 61_000, tiresChanged: 4 },
    })
    expect(line?.facts.fuelAddedLiters).toBeCloseTo(58.4, 6)
    expect(earlier.map(({ kind }) => kind)).toEqual(['session-started'])
    expect(drive.session.stops).toMatchObject([{ lap: 4, stint: 2, from: 'Ana', to: 'Ben' }])
  })

  test('is told on the lap on which the next driver has the car, also if nobody saw it begin', () => {
    const drive = lapsDriven(3)
    drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 60_000, isPicked: false })
    drive.frame({ driverName: 'Ben', lapsCompleted: 4 }, 60_000)
    expect(drive.session.events[0]).toMatchObject({ kind: 'hand-over', lap: 5 })
  })

  test('in a stop before the line is told on the lap of the stop', () => {
    const drive = lapsDriven(3, { inPits: true }).frame({ speedKph: 0 }).frame({}, 4_000)
    drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 60_000, isPicked: false })
    const ben = { driverName: 'Ben', fuelLiters: 97 }
    drive.frame(ben, 60_000).frame({ lapsCompleted: 4, speedKph: 60 })
    expect(drive.session.stops).toMatchObject([{ lap: 4 }])
    expect(drive.session.events[0]).toMatchObject({ kind: 'hand-over', lap: 4 })
  })

  test('needs no line that says that the next monitor is there', () => {
    const drive = lapsDriven(1).hears({ type: 'monitor-joined' }).hears({ type: 'monitor-left' })
    drive.hears({ type: 'monitor-joined' })
    drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 60_000, isPicked: false })
    expect(drive.kinds.slice(0, 2)).toEqual(['hand-over', 'monitor-offline'])
  })

  test('by the engineer says so', () => {
    const drive = lapsDriven(1).hears({
      type: 'handed-over',
      to: 'Ben',
      blindMs: 0,
      isPicked: true,
    })
    expect(drive.session.events[0]?.facts).toMatchObject({ to: 'Ben', by: 'engineer' })
  })

  test('takes the place of the silence before it', () => {
    const drive = anaInTheBox()
    drive.hears({ type: 'feed-quiet' })
    expect(drive.kinds[0]).toBe('feed-quiet')
    drive
      .hears({ type: 'feed-lost' })
      .hears({ type: 'handed-over', to: 'Ben', blindMs: 130_000, isPicked: false })
    expect(drive.kinds).toEqual(['hand-over', 'session-started'])
  })

  test('on the track tells of no stop, and neither does the next stop tell of it', () => {
    const drive = lapsDriven(3)
    drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 40_000, isPicked: false })
    drive.frame({ driverName: 'Ben' }, 40_000)
    expect(drive.session.events[0]).toMatchObject({ kind: 'hand-over', facts: { to: 'Ben' } })
    expect(drive.session.events[0]?.facts).not.toHaveProperty('fuelAddedLiters')
    drive.frame({ speedKph: 0 }).frame({ fuelLiters: 99 }, 20_000).frame({ speedKph: 60 })
    expect(drive.kinds.slice(0, 2)).toEqual(['pit-stop', 'hand-over'])
  })

  test('names whom the books last saw, not whom a spectator’s frames name', () => {
    const drive = lapsDriven(2)
    drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 1_000, isPicked: false })
    expect(drive.session.events[0]?.facts).toMatchObject({ from: 'Ana', to: 'Ben' })
  })

  test('ends the stint when the last driver was last seen, and begins one when the next one is', () => {
    const drive = anaInTheBox()
    const lastSeenMs = drive.atMs
    drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 61_000, isPicked: false })
    drive.frame({ driverName: 'Ben', fuelLiters: 97 }, 61_000)
    const { stints, stint } = drive.session
    expect(stints).toMatchObject([{ driverName: 'Ana', endedAtMs: lastSeenMs, endLap: 3 }])
    expect(stint).toMatchObject({ driverName: 'Ben', startedAtMs: drive.atMs, startLap: 4 })
  })

  test('whose tyres cannot be told yet is told of them as soon as they can', () => {
    const drive = benTakesOver()
    const unknown = eachWheel(() => null)
    drive
      .frame({ driverName: 'Ben', fuelLiters: 97, tireWearRatio: unknown })
      .frame({ speedKph: 60 })
    expect(drive.session.stops[0]?.tiresChanged).toEqual([])
    drive.frame({ tireWearRatio: { ...worn, fl: 1, rl: 0.998 } }, 5_000)
    expect(drive.session.stops[0]?.tiresChanged).toEqual(['fl', 'rl'])
    expect(drive.session.events[0]).toMatchObject({ kind: 'hand-over', facts: { tiresChanged: 2 } })
  })
})

describe('a PC that falls silent', () => {
  test('and comes back is one line that says for how long', () => {
    const drive = lapsDriven(1).hears({ type: 'feed-quiet' })
    drive.hears({ type: 'feed-returned', blindMs: 12_000 })
    expect(drive.session.events[0]).toMatchObject({
      kind: 'feed-returned',
      facts: { driver: 'Ana', blindMs: 12_000 },
    })
    expect(drive.kinds).toEqual(['feed-returned', 'session-started'])
  })

  test('because its connection is gone needs no second line for it', () => {
    const drive = lapsDriven(1).hears({ type: 'monitor-joined' }).hears({ type: 'monitor-left' })
    drive.hears({ type: 'feed-quiet' })
    expect(drive.kinds[0]).toBe('monitor-offline')
    drive.hears({ type: 'monitor-joined' }).hears({ type: 'feed-returned', blindMs: 20_000 })
    expect(drive.session.events[0]).toMatchObject({
      kind: 'monitor-online',
      facts: { blindMs: 20_000 },
    })
  })

  test('and sends its setup before its first frame has come back all the same', () => {
    const drive = lapsDriven(1).hears({ type: 'feed-quiet' })
    drive.hears({ type: 'setup', setup: { receivedAtMs: 0, sentAt: null, tree: {} } })
    drive.hears({ type: 'feed-returned', blindMs: 12_000 })
    expect(drive.kinds).toEqual(['setup-received', 'feed-returned', 'session-started'])
    expect(drive.session.events[1]?.facts).toEqual({ driver: 'Ana', blindMs: 12_000 })
  })

  test('for two minutes is lost, in the same line', () => {
    const drive = lapsDriven(1).hears({ type: 'feed-quiet' }).hears({ type: 'feed-lost' })
    expect(drive.kinds).toEqual(['feed-lost', 'session-started'])
  })
})

test('the lines of the timeline are numbered once and for all', () => {
  const drive = lapsDriven(2).hears({ type: 'feed-quiet' })
  const quiet = drive.session.events[0]?.number
  drive.hears({ type: 'feed-returned', blindMs: 6_000 }).hears({ type: 'monitor-joined' })
  expect(drive.session.events.map(({ number }) => number)).toEqual([3, 2, 1])
  expect(drive.session.events[1]).toMatchObject({ number: quiet, kind: 'feed-returned' })
})

test('how long the car stood is not known where the next PC first sees it drive', () => {
  const drive = lapsDriven(9, { inPits: true }).frame({}, 50_000).frame({ speedKph: 0 })
  for (let i = 0; i < 8; i++) drive.frame()
  drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 60_000, isPicked: false })
  drive.frame({ driverName: 'Ben', speedKph: 80, fuelLiters: 95 }, 60_000)
  expect(drive.session.stops).toMatchObject([{ to: 'Ben', standingMs: null }])
})
