import { describe, expect, test } from 'bun:test'
import type { Stint } from '../../../src/race/stint.ts'
import { type DriversGround, driverOutlooks } from '../../../src/strategy/drivers/driver-outlook.ts'
import { nextDriver, plannedTurns } from '../../../src/strategy/drivers/planned-turns.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const noRules = { minMs: null, maxMs: null, stintMaxMs: null, window: null }

/** Ana drives since minute 60, after Cho; 35 minutes to the stop, stints of 50, 3 h to the flag. */
const ground = (known: Partial<DriversGround> = {}): DriversGround => ({
  ...{ nowMs: 75 * MINUTE, driverName: 'Ana', roster: ['Ana', 'Ben', 'Cho'], calledNext: null },
  ...{ untilStopMs: 35 * MINUTE, stintMs: 50 * MINUTE, untilFlagMs: 3 * HOUR, rules: noRules },
  ...known,
})

const stints: readonly Stint[] = [
  { number: 1, driverName: 'Cho', startedAtMs: 0, startLap: 1, endedAtMs: 59 * MINUTE, endLap: 30 },
  {
    ...{ number: 2, driverName: 'Ana', startedAtMs: HOUR, startLap: 31 },
    endedAtMs: null,
    endLap: null,
  },
]

const minutes = (known: Partial<DriversGround> = {}) =>
  plannedTurns(ground(known)).map(({ driverName, fromMs, toMs }) => [
    driverName,
    fromMs / MINUTE,
    toMs / MINUTE,
  ])

describe('who drives when', () => {
  test('goes by the roster, a stint each, to the flag', () => {
    // by hand: now 75, stop at 110, then 50 minutes each: 160, 210, and the flag at 75 + 180 = 255.
    expect(minutes()).toEqual([
      ['Ana', 75, 110],
      ['Ben', 110, 160],
      ['Cho', 160, 210],
      ['Ana', 210, 255],
    ])
  })

  test('begins with whom the engineer has called, and goes on from there', () => {
    expect(minutes({ calledNext: 'Cho' }).map(([name]) => name)).toEqual([
      'Ana',
      'Cho',
      'Ana',
      'Ben',
    ])
  })

  test('stays as it is without a stop or without a next driver', () => {
    expect(minutes({ untilStopMs: null })).toEqual([['Ana', 75, 255]])
    expect(minutes({ roster: ['Ana'] })).toEqual([['Ana', 75, 255]])
    expect(nextDriver(ground({ driverName: 'Dan' }))).toBeNull()
    expect(plannedTurns(ground({ driverName: null }))).toEqual([])
  })
})

describe('each driver', () => {
  const of = (name: string, known: Partial<DriversGround> = {}) =>
    driverOutlooks(stints, ground(known)).find(({ driverName }) => driverName === name)

  test('is up when the one before him comes in', () => {
    // by hand: Ben in 35 minutes; Cho in 35 + 50 = 85. Ana drives.
    expect(of('Ben')).toMatchObject({ isNext: true, upInMs: 35 * MINUTE, restMs: null })
    expect(of('Cho')).toMatchObject({ isNext: false, upInMs: 85 * MINUTE })
    expect(of('Ana')).toMatchObject({ isDriving: true, upInMs: null, currentMs: 15 * MINUTE })
  })

  test('has rested since he got out', () => {
    // by hand: 75 − 59 = 16 minutes.
    expect(of('Cho')).toMatchObject({ totalMs: 59 * MINUTE, restMs: 16 * MINUTE })
  })

  test('is told what he will be short of the least', () => {
    // by hand, at least 2 h each: Ana 15 + 35 + 45 = 95, short of 25; Ben 50, short of 70; Cho 59 + 50 = 109, short of 11.
    const rules = { ...noRules, minMs: 2 * HOUR }
    const missing = ['Ana', 'Ben', 'Cho'].map((name) => of(name, { rules })!.missingMs! / MINUTE)
    expect(missing).toEqual([25, 70, 11])
    expect(of('Ana', { rules, untilFlagMs: null })?.missingMs).toBeNull()
    expect(of('Ana', { rules: { ...noRules, minMs: 95 * MINUTE } })?.missingMs).toBeNull()
  })

  test('is warned of a rule that breaks if he stays, and of one that breaks as planned', () => {
    // by hand, 100 minutes at the most: Ana stays: 15 driven, 85 more: 75 + 85 = 160. As planned she has 15 + 35 = 50 when
    // she gets in again at 210, 50 more may be, the flag is after 45. Cho, with 59 driven, from 160 on 41: 201.
    const rules = { ...noRules, maxMs: 100 * MINUTE }
    expect(of('Ana', { rules })?.ifStays).toEqual({ rule: 'max', atMs: 160 * MINUTE })
    expect(of('Ana', { rules })?.asPlanned).toBeNull()
    expect(of('Cho', { rules })?.asPlanned).toEqual({ rule: 'max', atMs: 201 * MINUTE })
    expect(of('Cho', { rules })?.ifStays).toBeNull()
  })

  test('is in the list though nobody has him on the roster', () => {
    const names = driverOutlooks(stints, ground({ roster: ['Ben'] })).map((each) => each.driverName)
    expect(names).toEqual(['Ben', 'Cho', 'Ana'])
  })
})
