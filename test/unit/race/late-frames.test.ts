import { expect, test } from 'bun:test'
import { lapsDriven } from '../../fixtures/race.ts'

test('a frame that comes too late for the wall still completes its lap', () => {
  const drive = lapsDriven(2)
  const { telemetry, takenAtMs, frame } = drive.session
  drive.lateFrame({ fuelLiters: 81.02 }, 99_500 + 8_000, 8_000)
  drive.lateFrame({ lapsCompleted: 3, fuelLiters: 81, lastLapTimeMs: 100_003 }, 500, 8_000)
  expect(drive.session).toMatchObject({ telemetry, takenAtMs, frame })
  expect(drive.laps.at(-1)).toMatchObject({ number: 3, timeMs: 100_003, fuelUsedLiters: 3 })
})

test('a line that stalls makes neither a lap nor a stop longer', () => {
  const drive = lapsDriven(2, { inPits: true }).frame({ speedKph: 0 })
  const restMs = drive.session.lapInProgress?.rest?.sinceMs
  drive.lateFrame({ fuelLiters: 99 }, 20_000 + 8_000, 8_000).lateFrame({ speedKph: 60 }, 500, 8_000)
  const [stop] = drive.session.stops
  expect(stop).toMatchObject({ atMs: restMs, standingMs: 20_500 })
})

test('a late frame that the books know already changes nothing', () => {
  const drive = lapsDriven(2, { bootId: 'pc-1' }).frame({ seq: 9 })
  const before = drive.session
  drive.lateFrame({ seq: 8 }, 500, 4_000)
  expect(drive.session).toBe(before)
})

test('a picture of a moving car that stands still does not hide the stop that follows', () => {
  const drive = lapsDriven(3, { speedKph: 60 })
  for (let i = 0; i < 120; i++) drive.refresh()
  expect(drive.session.telemetry?.speedKph).toBe(60)
  drive.frame({ driverName: 'Ben', fuelLiters: 97, lapsCompleted: 4 })
  expect(drive.session.stops).toMatchObject([{ from: 'Ana', to: 'Ben', standingMs: null }])
})

test('a parked car is refuelled before everybody’s eyes', () => {
  const drive = lapsDriven(3, { inPits: true }).frame({ speedKph: 0, rpm: 0 })
  drive.refresh({}, 5_000).refresh({ fuelLiters: 95 }, 5_000).frame({ speedKph: 60 })
  expect(drive.session.stops).toMatchObject([{ fuelAddedLiters: 14, standingMs: 10_500 }])
})

test('a picture that stands still keeps nobody in the car', () => {
  const drive = lapsDriven(3).frame({ speedKph: 0 })
  const provenMs = drive.atMs
  drive.refresh({}, 30_000).frame({ driverName: 'Ben' }, 30_000)
  expect(drive.session.stints.at(-1)).toMatchObject({ driverName: 'Ana', endedAtMs: provenMs })
})
