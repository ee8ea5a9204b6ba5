import { describe, expect, test } from 'bun:test'
import { feedsWall } from '../../../../src/sessions/arbitration/only-one.ts'
import { type Car, driving, frozen, menu, parked, practising, standing, watching } from './cars.ts'
import { anaDrives, PitWall } from './pit-wall.ts'

test('the wall is quiet after five seconds and offline after 120 s', () => {
  const wall = anaDrives(driving()).run(4.5)
  expect(wall.phase).toBe('live')
  wall.run(0.5)
  expect(wall.phase).toBe('quiet')
  wall.run(114.5)
  expect(wall.phase).toBe('quiet')
  wall.run(0.5)
  expect(wall.phase).toBe('offline')
  expect(wall.driver).toBe('ana')
  expect(wall.newsOf('went-quiet')).toHaveLength(1)
  expect(wall.newsOf('went-offline')).toHaveLength(1)
})

test('a server that slept for an hour tells both', () => {
  const wall = anaDrives(driving())
  const { news } = wall.tell({ type: 'tick', atMs: 3_600_000 })
  expect(news.map(({ type }) => type)).toEqual(['went-quiet', 'went-offline'])
})

describe.each([
  ['quiet', 60],
  ['offline', 600],
] as const)('%s', (phase, seconds) => {
  test('ends with a frame of the active one', () => {
    const wall = anaDrives(driving()).run(seconds)
    expect(wall.phase).toBe(phase)
    wall.run(0.5, { ana: driving() })
    expect(wall.phase).toBe('live')
    expect(wall.switches).toEqual([])
    expect(wall.newsOf('came-back')).toMatchObject([{ blindMs: seconds * 1_000 + 500 }])
  })

  test('ends with a frame of anybody that goes on with the race, standing too', () => {
    const wall = anaDrives(driving(), { ben: watching() }).run(seconds, { ben: watching() })
    expect(wall.phase).toBe(phase)
    wall.run(1, { ben: standing() })
    expect(wall.driver).toBe('ben')
    expect(wall.switches.map(({ reason }) => reason)).toEqual(['was-quiet'])
  })

  test('does not end with a menu, a spectator or a late frame', () => {
    const wall = anaDrives(driving()).run(seconds).run(5, { ana: menu(), ben: watching() })
    expect(wall.run(5, { ana: driving() }, 10_000).phase).toBe(phase)
  })

  test('ends with another session only after ten seconds of it', () => {
    const wall = anaDrives(driving()).run(seconds).run(10, { ben: practising() })
    expect(wall.phase).toBe(phase)
    wall.run(1, { ben: practising() })
    expect(wall.driver).toBe('ben')
    expect(wall.switches.map(({ reason }) => reason)).toEqual(['new-chapter'])
  })

  test('makes the active one wait too, when it comes back in another session', () => {
    const wall = anaDrives(driving()).run(seconds).run(10, { ana: practising() })
    expect(wall.phase).toBe(phase)
    expect(wall.run(1, { ana: practising() }).phase).toBe('live')
    expect(wall.switches).toEqual([])
  })
})

test('the hand-over says how long the wall was blind', () => {
  const wall = anaDrives(driving()).run(60.5).run(1, { ben: standing() })
  expect(wall.newsOf('switched').at(-1)).toMatchObject({ reason: 'was-quiet', blindMs: 61_500 })
})

test('ten seconds of practice before the race fell silent are not waited for', () => {
  const wall = anaDrives(driving()).run(60, { ana: driving(), ben: practising() })
  wall.run(14.5, { ben: practising() })
  expect(wall.driver).toBe('ana')
  wall.run(0.5, { ben: practising() })
  expect(wall.driver).toBe('ben')
})

test('another car never ends quiet, but begins a chapter of its own when we are offline', () => {
  const other = driving({ carName: 'Meridian Motorsport #8' })
  const wall = anaDrives(driving()).run(119, { ben: other })
  expect(wall.driver).toBe('ana')
  wall.run(12, { ben: other })
  expect(wall.driver).toBe('ben')
})

