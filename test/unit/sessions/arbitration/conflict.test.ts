import { describe, expect, test } from 'bun:test'
import { type Car, driving, practising, standing } from './cars.ts'
import { anaDrives } from './pit-wall.ts'

const claiming = { inControl: true }

describe.each<[string, Car, Car]>([
  ['both drive', driving(), driving()],
  ['both say that they are in control', standing(claiming), standing(claiming)],
])('%s', (_, ana, ben) => {
  test('for five seconds: the engineer is told, and the active one is kept', () => {
    const wall = anaDrives(ana).run(5, { ana, ben })
    expect(wall.newsOf('conflict-began')).toEqual([])
    wall.run(1, { ana, ben })
    expect(wall.newsOf('conflict-began')).toHaveLength(1)
    expect(wall.driverAt(wall.state.conflict?.q ?? null)).toBe('ben')
    expect(wall.driver).toBe('ana')
    wall.run(60, { ana, ben })
    expect(wall.told.filter(({ type }) => type.startsWith('conflict'))).toHaveLength(1)
    expect(wall.driver).toBe('ana')
  })

  test('until he picks one, and then without a new conflict', () => {
    const wall = anaDrives(ana).run(10, { ana, ben })
    wall.pick('ben')
    expect(wall.newsOf('conflict-ended')).toHaveLength(1)
    wall.run(60, { ana, ben })
    expect(wall.newsOf('conflict-began')).toHaveLength(1)
    expect(wall.driver).toBe('ben')
  })

  test('until the other one is gone', () => {
    const wall = anaDrives(ana).run(10, { ana, ben })
    wall.left('ben')
    expect(wall.newsOf('conflict-ended')).toHaveLength(1)
  })

  test('until the active one falls silent', () => {
    const wall = anaDrives(ana).run(10, { ana, ben }).run(5, { ben })
    expect(wall.newsOf('conflict-ended')).toHaveLength(1)
    expect(wall.driver).toBe('ben')
  })
})

test('a claim that is not repeated is over, and the conflict with it', () => {
  const cars = { ana: standing(claiming), ben: standing(claiming) }
  const wall = anaDrives(cars.ana).run(10, cars).run(2.5, { ana: cars.ana })
  expect(wall.state.conflict).not.toBeNull()
  wall.run(0.5, { ana: cars.ana })
  expect(wall.state.conflict).toBeNull()
})

test('a conflict ends when the standby stops driving', () => {
  const wall = anaDrives(driving()).run(10, { ana: driving(), ben: driving() })
  wall.run(3, { ana: driving(), ben: standing() })
  expect(wall.state.conflict).toBeNull()
  expect(wall.driver).toBe('ana')
})

test('when the active one stops driving, the other one takes over', () => {
  const wall = anaDrives(driving()).run(10, { ana: driving(), ben: driving() })
  wall.run(3, { ana: standing(), ben: driving() })
  expect(wall.state.conflict).toBeNull()
  expect(wall.switches.map(({ reason }) => reason)).toEqual(['drives'])
})

test('an overlap of a few seconds at a hand-over alarms nobody', () => {
  const wall = anaDrives(driving()).run(4, { ana: driving(), ben: driving() })
  wall.run(20, { ben: driving() })
  expect(wall.newsOf('conflict-began')).toEqual([])
  expect(wall.driver).toBe('ben')
})

test('a teammate who practises during the race is no conflict', () => {
  const wall = anaDrives(driving()).run(60, { ana: driving(), ben: practising(claiming) })
  expect(wall.newsOf('conflict-began')).toEqual([])
})

test('a race of his own is one: nobody but the engineer can know which is meant', () => {
  const wall = anaDrives(driving({ lap: 30 }), { ben: driving({ lap: 2 }) })
  wall.run(10, { ana: driving({ lap: 30 }), ben: driving({ lap: 2 }) })
  expect(wall.newsOf('conflict-began')).toHaveLength(1)
})

test('of three who drive one after the other is told', () => {
  const all = { ana: driving(), ben: driving(), cem: driving() }
  const wall = anaDrives(driving()).run(10, all)
  wall.run(4, { ana: driving(), cem: driving() })
  const rivals = wall.newsOf('conflict-began').map(({ q }) => wall.driverAt(q))
  expect(rivals).toEqual(['ben', 'cem'])
  expect(wall.newsOf('conflict-ended')).toHaveLength(1)
})
