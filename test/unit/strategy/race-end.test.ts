import { describe, expect, test } from 'bun:test'
import type { Inputs } from '../../../src/race/inputs/inputs.ts'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import { finishOutlook } from '../../../src/strategy/finish/finish-outlook.ts'
import { raceEnd } from '../../../src/strategy/finish/race-end.ts'
import { Drive } from '../../fixtures/race.ts'

const NOW_MS = 1_000_000

function raced(sent: Partial<Telemetry>, race: Partial<Inputs['race']> = {}) {
  const { session } = new Drive({ sessionType: 'Race', fuelLiters: 50, ...sent }).frame({}, NOW_MS)
  return { ...session, inputs: { ...session.inputs, race: { ...session.inputs.race, ...race } } }
}
const endOf = (...told: Parameters<typeof raced>) => raceEnd(raced(...told))

describe('what ends the race', () => {
  test('is the clock that the monitor sends, before what the engineer has entered', () => {
    const sent = { sessionTimeRemainingMs: 3_600_000 }
    expect(endOf(sent, { endsAtMs: NOW_MS + 60_000 })).toEqual({
      ...{ kind: 'time', leftMs: 3_600_000, basis: 'monitor' },
    })
  })

  test('is the engineer’s race end, where the monitor sends none', () => {
    // by hand: 4 600 000 − 1 000 000 = 3 600 000 ms; once it is past, 0.
    expect(endOf({}, { endsAtMs: 4_600_000 })).toEqual({
      ...{ kind: 'time', leftMs: 3_600_000, basis: 'engineer' },
    })
    expect(endOf({}, { endsAtMs: 900_000 })).toMatchObject({ leftMs: 0 })
  })

  test('goes on while nobody sees the car', () => {
    // by hand: 3600 s were left as it was last seen, 600 s ago: 3000 s.
    const blind = { ...raced({ sessionTimeRemainingMs: 3_600_000 }), passedAtMs: NOW_MS + 600_000 }
    expect(raceEnd(blind)).toMatchObject({ leftMs: 3_000_000 })
  })

  test('is a number of laps, as sent or as entered, where no clock runs', () => {
    const laps = { sessionLaps: 50, sessionTimeRemainingMs: 0 }
    expect(endOf(laps)).toEqual({ kind: 'laps', total: 50, basis: 'monitor' })
    expect(endOf(laps, { laps: 40 })).toEqual({ kind: 'laps', total: 40, basis: 'engineer' })
  })

  test('is asked for in a race that tells none, and in no practice', () => {
    expect(endOf({})).toEqual({ kind: 'none', ask: 'race-end' })
    expect(endOf({ sessionType: 'Practice', sessionTimeRemainingMs: 600_000 })).toEqual({
      ...{ kind: 'none', ask: null },
    })
  })
})

describe('the way to the flag', () => {
  const ground = {
    ...{ lapMs: 95_000, part: 0.4, lapsLeft: 200, fillLaps: 200, marginLaps: 0.3 },
    ...{ reserveLaps: 0.3, stopLossMs: 0, refuelMs: 0 },
  }
  const wayOf = (...told: Parameters<typeof raced>) => {
    const session = raced(...told)
    return finishOutlook(session, raceEnd(session), ground)
  }
  const lead = { position: 1, sessionTimeRemainingMs: 3_600_000 }

  test('golden: 38.6 laps where we lead, and what that rests on', () => {
    // by hand: 3600 / 95 + 0.4 = 38.29 → 39; − 0.4 = 38.6.
    const way = wayOf(lead)
    expect(way?.best).toBeCloseTo(38.6, 9)
    expect(way).toMatchObject({ leader: 'us', basis: 'monitor', flagInMs: 3_600_000 })
  })

  test('is a lap longer by the rule of one lap more', () => {
    // by hand: (3600 + 95) / 95 + 0.4 = 39.29 → 40; 39.6.
    expect(wayOf(lead, { finishRule: 'plus-one' })?.best).toBeCloseTo(39.6, 9)
    expect(wayOf({ ...lead, flag: 'checkered' }, { finishRule: 'plus-one' })?.best).toBeCloseTo(
      0.6,
      9,
    )
  })

  test('is as long as the laps of the race', () => {
    // by hand: 50 − 0 − 0.4 = 49.6, from the first lap.
    expect(wayOf({ sessionLaps: 50 })?.best).toBeCloseTo(49.6, 9)
    expect(wayOf({})).toBeNull()
  })
})
