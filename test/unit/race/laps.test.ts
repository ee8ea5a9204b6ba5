import { expect, test } from 'bun:test'
import { Drive, lapsDriven } from '../../fixtures/race.ts'

test('a lap is completed when the number of completed laps rises', () => {
  const drive = lapsDriven(2)
  expect(drive.laps.map((lap) => lap.number)).toEqual([1, 2])
  expect(drive.session.lapInProgress?.number).toBe(3)
})

test('a lap is driven by whoever drives the stint, though the frame at the line names nobody', () => {
  const drive = lapsDriven(2).lap({ lapsCompleted: 3, driverName: null })
  drive.frame({ driverName: 'Ana' }).lap({ lapsCompleted: 4 })
  expect(drive.laps.map((lap) => lap.driverName)).toEqual(['Ana', 'Ana', 'Ana', 'Ana'])
})

test('the lap in which the monitor was first seen is a gap: nobody watched its beginning', () => {
  const [first, second] = lapsDriven(2).laps
  expect(first?.flags).toEqual(['first', 'gap'])
  expect(first?.fuelUsedLiters).toBeNull()
  expect(second).toMatchObject({
    flags: [],
    fuelUsedLiters: 3,
    timeMs: 100_002,
    timeEstimated: false,
  })
})

test('laps 1 to 1 of the existing monitor are told apart by the lap time that falls', () => {
  const drive = new Drive({ lap: 1, speedKph: 200, fuelLiters: 60 })
  drive.frame({ lapTimeMs: 5_000 }).frame({ lapTimeMs: 107_000 }, 102_000)
  drive.frame({ lapTimeMs: 300, fuelLiters: 57 }, 1_000)
  expect(drive.laps).toHaveLength(1)
  expect(drive.session.lapInProgress?.number).toBe(2)
})

test('a lap time that falls and a lap number that rises a frame later are one crossing', () => {
  const drive = new Drive({ lap: 2, lapTimeMs: 107_000, speedKph: 200 }).frame()
  drive.frame({ lapTimeMs: 300 }).frame({ lap: 3, lapTimeMs: 800 })
  expect(drive.laps).toHaveLength(1)
})

test('a lap time that falls while the car stands in the garage is no lap', () => {
  const drive = new Drive({ lap: 2, lapTimeMs: 107_000, speedKph: 0 }).frame()
  drive.frame({ lapTimeMs: 0 }).frame({ lapTimeMs: -2_758 })
  expect(drive.laps).toHaveLength(0)
})

test('laps driven unseen are noted as gaps, so that the count stays right', () => {
  const drive = lapsDriven(2).frame(
    { lapsCompleted: 5, fuelLiters: 75, lastLapTimeMs: 99_000 },
    300_000,
  )
  expect(drive.laps.map((lap) => [lap.number, lap.flags.includes('gap')])).toEqual([
    [1, true],
    [2, false],
    [3, true],
    [4, true],
    [5, true],
  ])
  expect(drive.laps.at(-1)?.fuelUsedLiters).toBeNull()
  expect(drive.session.lapInProgress?.number).toBe(6)
})

test('a monitor that counts a million laps does not fill the memory', () => {
  const drive = lapsDriven(2).frame({ lapsCompleted: 1_000_000 }, 1_000)
  for (let i = 0; i < 7; i++) drive.frame()
  expect(drive.laps.length).toBeLessThan(200)
  expect(drive.laps.at(-1)?.number).toBe(1_000_000)
})

test('a lap count that falls for one frame and comes back makes no laps', () => {
  const drive = lapsDriven(2).frame({ lapsCompleted: 0 }).frame({ lapsCompleted: 2 })
  expect(drive.laps).toHaveLength(2)
})

test('a lap time that arrives two frames late still belongs to its lap', () => {
  const drive = lapsDriven(2)
  drive
    .frame({ lapsCompleted: 3, fuelLiters: 81 }, 100_000)
    .frame()
    .frame({ lastLapTimeMs: 98_765 })
  expect(drive.laps.at(-1)).toMatchObject({ timeMs: 98_765, timeEstimated: false })
})

test('without lap times of the simulator they are derived from two crossings, and say so', () => {
  const drive = new Drive({
    bootId: 'pc-1',
    lap: 3,
    speedKph: 200,
    timestampMs: 0,
    lapTimeMs: 90_000,
  }).frame()
  drive.frame({ timestampMs: 9_500, lapTimeMs: 99_500 }, 9_500)
  drive.frame({ timestampMs: 10_500, lapTimeMs: 500, lap: 4 }, 1_000)
  drive.frame({ timestampMs: 118_300, lapTimeMs: 107_000 }, 107_300)
  drive.frame({ timestampMs: 118_800, lapTimeMs: 300, lap: 5 }, 1_400)
  expect(drive.laps.at(-1)).toMatchObject({ timeMs: 108_500, timeEstimated: true })
})

