import { describe, expect, test } from 'bun:test'
import { sessionRank } from '../../../../src/race/session-rank.ts'
import { continues, type Place, placeAfter } from '../../../../src/sessions/arbitration/place.ts'
import { telemetry } from '../../../fixtures/telemetry.ts'
import { type Car, driving, menu, practising, standing } from './cars.ts'
import { anaDrives } from './pit-wall.ts'

test('sessions come in the order of a race weekend, whatever their number and spelling', () => {
  const inOrder = [
    ['Practice', 'Practice 1', 'PRACTICE 4', 'Test day', 'test'],
    ['Qualifying', 'qualify', 'Qualifying 2'],
    ['Warmup', 'Warm-up', 'warm up'],
    ['Race', 'RACE', 'Race 2'],
  ]
  for (const [rank, words] of inOrder.entries()) {
    for (const word of words) expect([word, sessionRank(word)]).toEqual([word, rank])
  }
  for (const word of [null, '', 'Unknown', 'Hotlap', 'My race'])
    expect(sessionRank(word)).toBeNull()
})

describe('a car goes on with the chapter', () => {
  const place = (known: Parameters<typeof telemetry>[0], atMs = 0): Place =>
    placeAfter(null, telemetry({ carName: '#52', sessionType: 'Race', lap: 10, ...known }), atMs)

  test.each([
    [9, 0, true],
    [8, 0, false],
    [12, 0, true],
    [13, 0, false],
    [13, 1, true],
    [14, 1, false],
    [22, 10, true],
    [8, 10, false],
  ])('with lap %d after lap 10, %d minutes later: %p', (lap, minutes, goesOn) => {
    expect(continues(place({}), place({ lap }, minutes * 60_000))).toBe(goesOn)
  })

  test('in a later session with any lap, in an earlier one never', () => {
    expect(continues(place({ sessionType: 'Qualifying' }), place({ lap: 1 }))).toBe(true)
    expect(continues(place({}), place({ sessionType: 'Warmup' }))).toBe(false)
  })

  test('on the same track and in the same car only', () => {
    const imola = place({ trackName: 'Imola' })
    expect(continues(imola, place({ trackName: 'Monza' }))).toBe(false)
    expect(continues(imola, place({}))).toBe(true)
    expect(continues(imola, place({ carName: '#8' }))).toBe(false)
  })

  test('by completed laps where both know them, since monitors count laps from 0 or from 1', () => {
    const counted = place({ lapsCompleted: 6, lap: 1 })
    expect(continues(counted, place({ lapsCompleted: 7, lap: 8 }))).toBe(true)
    expect(continues(counted, place({ lapsCompleted: 10, lap: 1 }))).toBe(false)
  })

  test('where nothing is known that speaks against it', () => {
    const nothing = placeAfter(null, telemetry(), 0)
    expect(continues(place({}), nothing)).toBe(true)
    expect(continues(nothing, place({}))).toBe(true)
  })
})

test('a teammate’s practice never takes over from a race that stands', () => {
  const cars = { ana: standing(), ben: practising() }
  expect(anaDrives(driving()).run(300, cars).switches).toEqual([])
})

test('a teammate in the race takes over from one who practises and stands', () => {
  const wall = anaDrives(practising()).run(10, { ana: practising({ speedKph: 0 }), ben: driving() })
  expect(wall.driver).toBe('ben')
})

test('a new lap count of the car on the wall is a new race, not another car', () => {
  const wall = anaDrives(driving({ lap: 30 })).run(60, { ana: driving({ lap: 1 }) })
  expect(wall.fates('ana')).toEqual(['wall'])
})

test('Ana’s own practice, without a pause after her stint, waits like everybody’s', () => {
  const wall = anaDrives(driving(), { ben: menu() })
  wall.run(14.5, { ana: practising(), ben: menu() })
  expect(wall.phase).toBe('quiet')
  expect(wall.fates('ana')).toEqual(['silence'])
  wall.run(1, { ana: practising(), ben: menu() })
  expect(wall.phase).toBe('live')
})

test('a session that is started again is not what its car comes back to', () => {
  const wall = anaDrives(driving({ lap: 30 })).run(60, { ana: driving({ lap: 1 }) })
  expect(wall.state.earlier).toBeNull()
})

describe('after a teammate’s practice has begun another chapter', () => {
  const interrupted = (ben: Car = practising()) => anaDrives(driving({ lap: 30 })).run(60, { ben })

  test('the car of the race takes the wall back when it drives', () => {
    const wall = interrupted()
    expect(wall.driver).toBe('ben')
    wall.run(3, { ana: driving({ lap: 31 }), ben: practising() })
    expect(wall.driver).toBe('ana')
    expect(wall.switches.map(({ reason }) => reason)).toEqual(['new-chapter', 'took-back'])
  })

  test('also by the hands of a third driver', () => {
    const wall = interrupted().run(3, { cem: driving({ lap: 31 }), ben: practising() })
    expect(wall.driver).toBe('cem')
  })

  test('it does not while it stands, and the practice goes on', () => {
    const wall = interrupted().run(20, { ana: standing({ lap: 30 }), ben: practising() })
    expect(wall.driver).toBe('ben')
  })

  test('also if that was a race of his own', () => {
    const alone = driving({ lap: 2 })
    const wall = interrupted(alone).run(3, { ana: driving({ lap: 31 }), ben: alone })
    expect(wall.driver).toBe('ana')
  })

  test('and a third teammate’s, the race is still remembered', () => {
    const cem = practising()
    const wall = interrupted(driving({ lap: 2 })).run(60, { cem })
    expect(wall.driver).toBe('cem')
    wall.run(3, { ana: driving({ lap: 31 }), cem })
    expect(wall.driver).toBe('ana')
  })

  test('a later session ends the memory', () => {
    const wall = anaDrives(practising({ lap: 30 })).run(60, { ben: practising() })
    expect(wall.state.earlier).not.toBeNull()
    wall.run(5, { ben: driving({ lap: 1 }), cem: driving({ lap: 1 }) })
    wall.run(30, { ana: practising({ lap: 31 }), ben: driving({ lap: 1 }) })
    expect(wall.driver).toBe('ben')
  })

  test('somebody’s race does not come back to a practice', () => {
    const wall = anaDrives(practising({ lap: 30 })).run(60, { ben: practising() })
    wall.run(10, { ben: practising(), cem: driving() })
    expect(wall.driver).toBe('ben')
  })

  test('the race is forgotten after half an hour', () => {
    const wall = interrupted().run(1_800, { ben: practising() })
    wall.run(10, { ana: driving({ lap: 31 }), ben: practising() })
    expect(wall.driver).toBe('ben')
  })
})
