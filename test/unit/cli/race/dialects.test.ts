import { describe, expect, test } from 'bun:test'
import { inventedRace } from '../../../../src/cli/invented-race.ts'
import { unjudged } from '../../../../src/race/units.ts'
import { decode } from '../../../../src/wire/decode.ts'
import { judged, unitsFor } from '../../../../src/wire/units.ts'

const typed = inventedRace({ seed: 1 })
const existing = inventedRace({ seed: 1, dialect: 'existing' })
const stamp = { timestamp: '2026-01-01T12:00:00.000Z', seq: 41, bootId: 'boot' }
const { laps, stops, greenAtMs, flagAtMs } = typed.truth

describe("the existing monitor's dialect", () => {
  test('has exactly the fields of that monitor, in its order', () => {
    expect(Object.keys(existing.frameAt(300_000, stamp))).toEqual([
      'timestamp',
      'lap',
      'position',
      'lap_time',
      'fuel',
      'fuel_capacity',
      'tire_pressures',
      'tire_temps',
      'tire_wear',
      'brake_temps',
      'engine_water_temp',
      'track_temp',
      'ambient_temp',
      'speed',
      'gear',
      'rpm',
      'player_name',
      'car_name',
      'track_name',
      'session_type',
    ])
  })

  test('says lap 1 on the first and on the second lap, and 2 on the third', () => {
    const lapNumbers = laps.slice(0, 3).map((lap) => existing.frameAt(lap.startedAtMs, stamp).lap)
    expect(lapNumbers).toEqual([1, 1, 2])
  })

  test('sends brakes in Kelvin, pressures in kPa and what is left of the tyre', () => {
    const [old, full] = [existing.frameAt(300_000, stamp), typed.frameAt(300_000, stamp)]
    const fl = (values: unknown) => (values as { fl: number }).fl
    expect(fl(old.brake_temps)).toBeCloseTo(fl(full.brake_temps) + 273.15, 0)
    expect(fl(old.tire_pressures)).toBeWithin(150, 200)
    expect(fl(old.tire_wear)).toBeWithin(0.9, 1)
  })

  test('counts the running lap from 0 again at the line, and never falls before it', () => {
    let before = 0
    for (let at = 0; at < laps[4]!.completedAtMs; at += 500) {
      const lapTime = existing.frameAt(at, stamp).lap_time as number
      const crossed = laps.some((lap) => lap.completedAtMs > at - 500 && lap.completedAtMs <= at)
      if (crossed) expect(lapTime).toBeLessThan(1)
      else expect(lapTime).toBeGreaterThanOrEqual(before)
      before = lapTime
    }
  })
})

describe('the dialect with units', () => {
  test('declares them, and who sends in which order', () => {
    expect(typed.frameAt(300_000, stamp)).toMatchObject({
      units: { pressure: 'kPa', temperature: 'C', wear: 'remaining_fraction' },
      seq: 41,
      boot_id: 'boot',
      timestamp: stamp.timestamp,
      in_control: true,
    })
  })

  test('goes from formation to green to the chequered flag while the clock runs down', () => {
    const phases = [0, greenAtMs, flagAtMs - 1, flagAtMs].map((at) => typed.frameAt(at, stamp))
    expect(phases.map((frame) => frame.game_phase)).toEqual(['formation', 'green', 'green', 'over'])
    expect(phases.map((frame) => frame.flag)).toEqual(['green', 'green', 'green', 'checkered'])
    expect(phases[0]!.session_time_remaining).toBe(14_400)
    expect(phases[3]!.session_time_remaining).toBe(0)
    expect(phases[3]!.laps_completed).toBe(laps.length)
  })

  test('knows no last lap before there is one', () => {
    expect(typed.frameAt(greenAtMs, stamp)).toMatchObject({ last_lap_time: -1, best_lap_time: -1 })
    const [first] = laps
    expect(typed.frameAt(first!.completedAtMs, stamp).last_lap_time).toBe(first!.timeMs / 1000)
  })

  test('tells a stop from racing', () => {
    const [stop] = stops
    const at = (ms: number) => typed.frameAt(stop!.startedAtMs + ms, stamp)
    expect(at(-10_000)).toMatchObject({ in_pits: true, pit_state: 'entering', pitstops: 0 })
    expect(at(1000)).toMatchObject({ state: 'pit', pit_state: 'stopped', pitstops: 1, speed: 0 })
    expect(at(stop!.standingMs + 1000)).toMatchObject({ pit_state: 'exiting', speed: 60 })
    expect(at(stop!.standingMs + 60_000)).toMatchObject({ state: 'driving', pit_state: 'none' })
  })

  test('is small: a frame has a few KB', () => {
    expect(JSON.stringify(typed.frameAt(300_000, stamp)).length).toBeLessThan(3000)
  })
})

describe('the server', () => {
  test.each([
    ['declared', typed],
    ['detected', existing],
  ])('understands every value of a whole race, units %s', (source, race) => {
    let verdict = unjudged
    for (let at = 0; at < 20_000; at += 500) verdict = judged(verdict, race.frameAt(at, stamp))
    for (let at = 0; at <= race.endMs; at += 3001) {
      const frame = race.frameAt(at, stamp)
      const units = unitsFor(frame, verdict)
      expect(units.source).toBe(source as typeof units.source)
      const { telemetry, refused } = decode(frame, units)
      expect(refused).toEqual([])
      expect(telemetry.brakeTempC.fl).toBeWithin(249, 1000)
    }
  })
})
