import { expect, test } from 'bun:test'
import { advance } from '../../../src/race/advance.ts'
import { defaultInputs } from '../../../src/race/inputs/default-inputs.ts'
import type { Session } from '../../../src/race/session.ts'
import { outlook } from '../../../src/strategy/outlook.ts'
import { pastPractice, racedSession } from '../../fixtures/raced-session.ts'
import { telemetry } from '../../fixtures/telemetry.ts'

/** A table that counts how often one of its rows is looked at. */
function counted<Row>(rows: readonly Row[]) {
  const looks = { count: 0 }
  const table = new Proxy(rows, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks.count++
      return Reflect.get(target, key)
    },
  })
  return { table, looks }
}

const corrections = {
  ...defaultInputs.corrections,
  excludedLaps: [{ chapter: 1, number: 3 }],
  driverNames: [{ from: 'Ben Ito', to: 'Benito' }],
}
const plain = { ...defaultInputs, roster: ['Ana Lima', 'Benito', 'Cho Park'] }
const inputs = { ...plain, corrections }

/** Rows that are looked at in 15 s of frames, after `laps` laps: once with what is old worked out, then with every frame. */
function looksAfter(laps: number, told: Session['inputs']) {
  const raced = racedSession(laps, { inputs: told, past: [pastPractice(60)] })
  const tables = {
    laps: counted(raced.laps),
    stints: counted(raced.stints),
    stops: counted(raced.stops),
  }
  const seen = { driverName: 'Ana Lima', position: 1, speedKph: 200, lapDistanceMeters: 900 }
  const race = { trackLengthMeters: 4_900, sessionTimeRemainingMs: 7_200_000, fuelLiters: 60 }
  let session: Session = {
    ...raced,
    ...{ laps: tables.laps.table, stints: tables.stints.table, stops: tables.stops.table },
    telemetry: telemetry({ ...seen, ...race }),
  }
  const total = () => Object.values(tables).reduce((sum, { looks }) => sum + looks.count, 0)
  outlook(session)
  const first = total()
  for (let frame = 1; frame <= 30; frame++) {
    const fuelLiters = 60 - frame / 100
    const next = session.telemetry && { ...session.telemetry, fuelLiters }
    session = { ...session, telemetry: next, takenAtMs: session.takenAtMs! + 500 }
    expect(outlook(session).lapsLeft?.laps).toBeGreaterThan(20)
  }
  return { first, frames: total() - first }
}

test.each([
  ['as it was written', plain],
  ['corrected', inputs],
])('a frame of hour 23 looks at no more of the books than one of the first hour: %s', (_, told) => {
  const [early, late] = [looksAfter(60, told), looksAfter(800, told)]
  // Once a lap all of them are walked: that is what is not done with every frame.
  expect(late.first).toBeGreaterThan(800)
  expect(early.frames / 30).toBeLessThanOrEqual(2)
  // Driving times are worked out every ten seconds, from the 28 stints: at most twice in 15 s.
  expect(late.frames - early.frames).toBeLessThanOrEqual(2 * 28)
})

test('what is not of the race, as a note or a call, is no reason to conclude anew from the laps', () => {
  const raced = racedSession(800, { inputs: plain, telemetry: telemetry({ fuelLiters: 60 }) })
  const { table, looks } = counted(raced.laps)
  const session = { ...raced, laps: table }
  outlook(session)
  const before = looks.count
  outlook(advance(session, { type: 'note-written', atMs: session.takenAtMs!, text: 'rain soon' }))
  expect(looks.count - before).toBeLessThanOrEqual(20)
})
