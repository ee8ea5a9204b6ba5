import { expect, test } from 'bun:test'
import { eachWheel } from '../../../src/race/wheels.ts'
import { lapsDriven } from '../../fixtures/race.ts'

const atThePits = () =>
  lapsDriven(3, {
    inPits: false,
    trackLengthMeters: 5_000,
    lapDistanceMeters: 4_000,
    fuelCapacityLiters: 100,
  }).frame({ inPits: true, speedKph: 60, lapDistanceMeters: 4_900 }, 90_000)

test('refuelling while the car stands is a stop, and begins a stint', () => {
  const drive = atThePits().frame({ speedKph: 0 })
  for (let liters = 82; liters <= 97; liters++) drive.frame({ fuelLiters: liters })
  expect(drive.session.stint?.number).toBe(2)
  drive.frame({ speedKph: 60 })
  expect(drive.session.events[0]).toMatchObject({
    kind: 'pit-stop',
    facts: { fuelAddedLiters: 16 },
  })
})

test('a lap with refuelling tells no use, and neither does the lap out', () => {
  const drive = atThePits().frame({ speedKph: 0 }).frame({ fuelLiters: 97 }, 10_000)
  drive
    .frame({ speedKph: 60 })
    .frame({ lapsCompleted: 4, lapDistanceMeters: 5, lastLapTimeMs: 130_000 })
  drive.frame({ inPits: false, speedKph: 200 }).frame({ lapsCompleted: 5, fuelLiters: 94 }, 110_000)
  const [inLap, outLap] = drive.laps.slice(-2)
  expect(inLap?.flags).toContain('in')
  expect(inLap?.flags).toContain('refuel')
  expect(inLap?.fuelUsedLiters).toBeNull()
  expect(outLap?.flags).toContain('out')
  expect(outLap?.flags).toContain('first')
  expect(outLap?.stint).toBe(2)
})

test('a stop behind the line belongs to the stint it begins', () => {
  const drive = atThePits().frame({
    lapsCompleted: 4,
    lapDistanceMeters: 20,
    lastLapTimeMs: 104_000,
  })
  drive
    .frame({ speedKph: 0 })
    .frame({ fuelLiters: 97 }, 20_000)
    .frame({ speedKph: 80, inPits: false })
  expect(drive.session.lapInProgress).toMatchObject({ stint: 2, flags: ['out', 'refuel', 'first'] })
})

test('fuel that sloshes by 0.05 L is no stop', () => {
  const drive = lapsDriven(3)
    .frame({ speedKph: 0 })
    .frame({ fuelLiters: 81.05 })
    .frame({ speedKph: 90 })
  expect(drive.session.stint?.number).toBe(1)
})

test('three seconds standing in the pits are a stop without any fuel', () => {
  const drive = atThePits().frame({ speedKph: 0 }).frame({}, 2_900)
  expect(drive.session.stint?.number).toBe(1)
  expect(drive.frame({}, 200).session.stint?.number).toBe(2)
})

test('standing in the garage before the first lap is no stop', () => {
  const drive = lapsDriven(0, { speedKph: 0, inPits: true })
    .frame({}, 60_000)
    .frame({ fuelLiters: 99 }, 60_000)
  expect(drive.session.stint?.number).toBe(1)
})

test('new tyres are seen at the wheels that got them', () => {
  const worn = eachWheel(() => 0.8)
  const drive = lapsDriven(3, { tireWearRatio: worn }).frame({ speedKph: 0 })
  drive.frame({ tireWearRatio: { ...worn, fl: 1, rl: 1 } }, 12_000).frame({ speedKph: 60 })
  expect(drive.session.events[0]).toMatchObject({ kind: 'pit-stop', facts: { tiresChanged: 2 } })
})

