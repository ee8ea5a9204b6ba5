import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { defaultInputs } from '../../../src/race/inputs/default-inputs.ts'
import type { Inputs } from '../../../src/race/inputs/inputs.ts'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import { outlook } from '../../../src/strategy/outlook.ts'
import { racedSession } from '../../fixtures/raced-session.ts'
import { telemetry } from '../../fixtures/telemetry.ts'

/** Every number in it, with where it is. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => numbersIn(each, `${path}.${name}`))
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const ms = (max: number) => fc.integer({ min: 0, max })

const sent: fc.Arbitrary<Partial<Telemetry>> = fc.record({
  fuelLiters: maybe(between(0, 250)),
  fuelCapacityLiters: maybe(between(1, 250)),
  virtualEnergyRatio: maybe(between(0, 1.05)),
  position: maybe(fc.integer({ min: 1, max: 60 })),
  sessionLaps: maybe(fc.integer({ min: 0, max: 999_999 })),
  sessionTimeRemainingMs: maybe(ms(86_400_000)),
  lapDistanceMeters: maybe(between(0, 13_000)),
  trackLengthMeters: maybe(between(1, 13_000)),
  leaderLapTimeMs: maybe(ms(600_000)),
  leaderLapProgressRatio: maybe(between(0, 1)),
  gapLeaderMs: maybe(ms(3_600_000)),
  speedKph: maybe(between(0, 400)),
  driverName: maybe(fc.constantFrom('Ana Lima', 'Ben Ito', 'Dan')),
})

const told: fc.Arbitrary<Inputs> = fc
  .record({
    race: fc.record({
      endsAtMs: maybe(fc.constant(racedSession(1).takenAtMs! + 7_200_000)),
      laps: maybe(fc.integer({ min: 1, max: 2000 })),
      finishRule: fc.constantFrom('leader-flag' as const, 'plus-one' as const),
    }),
    averageLaps: fc.integer({ min: 1, max: 50 }),
    marginLaps: between(0, 5),
    reserveLaps: between(0, 5),
    pitEntryRatio: between(0.5, 1),
    roster: fc.constantFrom([], ['Ana Lima', 'Ben Ito', 'Cho Park']),
  })
  .map((known) => ({ ...defaultInputs, ...known }))

test('whatever a monitor sends and the engineer says, the outlook has no NaN and nothing without end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      sent,
      told,
      maybe(ms(7_200_000)),
      (n, t, i, later) => {
        const raced = racedSession(n, { telemetry: telemetry(t), inputs: i })
        const passedAtMs = later === null ? null : raced.takenAtMs! + later
        const seen = outlook({ ...raced, passedAtMs })
        const odd = numbersIn(seen).filter(([, value]) => !Number.isFinite(value))
        expect(odd).toEqual([])
        // What still has to be filled in may be below 0: then so much will be left.
        const mayBeLess = ['.toFinish.', '.wear']
        const negative = numbersIn(seen).filter(([, value]) => value < 0)
        expect(
          negative.filter(([path]) => !mayBeLess.some((each) => path.startsWith(each))),
        ).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})

test('more fuel is never fewer laps, never a stop more, and never less to spare', () => {
  fc.assert(
    fc.property(between(1, 120), between(0, 60), sent, told, (fuelLiters, more, t, inputs) => {
      const now = (level: number) =>
        outlook(racedSession(40, { telemetry: telemetry({ ...t, fuelLiters: level }), inputs }))
      const [less, full] = [now(fuelLiters), now(fuelLiters + more)]
      expect(full.lapsLeft!.laps).toBeGreaterThanOrEqual(less.lapsLeft!.laps)
      const stops = [full.finish?.stopsLeft, less.finish?.stopsLeft]
      if (typeof stops[0] === 'number' && typeof stops[1] === 'number') {
        expect(stops[0]).toBeLessThanOrEqual(stops[1])
      }
    }),
    { numRuns: 100 },
  )
})
