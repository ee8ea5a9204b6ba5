import { describe, expect, test } from 'bun:test'
import { driving, menu, parked, standing, watching } from './cars.ts'
import { anaDrives } from './pit-wall.ts'

test('a standby takes over when it drives for 1.5 s and the active one has not for 3 s', () => {
  const wall = anaDrives(driving(), { ben: watching() })
  wall.run(2.5, { ana: standing(), ben: driving() })
  expect(wall.driver).toBe('ana')
  wall.run(0.5, { ana: standing(), ben: driving() })
  expect(wall.driver).toBe('ben')
  expect(wall.switches).toEqual([{ atMs: 13_000, reason: 'drives' }])
})

test('a standby that has only begun to roll does not take over', () => {
  const wall = anaDrives(driving(), { ben: standing() }).run(20, { ana: standing() })
  wall.run(1.5, { ana: standing(), ben: driving() })
  expect(wall.driver).toBe('ana')
  wall.run(0.5, { ana: standing(), ben: driving() })
  expect(wall.driver).toBe('ben')
})

test('a standby whose engine runs in its box never takes over from one that speaks', () => {
  const wall = anaDrives(driving()).run(60, { ana: standing(), ben: standing() })
  expect(wall.switches).toEqual([])
  expect(wall.fates('ben')).toEqual(['silence'])
})

test('nobody takes over from a driver who drives', () => {
  const wall = anaDrives(driving()).run(60, { ana: driving(), ben: driving() })
  expect(wall.switches).toEqual([])
  expect(wall.fates('ben')).toEqual(['silence'])
})

test('a running lap time is no proof of driving', () => {
  const wall = anaDrives(driving())
  for (let second = 0; second < 20; second++) {
    wall.run(1, { ana: standing(), ben: standing({ lapTimeMs: second * 1_000 }) })
  }
  expect(wall.switches).toEqual([])
})

describe('who says that he is in control', () => {
  test('takes over at once from one that does not', () => {
    const ben = standing({ inControl: false })
    const wall = anaDrives(driving({ inControl: true }), { ben })
    wall.run(0.5, { ana: driving({ inControl: false }), ben: standing({ inControl: true }) })
    expect(wall.driver).toBe('ben')
    expect(wall.switches).toEqual([{ atMs: 10_500, reason: 'in-control' }])
  })

  test('takes over from a monitor that does not know the word', () => {
    const wall = anaDrives(driving(), { ben: standing({ inControl: false }) })
    wall.run(0.5, { ana: driving(), ben: standing({ inControl: true }) })
    expect(wall.driver).toBe('ben')
  })

  test('does not where the other says so too', () => {
    const claims = { inControl: true }
    const wall = anaDrives(driving(claims)).run(20, { ana: driving(claims), ben: standing(claims) })
    expect(wall.driver).toBe('ana')
  })

  test('does not while his car is parked', () => {
    const wall = anaDrives(driving()).run(20, { ana: driving(), ben: parked({ inControl: true }) })
    expect(wall.driver).toBe('ana')
  })

  test('is believed about the race only, not about his own practice', () => {
    const ben = driving({ inControl: true, sessionType: 'Practice' })
    const wall = anaDrives(driving()).run(60, { ana: driving(), ben })
    expect(wall.driver).toBe('ana')
  })
})

test('the wall does not change its source twice in five seconds', () => {
  const [on, off] = [driving({ inControl: true }), driving({ inControl: false })]
  const wall = anaDrives(on, { ben: off }).run(1, { ana: off, ben: on })
  expect(wall.driver).toBe('ben')
  wall.run(4, { ana: on, ben: off })
  expect(wall.driver).toBe('ben')
  wall.run(1, { ana: on, ben: off })
  expect(wall.switches.map(({ atMs }) => atMs)).toEqual([10_500, 15_500])
})

test('but the engineer’s choice is obeyed at once, and again', () => {
  const cars = { ana: driving(), ben: driving() }
  const wall = anaDrives(driving(), { ben: driving() }).run(1, cars)
  wall.pick('ben')
  expect(wall.driver).toBe('ben')
  wall.run(0.5, cars)
  expect(wall.fates('ben')).toEqual(['wall'])
  wall.pick('ana')
  expect(wall.driver).toBe('ana')
  expect(wall.switches.map(({ reason }) => reason)).toEqual(['picked', 'picked'])
})

describe('the engineer’s choice', () => {
  test('holds against one who drives and one who claims, as long as its frames count', () => {
    const wall = anaDrives(driving(), { ben: standing() })
    wall.pick('ben')
    wall.run(60, { ana: driving({ inControl: true }), ben: standing() })
    expect(wall.driver).toBe('ben')
    expect(wall.fates('ana')).toEqual(['silence'])
  })

  test('ends when its frames have not counted for five seconds', () => {
    const wall = anaDrives(driving(), { ben: menu() })
    wall.pick('ben')
    wall.run(4.5, { ana: driving(), ben: menu() })
    expect(wall.driver).toBe('ben')
    wall.run(0.5, { ana: driving(), ben: menu() })
    expect(wall.driver).toBe('ana')
    expect(wall.state.isPicked).toBe(false)
    expect(wall.switches.at(-1)?.reason).toBe('was-quiet')
  })

  test('may be another car and another session: he knows better', () => {
    const ben = driving({ carName: 'Meridian Motorsport #8', sessionType: 'Practice', lap: 1 })
    const wall = anaDrives(driving(), { ben })
    wall.pick('ben')
    wall.run(20, { ben })
    expect(wall.fates('ben')).toEqual(['wall'])
  })

  test('of a monitor that is gone changes nothing', () => {
    const wall = anaDrives(driving(), { ben: driving() })
    wall.left('ben')
    wall.pick('ben')
    expect(wall.driver).toBe('ana')
  })

  test('of the active one, when it is quiet, is no sign of life', () => {
    const wall = anaDrives(driving(), { ben: menu() }).run(10, { ben: menu() })
    wall.pick('ana')
    expect(wall.phase).toBe('quiet')
    expect(wall.newsOf('came-back')).toEqual([])
    expect(wall.run(1, { ben: standing() }).driver).toBe('ben')
  })

  test('of the active one ends the doubt and is no switch', () => {
    const wall = anaDrives(driving()).run(10, { ana: driving(), ben: driving() })
    expect(wall.state.conflict).not.toBeNull()
    wall.pick('ana')
    expect(wall.state.conflict).toBeNull()
    expect(wall.switches).toEqual([])
  })
})
