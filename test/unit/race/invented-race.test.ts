import { describe, expect, test } from 'bun:test'
import { type Dialect, inventedRace } from '../../../src/cli/invented-race.ts'
import { advance } from '../../../src/race/advance.ts'
import type { Lap } from '../../../src/race/lap.ts'
import { newSession, type Session } from '../../../src/race/session.ts'
import { unjudged } from '../../../src/race/units.ts'
import { isValidLap } from '../../../src/strategy/use-per-lap.ts'
import { decode } from '../../../src/wire/decode.ts'
import { judged, unitsFor } from '../../../src/wire/units.ts'
import { aCar, anId } from '../../fixtures/race.ts'

const startMs = Date.UTC(2026, 5, 13, 14)

/** A whole race as a monitor publishes it at 2 Hz, taken in as the server does. */
function watched(seed: number, dialect: Dialect, raceMinutes: number) {
  const race = inventedRace({ seed, dialect, raceMinutes })
  let session: Session = newSession({ car: aCar, id: anId, mode: 'keyed' }, 0)
  let verdict = unjudged
  for (let atMs = 0, seq = 1; atMs <= race.endMs; atMs += 500, seq++) {
    const frame = race.frameAt(atMs, {
      timestamp: new Date(startMs + atMs).toISOString(),
      seq,
      bootId: 'boot',
    })
    verdict = judged(verdict, frame)
    const units = unitsFor(frame, verdict)
    const { telemetry, refused } = decode(frame, units)
    expect(refused).toEqual([])
    session = advance(session, {
      type: 'telemetry',
      atMs,
      lateMs: 0,
      isLate: false,
      isRefresh: false,
      telemetry,
      frame,
      units,
      pc: 'a',
      verdict,
    })
  }
  return { session, truth: race.truth }
}

describe.each(['units', 'existing'] as const)('a whole race in the dialect "%s"', (dialect) => {
  test.each([1, 2, 3])('is seen as it was driven (seed %d)', (seed) => {
    const { session, truth } = watched(seed, dialect, 90)
    expect(session.laps.map((lap) => lap.number)).toEqual(truth.laps.map((lap) => lap.number))
    const real = (lap: Lap) => truth.laps[lap.number - 1]!
    const errorsMs = session.laps
      .flatMap((lap) => (lap.timeMs === null ? [] : Math.abs(lap.timeMs - real(lap).timeMs)))
      .sort((a, b) => a - b)
    // Lap times are the simulator's own, or come from crossings seen at 2 Hz: 0.2 s in 95 of 100.
    expect(errorsMs[Math.floor(errorsMs.length * 0.95)]).toBeLessThan(200)
    expect(errorsMs.length).toBeGreaterThanOrEqual(truth.laps.length - 1)
    for (const lap of session.laps.filter(isValidLap)) {
      expect(real(lap)).toMatchObject({ isInLap: false, isOutLap: false })
      // One frame of 0.5 s at each end of the lap holds about 0.02 L.
      expect(Math.abs(lap.fuelUsedLiters! - real(lap).fuelUsedLiters)).toBeLessThan(0.1)
    }
    // First of the race, and two laps for each stop, tell nothing; all others do.
    const counted = session.laps.filter(isValidLap).length
    expect(counted).toBeGreaterThanOrEqual(truth.laps.length - 3 - 3 * truth.stops.length)
    expect(session.stint?.number).toBe(truth.stops.length + 1)
    const stops = session.events.filter(({ kind }) => kind === 'pit-stop')
    const work = truth.stops.map((stop) => stop.changedTires.length).reverse()
    expect(stops.map(({ facts }) => facts.tiresChanged)).toEqual(work)
  })
})