test('where the lap distance wraps, the crossing is found between the two frames', () => {
  const drive = new Drive({
    bootId: 'pc-1',
    lapsCompleted: 0,
    speedKph: 180,
    trackLengthMeters: 5_000,
  })
  drive.frame({ timestampMs: 0, lapDistanceMeters: 4_975 })
  drive.frame({ timestampMs: 1_000, lapDistanceMeters: 25, lapsCompleted: 1 })
  drive.frame({ timestampMs: 100_000, lapDistanceMeters: 4_990 })
  drive.frame({ timestampMs: 100_500, lapDistanceMeters: 15, lapsCompleted: 2 })
  expect(drive.laps.at(-1)).toMatchObject({ timeMs: 99_700, timeEstimated: true })
})

test('a lap much slower than the recent ones is marked slow', () => {
  const drive = lapsDriven(4).lap({ lapsCompleted: 5, lastLapTimeMs: 109_000 }, 109_000)
  expect(drive.laps.at(-1)?.flags).toEqual(['slow'])
})

test('a lap that the simulator does not count is marked invalid', () => {
  const drive = lapsDriven(2).frame({ lapValid: false }).frame({ lapValid: true })
  drive.lap({ lapsCompleted: 3, lastLapTimeMs: 97_000 }, 97_000)
  expect(drive.laps.at(-1)?.flags).toEqual(['invalid'])
})

test('a wet track is let in after six laps: the pace of now is the pace that counts', () => {
  const drive = lapsDriven(10)
  let fuel = 60
  for (let lap = 11; lap <= 26; lap++) {
    fuel -= 2.5
    drive.lap({ lapsCompleted: lap, fuelLiters: fuel, lastLapTimeMs: 115_000 + lap }, 115_000)
  }
  const isSlow = (number: number) =>
    drive.laps.find((lap) => lap.number === number)?.flags.includes('slow')
  expect(isSlow(11)).toBe(true)
  expect(isSlow(17)).toBe(false)
  expect(isSlow(26)).toBe(false)
})

test('one frame that counts 60,000 laps is a glitch, not a race', () => {
  const drive = lapsDriven(5).frame({ lapsCompleted: 65_535 }).frame({ lapsCompleted: 5 })
  expect(drive.laps).toHaveLength(5)
  drive.frame({ lapsCompleted: 6, lastLapTimeMs: 100_500 }, 99_000)
  expect(drive.laps.map((lap) => lap.number)).toEqual([1, 2, 3, 4, 5, 6])
})

test('a lap count that says the same for three seconds is believed, however far it jumped', () => {
  const drive = lapsDriven(2).frame({ lapsCompleted: 40 })
  for (let i = 0; i < 7; i++) drive.frame()
  expect(drive.session.lapInProgress?.number).toBe(41)
})

test('laps driven while the server was away fit into the time it was away', () => {
  const drive = lapsDriven(2).frame({ lapsCompleted: 12 }, 1_000_000)
  expect(drive.session.lapInProgress?.number).toBe(13)
})

test('a lap counter that comes later sets the number right', () => {
  const drive = new Drive({ lap: 2, speedKph: 200 }).frame().frame({ lapsCompleted: 58, lap: 59 })
  expect(drive.session.lapInProgress?.number).toBe(59)
  expect(drive.laps).toHaveLength(0)
})

test('a lap whose end nobody saw tells no use, and neither does the one after it', () => {
  const drive = lapsDriven(3).frame({ fuelLiters: 80 }, 50_000)
  // The server was away for 100 s, in which the line was crossed once.
  drive.frame({ lapsCompleted: 4, fuelLiters: 77, lastLapTimeMs: 100_004 }, 100_000)
  drive.frame({ lapsCompleted: 5, fuelLiters: 75.5, lastLapTimeMs: 100_005 }, 50_000)
  drive.frame({ lapsCompleted: 6, fuelLiters: 72.5, lastLapTimeMs: 100_006 }, 100)
  const [, , , fourth, fifth] = drive.laps
  expect(fourth).toMatchObject({ flags: ['gap'], fuelUsedLiters: null, timeMs: 100_004 })
  expect(fifth).toMatchObject({ flags: ['gap'], fuelUsedLiters: null, timeMs: 100_005 })
})

test('laps of a monitor without a lap counter that arrive in a burst are all counted', () => {
  const drive = new Drive({
    lap: 1,
    lapTimeMs: 90_000,
    speedKph: 200,
    timestampMs: 0,
    bootId: 'pc',
  }).frame()
  for (let lap = 1; lap <= 5; lap++) {
    const crossedAtMs = lap * 100_000
    drive.frame({ timestampMs: crossedAtMs - 500, lapTimeMs: 99_500 }, 50)
    drive.frame({ timestampMs: crossedAtMs + 500, lapTimeMs: 500, lap }, 50)
  }
  expect(drive.laps).toHaveLength(5)
})

test("another PC's clock that is three hours ahead neither makes nor hides a lap", () => {
  const drive = new Drive({
    lap: 4,
    lapTimeMs: 99_500,
    speedKph: 200,
    timestampMs: 0,
    bootId: 'a',
  }).frame()
  drive.frame({ timestampMs: 500, lapTimeMs: 0, lap: 4 })
  drive.frame({ timestampMs: 10_800_000, bootId: 'b', lap: 5, lapTimeMs: 400 })
  expect(drive.laps).toHaveLength(1)
})
