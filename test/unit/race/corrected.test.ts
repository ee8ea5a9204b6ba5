import { describe, expect, test } from 'bun:test'
import { advance } from '../../../src/race/advance.ts'
import { corrected } from '../../../src/race/corrected/corrected.ts'
import type { Corrections } from '../../../src/race/inputs/corrections.ts'
import { defaultInputs } from '../../../src/race/inputs/default-inputs.ts'
import type { Session } from '../../../src/race/session.ts'
import { outlook } from '../../../src/strategy/outlook.ts'
import { lapsDriven } from '../../fixtures/race.ts'
import { pastPractice, racedSession } from '../../fixtures/raced-session.ts'
import { telemetry } from '../../fixtures/telemetry.ts'

const none = defaultInputs.corrections
const inputsWith = (known: Partial<Corrections>) => ({
  ...{ ...defaultInputs, corrections: { ...none, ...known } },
})
const withThese = (session: Session, known: Partial<Corrections>): Session => ({
  ...session,
  inputs: inputsWith(known),
})

describe('a session as the engineer corrects it', () => {
  test('is the same one while he corrects nothing', () => {
    const race = racedSession(30)
    expect(corrected(race)).toBe(race)
  })

  test('has a lap out of its averages, and the books keep it as it was', () => {
    const { session: race } = lapsDriven(8)
    const was = structuredClone(race)
    // Laps 2 to 8 took 3 L each; the fifth is said to have taken 30.
    const laps = race.laps.map((lap) => (lap.number === 5 ? { ...lap, fuelUsedLiters: 30 } : lap))
    const wild = { ...race, laps, inputs: { ...race.inputs, averageLaps: 50 } }
    expect(outlook(wild).fuel.usePerLap?.variants.push).toBe(30)
    const places = [{ chapter: 1, number: 5 }]
    const right = corrected({
      ...wild,
      inputs: { ...inputsWith({ excludedLaps: places }), averageLaps: 50 },
    })
    expect(right.laps.find(({ number }) => number === 5)?.flags).toEqual(['excluded'])
    // by hand: of laps 2 to 8 six are left, all of 3 L.
    expect(outlook(right).fuel.usePerLap).toMatchObject({ amount: 3, lapsCounted: 6 })
    expect(outlook(right).fuel.usePerLap?.variants.push).toBe(3)
    expect(race).toEqual(was)
  })

  test('knows of a tyre change and of a penalty, in its stops and on its timeline', () => {
    const race = racedSession(90)
    const right = corrected(
      withThese(race, {
        tireChanges: [{ chapter: 1, number: 2, wheels: ['fl', 'fr'] }],
        penaltyStops: [{ chapter: 1, number: 3 }],
      }),
    )
    expect(race.stops[1]?.tiresChanged).toEqual([])
    expect(right.stops[1]?.tiresChanged).toEqual(['fl', 'fr'])
    expect(right.stops.map((stop) => stop.isPenalty === true)).toEqual([false, false, true])
    const lineOf = ({ events }: Session) =>
      events.find(({ kind, lap }) => kind === 'hand-over' && lap === race.stops[1]?.lap)
    expect(lineOf(race)?.facts.tiresChanged).toBe(0)
    expect(lineOf(right)?.facts.tiresChanged).toBe(2)
  })

  test('calls a driver by his name wherever he is told of', () => {
    const feed = { driverName: 'Ben Ito', phase: 'live', sinceMs: 0, conflict: null } as const
    const seen = { telemetry: telemetry({ driverName: 'Ben Ito' }), feed }
    const race = racedSession(56, { ...seen, past: [pastPractice(40)] })
    const right = corrected(withThese(race, { driverNames: [{ from: 'Ben Ito', to: 'Benito' }] }))
    const { inputs: _inputs, ...told } = right
    expect(JSON.stringify(told).includes('"Ben Ito"')).toBe(false)
    expect(right.laps.filter(({ driverName }) => driverName === 'Benito')).toHaveLength(28)
    expect(right.stint?.driverName).toBe('Benito')
    expect(right.telemetry?.driverName).toBe('Benito')
    expect(right.past[0]?.stint?.driverName).toBe('Benito')
    expect(right.laps[0]).toBe(race.laps[0]!)
  })

  test('joins two names of one driver into one driver', () => {
    const names = [{ from: 'Cho Park', to: 'Ana Lima' }]
    const right = corrected(withThese(racedSession(84), { driverNames: names }))
    expect(outlook(right).drivers.map(({ driverName }) => driverName)).toEqual([
      'Ana Lima',
      'Ben Ito',
    ])
  })

  test('swaps two names that were mixed up', () => {
    const names = [
      { from: 'Ana Lima', to: 'Ben Ito' },
      { from: 'Ben Ito', to: 'Ana Lima' },
    ]
    const right = corrected(withThese(racedSession(56), { driverNames: names }))
    expect([right.laps[0]?.driverName, right.laps[40]?.driverName]).toEqual(['Ben Ito', 'Ana Lima'])
    expect(corrected(right)).toBe(right)
  })

  test('is meant of one chapter: a lap of the same number in the practice stays', () => {
    const race = racedSession(20, { past: [pastPractice(20, 7)] })
    const right = corrected(withThese(race, { excludedLaps: [{ chapter: 7, number: 5 }] }))
    expect(right.laps).toBe(race.laps)
    expect(right.past[0]?.laps[4]?.flags).toEqual(['excluded'])
  })
})

test('undo brings everything back', () => {
  const drive = lapsDriven(8)
  const before = drive.session
  const corrections = { ...none, excludedLaps: [{ chapter: 1, number: 5 }] }
  drive.hears({ type: 'input-set', name: 'corrections', value: corrections })
  expect(corrected(drive.session).laps[4]?.flags).toEqual(['excluded'])
  drive.hears({ type: 'input-undone', number: 1 })
  expect(corrected(drive.session)).toBe(drive.session)
  expect(outlook(drive.session).fuel).toEqual(outlook(before).fuel)
})

test('what is concluded goes by the corrections, whoever asks', () => {
  const { session: race } = lapsDriven(8)
  const laps = race.laps.map((lap) => (lap.number === 8 ? { ...lap, fuelUsedLiters: 30 } : lap))
  const wild = withThese({ ...race, laps }, { excludedLaps: [{ chapter: 1, number: 8 }] })
  expect(outlook(wild).fuel.usePerLap?.variants.last).toBe(3)
  expect(outlook(corrected(wild))).toBe(outlook(wild))
})

test('what has not changed is not corrected anew: a frame costs the same in hour 23 as in minute 5', () => {
  const race = withThese(racedSession(700, { past: [pastPractice(200)] }), {
    excludedLaps: [{ chapter: 1, number: 5 }],
    tireChanges: [{ chapter: 1, number: 2, wheels: [] }],
    driverNames: [{ from: 'Ben Ito', to: 'Benito' }],
  })
  const first = corrected(race)
  const next = corrected(advance(race, { type: 'monitor-left', atMs: race.takenAtMs! + 500 }))
  expect(next).not.toBe(first)
  for (const part of ['laps', 'stints', 'stint', 'stops', 'past'] as const) {
    expect(next[part]).toBe(first[part]!)
  }
  expect(corrected(race)).toBe(first)
})