describe('a car that is parked', () => {
  test('refreshes the wall when its monitor is the only one', () => {
    const wall = anaDrives(driving()).run(600, { ana: parked({ fuelLiters: 40 }) })
    expect(wall.fates('ana')).toEqual(['refresh'])
  })

  test('does not keep anybody from taking over', () => {
    const wall = anaDrives(driving()).run(60, { ana: parked() })
    wall.run(1, { ana: parked(), ben: standing() })
    expect(wall.driver).toBe('ben')
    wall.run(10, { ana: parked(), ben: standing() })
    expect(wall.fates('ana')).toEqual(['silence'])
  })

  test('is silence while a teammate is connected: after a swap it would wipe the car’s last values', () => {
    const wall = anaDrives(driving(), { ben: menu() }).run(30, { ana: parked(), ben: menu() })
    expect(wall.fates('ana')).toEqual(['silence'])
  })

  test('refreshes the wall if its monitor alone says that it has the car', () => {
    const ana = parked({ inControl: true, state: 'garage' })
    const wall = anaDrives(driving(), { ben: menu() }).run(30, { ana, ben: menu() })
    expect(wall.fates('ana')).toEqual(['refresh'])
    const both = { ana, ben: standing({ inControl: true }) }
    expect(wall.run(1, both).run(10, both).fates('ana')).toEqual(['silence'])
  })

  test('is not shown in place of the race’s last values until those are history', () => {
    const garage = parked({ sessionType: 'Practice' })
    const wall = anaDrives(driving()).run(120, { ana: garage })
    expect(wall.fates('ana')).toEqual(['silence', 'refresh'])
    expect(wall.phase).toBe('offline')
    expect(wall.run(60, { ana: garage }).fates('ana')).toEqual(['refresh'])
  })

  test('is shown again after the monitor has come back on a new socket', () => {
    const wall = anaDrives(driving())
    wall.left('ana')
    wall.connect('ana')
    wall.run(2, { ana: standing() })
    expect(wall.run(20, { ana: parked() }).fates('ana')).toEqual(['refresh'])
  })
})

describe('a parked car whose monitor has come back alone', () => {
  test('is shown at once where its old socket is gone', () => {
    const wall = anaDrives(driving()).run(20, { ana: parked() })
    wall.left('ana')
    wall.connect('ana')
    expect(wall.run(1, { ana: parked() }).fates('ana')).toEqual(['refresh'])
  })

  test('is shown after two seconds where nobody has noticed that it is dead', () => {
    const wall = anaDrives(driving()).run(20, { ana: parked() })
    wall.connect('ana')
    expect(wall.run(1.5, { ana: parked() }).fates('ana')).toEqual(['silence'])
    expect(wall.run(5, { ana: parked() }).fates('ana')).toEqual(['refresh'])
  })

  test('is shown after a restart of the server, and its setup with it', () => {
    const wall = anaDrives(driving()).run(20, { ana: parked() })
    wall.restart()
    expect(wall.run(1, { ana: parked() }).fates('ana')).toEqual(['refresh'])
    expect(feedsWall(wall.state, wall.monitor('ana'))).toBe(true)
  })

  test('is not, while a teammate is there who could be meant', () => {
    const wall = anaDrives(driving(), { ben: menu() }).run(20, { ana: parked(), ben: menu() })
    wall.left('ana')
    wall.connect('ana')
    expect(wall.run(5, { ana: parked(), ben: menu() }).fates('ana')).toEqual(['silence'])
    expect(feedsWall(wall.state, wall.monitor('ana'))).toBe(false)
  })

  test('is shown beside a monitor that has not said a word', () => {
    const wall = anaDrives(driving())
    wall.connect('ben')
    expect(wall.run(5, { ana: parked() }).fates('ana')).toEqual(['refresh'])
  })
})

test('a parked car is there though it is not shown; a spectator, a film and a hung game are not', () => {
  const presentMs = (car: Car) => {
    const wall = anaDrives(driving(), { ben: menu() }).run(8, { ana: car, ben: menu() })
    return wall.state.witnesses[0]?.presentAtMs
  }
  expect(presentMs(parked())).toBe(18_000)
  for (const car of [watching(), menu(), practising(), driving({ state: 'replay' })]) {
    expect(presentMs(car)).toBe(10_000)
  }
  expect(presentMs(frozen())).toBe(13_500)
})

test('a paused race is shown as paused by the only monitor', () => {
  const wall = anaDrives(driving())
  const paused = parked({ state: 'paused' })
  expect(wall.run(20, { ana: paused }).fates('ana')).toEqual(['refresh'])
})

test('a monitor that never knows the fuel still has the wall to itself when alone', () => {
  const noFuel = driving({ fuelLiters: null })
  const wall = new PitWall().run(10, { ana: noFuel })
  expect(wall.fates('ana')).toEqual(['refresh'])
  wall.run(3, { ana: noFuel, ben: driving() })
  expect(wall.driver).toBe('ben')
  expect(wall.fates('ben')).toEqual(['wall'])
})
