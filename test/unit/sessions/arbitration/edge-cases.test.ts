import { expect, test } from 'bun:test'
import { arbitrationSummary } from '../../../../src/sessions/arbitration/summary.ts'
import { driving, menu, parked, standing, watching } from './cars.ts'
import { anaDrives, PitWall } from './pit-wall.ts'

test('a standby PC is left running for the whole race', () => {
  const wall = anaDrives(driving()).run(7_200, { ana: driving(), ben: watching(), cem: parked() })
  expect(wall.fates('ana')).toEqual(['wall'])
  expect(wall.switches).toEqual([])
  expect(wall.newsOf('went-quiet')).toEqual([])
})

test('Ana’s socket stays half-open for 60 s after her swap with Ben', () => {
  const wall = anaDrives(driving(), { ben: watching() }).run(60, { ben: standing() })
  expect(wall.driver).toBe('ben')
  wall.left('ana')
  expect(wall.run(10, { ben: driving() }).fates('ben')).toEqual(['wall'])
  expect(wall.switches).toHaveLength(1)
})

test('Ana’s link dies unnoticed, and she is back on a new socket long before the old one ends', () => {
  const wall = anaDrives(driving()).run(20)
  const half = wall.monitor('ana')
  wall.connect('ana')
  wall.run(40, { ana: driving() })
  expect(wall.phase).toBe('live')
  wall.tell({ type: 'left', atMs: wall.atMs, monitor: half })
  expect(wall.run(5, { ana: driving() }).fates('ana')).toEqual(['wall'])
  expect(wall.switches).toEqual([])
})

test('Ben’s clock is three hours wrong', () => {
  const wrong = driving({ timestampMs: -10_800_000 })
  const wall = anaDrives(driving())
    .run(30, { ana: standing() })
    .run(10, { ana: menu(), ben: wrong })
  expect(wall.driver).toBe('ben')
  expect(wall.phase).toBe('live')
})

test('Ben starts before Ana stops', () => {
  const wall = anaDrives(driving()).run(3, { ana: driving(), ben: driving() })
  expect(wall.driver).toBe('ana')
  wall.run(5, { ana: watching(), ben: driving() })
  expect(wall.driver).toBe('ben')
  expect(wall.switches).toHaveLength(1)
})

test('Ana crashes and rejoins', () => {
  const wall = anaDrives(driving({ lap: 30 }), { ben: watching() })
  wall.left('ana')
  wall.run(70, { ben: watching() })
  expect(wall.phase).toBe('quiet')
  wall.connect('ana')
  wall.run(20, { ana: menu(), ben: watching() })
  wall.run(10, { ana: parked({ lap: 30 }), ben: watching() })
  expect(wall.phase).toBe('quiet')
  wall.run(2, { ana: driving({ lap: 30 }), ben: watching() })
  expect(wall.phase).toBe('live')
  expect(wall.driver).toBe('ana')
  expect(wall.switches).toEqual([])
})

test('Ana crashes and Ben takes over unplanned', () => {
  const wall = anaDrives(driving({ lap: 30 }), { ben: watching() })
  wall.left('ana')
  wall.run(90, { ben: watching() }).run(1, { ben: standing({ lap: 31 }) })
  expect(wall.driver).toBe('ben')
  expect(wall.newsOf('switched').at(-1)).toMatchObject({ reason: 'was-quiet', blindMs: 90_500 })
})

test('the server is killed in the middle of a swap', () => {
  const wall = anaDrives(driving(), { ben: watching() }).run(3, {
    ana: standing(),
    ben: watching(),
  })
  wall.restart()
  wall.run(4)
  wall.run(10, { ana: watching(), ben: watching() })
  expect(wall.phase).toBe('quiet')
  wall.run(2, { ana: watching(), ben: standing() })
  expect(wall.driver).toBe('ben')
  expect(wall.phase).toBe('live')
})

test('two cars of one team with the same name: the engineer is told and chooses once', () => {
  const [first, second] = [driving({ lap: 30 }), driving({ lap: 29 })]
  const wall = anaDrives(first).run(20, { ana: first, ben: second })
  expect(wall.newsOf('conflict-began')).toHaveLength(1)
  expect(wall.driver).toBe('ana')
  wall.pick('ana')
  wall.run(600, { ana: first, ben: second })
  expect(wall.fates('ana')).toEqual(['wall'])
  expect(wall.newsOf('conflict-began')).toHaveLength(1)
})

test('laps 1 → 1: the next driver’s monitor counts from another number', () => {
  const wall = anaDrives(driving({ lap: 1 }))
    .run(10)
    .run(2, { ben: standing({ lap: 2 }) })
  expect(wall.driver).toBe('ben')
  wall.run(10).run(2, { ana: standing({ lap: 1 }) })
  expect(wall.driver).toBe('ana')
})

test('Ana teleports to the garage with a full tank: her own PC still has the wall', () => {
  const wall = anaDrives(driving({ fuelLiters: 12 })).run(30, { ana: parked({ fuelLiters: 110 }) })
  expect(wall.fates('ana')).toEqual(['refresh'])
  expect(wall.run(2, { ana: driving({ fuelLiters: 110 }) }).phase).toBe('live')
})

test('one frame of zeros in the middle of the race is not shown', () => {
  const wall = anaDrives(driving()).run(0.5, { ana: menu() })
  expect(wall.fates('ana')).toEqual(['silence'])
  expect(wall.run(0.5, { ana: driving() }).fates('ana')).toEqual(['wall'])
})

test('the engineer sees who is there, what they do, and between whom to choose', () => {
  const wall = new PitWall().run(20, {
    ana: driving({ driverName: 'Ana' }),
    ben: driving({ driverName: 'Ben' }),
    cem: standing({ driverName: 'Cem' }),
    dia: menu(),
  })
  expect(arbitrationSummary(wall.state)).toMatchObject({
    phase: 'live',
    active: { driverName: 'Ana', doing: 'driving' },
    rival: { driverName: 'Ben', socket: wall.monitor('ben').socket },
    standbys: [
      { driverName: 'Ben', doing: 'driving' },
      { driverName: 'Cem', doing: 'running' },
      { driverName: null, doing: 'idle' },
    ],
    aliveAtMs: 20_000,
  })
  wall.left('ana')
  expect(arbitrationSummary(wall.state).active?.doing).toBe('gone')
  expect(arbitrationSummary(new PitWall().state)).toMatchObject({ active: null, aliveAtMs: null })
})