test('another driver begins a stint, and the timeline says who', () => {
  const drive = lapsDriven(3).frame({ driverName: 'Ben' })
  expect(drive.session.stint).toMatchObject({ number: 2, driverName: 'Ben' })
  expect(drive.session.events[0]).toMatchObject({
    kind: 'driver-changed',
    facts: { from: 'Ana', to: 'Ben' },
  })
})

test('the same driver back after a crash of his game drives the same stint', () => {
  const drive = lapsDriven(3).frame({ driverName: null }).frame({ driverName: 'Ana' }, 60_000)
  expect(drive.session.stint?.number).toBe(1)
})

test('tyres whose wear is told only as the car moves off belong to the stop', () => {
  const worn = eachWheel(() => 0.9)
  const drive = atThePits()
    .frame({ speedKph: 0, tireWearRatio: worn })
    .frame({ fuelLiters: 97 }, 20_000)
  drive.frame({ speedKph: 60, tireWearRatio: eachWheel(() => 1) })
  expect(drive.session.events[0]).toMatchObject({ kind: 'pit-stop', facts: { tiresChanged: 4 } })
})

test('a stop that nobody watched shows in the fuel of the first frame after it', () => {
  const worn = eachWheel(() => 0.8)
  const drive = lapsDriven(3, { tireWearRatio: worn })
  drive.frame(
    { lapsCompleted: 4, fuelLiters: 97, tireWearRatio: eachWheel(() => 1), speedKph: 200 },
    170_000,
  )
  expect(drive.session.stint?.number).toBe(2)
  expect(drive.laps.at(-1)).toMatchObject({ fuelUsedLiters: null })
  expect(drive.laps.at(-1)?.flags).toContain('refuel')
  const [stop] = drive.session.events
  expect(stop).toMatchObject({
    kind: 'pit-stop',
    facts: { fuelAddedLiters: 16, tiresChanged: 4, standingMs: null },
  })
})

test('fuel that jumps up between two frames of a car at speed is no stop', () => {
  const drive = lapsDriven(3).frame({ fuelLiters: 95 })
  expect(drive.session.stint?.number).toBe(1)
})

test('a driver swap in the box is one stop and one stint, whoever was named first', () => {
  const early = atThePits().frame({ speedKph: 0 }).frame({ driverName: 'Ben' }).frame({}, 5_000)
  early.frame({ fuelLiters: 97 }, 20_000).frame({ speedKph: 60 })
  expect(early.session.stint).toMatchObject({ number: 2, driverName: 'Ben' })
  const late = atThePits().frame({ speedKph: 0 }).frame({ fuelLiters: 97 }, 20_000)
  late.frame({ driverName: 'Ben' }, 5_000).frame({ speedKph: 60 })
  expect(late.session.stint).toMatchObject({ number: 2, driverName: 'Ben' })
  for (const { session } of [early, late]) {
    expect(session.events.filter(({ kind }) => kind === 'driver-changed')).toHaveLength(1)
    expect(session.events.filter(({ kind }) => kind === 'pit-stop')).toHaveLength(1)
  }
})

test('a swap that nobody watched is a stop and another driver', () => {
  const drive = lapsDriven(3).frame(
    { lapsCompleted: 4, fuelLiters: 97, driverName: 'Ben' },
    170_000,
  )
  expect(drive.session.stint).toMatchObject({ number: 2, driverName: 'Ben' })
  expect(drive.session.events.slice(0, 2).map(({ kind }) => kind)).toEqual([
    'pit-stop',
    'driver-changed',
  ])
})

test('a stop is in the books with who came in, who drove off and what was done', () => {
  const drive = atThePits()
    .frame({ speedKph: 0 })
    .frame({ driverName: 'Ben', fuelLiters: 97 }, 20_000)
  drive.frame({ speedKph: 60 })
  expect(drive.session.stops).toMatchObject([
    {
      number: 1,
      lap: 4,
      stint: 2,
      from: 'Ana',
      to: 'Ben',
      fuelAddedLiters: 16,
      standingMs: 20_500,
    },
  ])
})

