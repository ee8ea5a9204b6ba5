import { expect, test } from 'bun:test'
import { eachWheel } from '../../../src/race/wheels.ts'
import { Drive, lapsDriven } from '../../fixtures/race.ts'

const nowhere = eachWheel(() => null)

test('teleport to the garage with a full tank: no lap, no use, and a stop once it drives off', () => {
  const drive = lapsDriven(5, { inPits: false, lapTimeMs: 40_000, fuelCapacityLiters: 115 })
  drive.frame({ speedKph: 0, fuelLiters: 115, inPits: true, inGarage: true, lapTimeMs: -2_758 })
  drive.frame({}, 60_000).frame({ speedKph: 60, inGarage: false })
  drive
    .frame({ inPits: false, speedKph: 200 })
    .frame({ lapsCompleted: 6, fuelLiters: 112 }, 100_000)
  expect(drive.laps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  expect(drive.laps.at(-1)?.fuelUsedLiters).toBeNull()
  expect(drive.session.stops).toMatchObject([{ fuelAddedLiters: 40 }])
  expect(drive.session.stint?.number).toBe(2)
})

test('a tank of fuel that sloshes by 0.05 L all race long is never refuelled', () => {
  const drive = lapsDriven(3).frame({ speedKph: 0, inPits: false })
  for (let i = 0; i < 400; i++) drive.frame({ fuelLiters: 81 + (i % 2) * 0.05 })
  drive.frame({ speedKph: 100 })
  expect(drive.session.stops).toEqual([])
  expect(drive.session.stint?.number).toBe(1)
})

test('a lap time below zero is no lap, and tells no part of one', () => {
  const drive = lapsDriven(3, { lapTimeMs: 50_000 }).frame({ lapTimeMs: -3_125, speedKph: 0 })
  drive.frame({ lapTimeMs: 400, speedKph: 90 })
  expect(drive.laps).toHaveLength(3)
})

test('wheels that nobody knows anything of stay unknown in the books', () => {
  const drive = lapsDriven(2, { tireWearRatio: nowhere, tireTempC: nowhere })
  const lap = drive.laps.at(-1)
  expect(lap?.wearUsedRatio).toEqual(nowhere)
  expect(lap?.wearRatio).toEqual(nowhere)
  expect(lap?.temperatures.tireTempC).toEqual(nowhere)
  drive.frame({ speedKph: 0 }).frame({ fuelLiters: 99 }, 20_000).frame({ speedKph: 60 })
  expect(drive.session.stops).toMatchObject([{ tiresChanged: [] }])
})

test('virtual energy that is absent and then present counts from the first whole lap with it', () => {
  const drive = lapsDriven(2, { virtualEnergyRatio: null })
  drive.frame({ virtualEnergyRatio: 0.95 }, 50_000)
  drive.frame({}, 49_500).frame({ lapsCompleted: 3, virtualEnergyRatio: 0.93, fuelLiters: 81 })
  drive.lap({ lapsCompleted: 4, virtualEnergyRatio: 0.91, fuelLiters: 78 })
  const [first, second] = drive.laps.slice(-2)
  expect(first?.energyUsedRatio).toBeNull()
  expect(second?.energyUsedRatio).toBeCloseTo(0.02, 9)
  expect(drive.session.chapter?.hasEnergy).toBe(true)
})

test('laps 1 → 1 of the existing monitor, with a swap between: two laps', () => {
  const drive = new Drive({ lap: 1, speedKph: 200, fuelLiters: 60, driverName: 'Ana' })
  drive.frame({ lapTimeMs: 5_000 }).frame({ lapTimeMs: 107_000 }, 102_000)
  drive.frame({ lapTimeMs: 300, fuelLiters: 57 }, 1_000)
  drive.hears({ type: 'handed-over', to: 'Ben', blindMs: 20_000, isPicked: false })
  drive.frame({ driverName: 'Ben', lapTimeMs: 20_300 }, 20_000)
  drive.frame({ lapTimeMs: 107_000 }, 87_000).frame({ lap: 2, lapTimeMs: 200 }, 1_000)
  expect(drive.laps.map(({ number, driverName }) => [number, driverName])).toEqual([
    [1, 'Ana'],
    [2, 'Ben'],
  ])
})

test('a teleport on a lap whose number stays makes no lap, whatever the running time does', () => {
  const drive = new Drive({ bootId: 'pc-1', lap: 4, speedKph: 200, fuelLiters: 60 })
  drive.frame({ lapTimeMs: 50_000 }).frame({ lapTimeMs: 2_000, speedKph: 30 })
  drive.frame({ lapTimeMs: 2_500 }).frame({ lapTimeMs: 3_000 })
  expect(drive.laps).toEqual([])
  drive.frame({ lapTimeMs: 100_000 }, 97_000).frame({ lap: 5, lapTimeMs: 300 })
  expect(drive.laps.map(({ number }) => number)).toEqual([4])
})

test('the number of another PC, which counts from another beginning, is told from the running time', () => {
  const drive = lapsDriven(4, { bootId: 'pc-1', lap: 5 })
  const existing = { bootId: 'pc-2', lapsCompleted: null, lap: 4, driverName: 'Ben' }
  drive.frame({ ...existing, lapTimeMs: 60_000 }).frame({ lapTimeMs: 99_500 }, 39_500)
  drive.frame({ lap: 5, lapTimeMs: 300 })
  expect(drive.laps.at(-1)?.number).toBe(5)
  drive.frame({ lapTimeMs: 99_000 }, 98_700).frame({ lap: 6, lapTimeMs: 200 })
  expect(drive.laps.at(-1)?.number).toBe(6)
})

test('a session type written otherwise by the next monitor is the same session', () => {
  const drive = lapsDriven(3, { sessionType: 'Race', trackName: 'Imola' })
  drive.insists({ sessionType: ' RACE', trackName: 'imola', driverName: 'Ben' })
  expect(drive.laps).toHaveLength(3)
  expect(drive.session.past).toEqual([])
})

test('a stop is told on the lap on which the car stood, also if it is moved off beyond the line', () => {
  const drive = lapsDriven(3, { inPits: true }).frame({ speedKph: 0 }).frame({}, 5_000)
  drive.frame({ lapsCompleted: 4, speedKph: 60, fuelLiters: 97, driverName: 'Ben' }, 60_000)
  expect(drive.session.stops).toMatchObject([{ lap: 4, to: 'Ben' }])
})
