import { expect, test } from 'bun:test'
import { chaptersOf } from '../../../../src/strategy/chapter-books.ts'
import { raceJson } from '../../../../views/ledger/race-json.ts'
import { type RaceTable, raceTables } from '../../../../views/ledger/race-tables.ts'
import { aLap, pastPractice, racedCar, racedSession } from '../../../fixtures/raced-session.ts'

/** Rows by the names in the header. */
function rowsOf(csv: string) {
  const [header = '', ...lines] = csv.trimEnd().split('\r\n')
  const names = header.split(',')
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])),
  )
}

const raced = racedSession(60, { past: [pastPractice(4, 1)] })
const session = { ...raced, chapter: { ...raced.chapter!, number: 2 } }
const table = (name: RaceTable) => rowsOf(raceTables[name](chaptersOf(session)))

test('every lap of every session is a row, with its units in the header', () => {
  const laps = table('laps')
  expect(laps.map((lap) => lap.session)).toEqual([...Array(4).fill('1'), ...Array(60).fill('2')])
  expect(laps.at(-1)).toMatchObject({
    session_type: 'Race',
    track: 'Imola',
    lap: '60',
    stint: '3',
    driver: 'Cho Park',
    time_estimated: 'no',
    flags: '',
    completed_at: '2026-06-13T15:48:00.000Z',
  })
  expect(Number(laps.at(-1)?.fuel_l)).toBeCloseTo(81.12)
  expect(Number(laps.at(-1)?.tread_fl_percent)).toBeCloseTo(97.6)
})

test('what is not known of a lap is empty, never 0', () => {
  const lap = aLap({ timeMs: null, fuelUsedLiters: null, driverName: null, flags: ['gap', 'in'] })
  const [row] = rowsOf(raceTables.laps(chaptersOf({ ...session, past: [], laps: [lap] })))
  expect(row).toMatchObject({ time_s: '', fuel_used_l: '', driver: '', flags: 'gap in' })
  expect(row).toMatchObject({ energy_percent: '', tread_rr_percent: '', water_c: '' })
})

test('stints have their averages, a stint that goes on no end', () => {
  const stints = table('stints')
  expect(stints.at(-2)).toMatchObject({ stint: '2', driver: 'Ben Ito', laps: '28', last_lap: '56' })
  expect(Number(stints.at(-2)?.average_lap_s)).toBeGreaterThan(107)
  expect(stints.at(-1)).toMatchObject({ stint: '3', last_lap: '', ended_at: '' })
})

test('stops say who got out and in, what was done, and whether anybody watched', () => {
  const [stop] = table('stops')
  expect(stop).toMatchObject({
    ...{ lap: '29', from_driver: 'Ana Lima', to_driver: 'Ben Ito', watched: 'yes' },
    ...{ standing_s: '44.1', fuel_added_l: '62.3', energy_added_percent: '70' },
    tires_changed: 'fl fr rl rr',
  })
  const unwatched = { ...session.stops[0]!, standingMs: null, fuelAddedLiters: null }
  const [row] = rowsOf(raceTables.stops(chaptersOf({ ...session, stops: [unwatched] })))
  expect(row).toMatchObject({ watched: 'no', standing_s: '', fuel_added_l: '' })
})

test('the ledger for programs has the same rows, the timeline and driving times', () => {
  const ledger = JSON.parse(raceJson(session, chaptersOf(session), session.takenAtMs!))
  expect(ledger).toMatchObject({ session_id: session.id, over_at: null })
  expect(ledger.sessions.map((each: { laps: unknown[] }) => each.laps.length)).toEqual([4, 60])
  expect(ledger.sessions[1].laps[0]).toMatchObject({
    lap: 1,
    driver: 'Ana Lima',
    flags: ['out', 'refuel', 'first', 'slow'],
  })
  expect(ledger.sessions[1].stops[0]).toMatchObject({ lap: 29, fuel_added_l: 62.3 })
  expect(ledger.sessions[1].driving_times[0]).toMatchObject({ driver: 'Ana Lima', stints: 1 })
  expect(ledger.timeline[0]).toMatchObject({
    kind: 'hand-over',
    facts: { from: 'Ben Ito', to: 'Cho Park', blindMs: 61_000 },
  })
})

test('the ledger tells no secret of the server', () => {
  const events = [{ ...session.events[0]!, facts: { address: '192.0.2.7', to: 'Ben' } }]
  const verdict = { latched: null, candidate: null, agreeing: 0 }
  const told = { ...session, events, unitVerdicts: { '192.0.2.7': verdict } }
  const json = raceJson(told, chaptersOf(told), 0)
  expect(json).not.toContain(racedCar)
  expect(json).not.toContain('192.0.2.7')
})