test('fuel that flows from the first moment on is counted from the last moving frame', () => {
  const drive = atThePits().frame({ fuelLiters: 80.9 }).frame({ speedKph: 0, fuelLiters: 82 })
  drive.frame({ fuelLiters: 97 }, 15_000).frame({ speedKph: 60 })
  expect(drive.session.stops[0]?.fuelAddedLiters).toBeCloseTo(16.1, 6)
})

test('what the engine takes while it idles is not taken off what was filled in', () => {
  const drive = atThePits()
    .frame({ speedKph: 0, fuelLiters: 81 })
    .frame({ fuelLiters: 80.8 }, 60_000)
  drive.frame({ fuelLiters: 97 }, 15_000).frame({ fuelLiters: 96.8 }, 60_000)
  drive.frame({ speedKph: 60, fuelLiters: 96.7 })
  expect(drive.session.stops[0]?.fuelAddedLiters).toBeCloseTo(16.2, 6)
})

test('a splash of more than a litre is a stop where the car was seen to stand', () => {
  const splash = lapsDriven(3, { fuelCapacityLiters: 115 })
    .frame({ speedKph: 0 })
    .frame({ fuelLiters: 82.3 }, 5_000)
    .frame({ speedKph: 60 })
  expect(splash.session.stops).toHaveLength(1)
  const unwatched = lapsDriven(3, { fuelCapacityLiters: 115 }).frame({ fuelLiters: 82.3 }, 30_000)
  expect(unwatched.session.stops).toEqual([])
})

test('tyres of a short stint are seen to be new', () => {
  const drive = lapsDriven(3, { tireWearRatio: eachWheel(() => 0.975) }).frame({ speedKph: 0 })
  drive.frame({ tireWearRatio: eachWheel(() => 1) }, 12_000).frame({ speedKph: 60 })
  expect(drive.session.stops[0]?.tiresChanged).toEqual(['fl', 'fr', 'rl', 'rr'])
})

test('stints that have ended have a first and a last lap, one after the other', () => {
  const drive = atThePits().frame({ speedKph: 0 }).frame({ fuelLiters: 97 }, 20_000)
  drive.frame({ speedKph: 60 }).frame({ lapsCompleted: 4, inPits: false }, 60_000)
  drive.frame({ driverName: 'Ben', lapDistanceMeters: 100 }, 60_000)
  expect([...drive.session.stints, drive.session.stint]).toMatchObject([
    { number: 1, driverName: 'Ana', startLap: 1, endLap: 4 },
    { number: 2, driverName: 'Ana', startLap: 5, endLap: 4 },
    { number: 3, driverName: 'Ben', startLap: 5, endLap: null },
  ])
})

test('a lap has the levels at its end, and the mean temperatures on the way', () => {
  const temps = (tempC: number) => ({ waterTempC: tempC, tireTempC: eachWheel(() => tempC) })
  const drive = lapsDriven(1).frame(temps(80), 50_000).frame(temps(90), 49_500)
  drive.frame({ lapsCompleted: 2, fuelLiters: 84, virtualEnergyRatio: 0.9 })
  const lap = drive.laps.at(-1)
  expect(lap).toMatchObject({ fuelLiters: 84, energyRatio: 0.9 })
  expect(lap?.temperatures).toMatchObject({ waterTempC: 85, oilTempC: null })
  expect(lap?.temperatures.tireTempC.fl).toBe(85)
})

test('virtual energy that nobody knew before the stop is unknown, not nothing', () => {
  const drive = atThePits().frame({ speedKph: 0 }).frame({}, 4_000)
  drive.frame({ driverName: 'Ben', virtualEnergyRatio: 1, fuelLiters: 97 }, 20_000)
  drive.frame({ speedKph: 60 })
  expect(drive.session.stops).toMatchObject([{ fuelAddedLiters: 16, energyAddedRatio: null }])
})
