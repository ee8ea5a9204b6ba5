import { describe, expect, test } from 'bun:test'
import type { Telemetry } from '../../../../src/race/telemetry.ts'
import { eachWheel } from '../../../../src/race/wheels.ts'
import { type Car, driving, frozen, menu, parked, standing, watching } from './cars.ts'
import { anaDrives, PitWall } from './pit-wall.ts'

const unknownWheels = eachWheel(() => null)

describe('while Ana is on the wall, her frames are silence once', () => {
  test.each<[string, Car]>([
    ['her tank is empty', driving({ fuelLiters: 0 })],
    ['her fuel is not known', driving({ fuelLiters: null })],
    ['her monitor has another car', driving({ carName: 'Meridian Motorsport #8' })],
    ['her tyres are no longer simulated', driving({ tireTempC: unknownWheels })],
    ['she says that she does not drive', driving({ inControl: false })],
    ['she spectates', driving({ state: 'spectating' })],
    ['she looks at a replay', driving({ state: 'replay' })],
    ['she is in the menu', driving({ state: 'menu' })],
    ['she is in a menu of zeros', menu()],
    ['she watches another driver', watching()],
  ])('%s', (_, car) => {
    const wall = anaDrives(driving(), { ben: menu() })
    wall.run(4.5, { ana: car, ben: menu() })
    expect(wall.fates('ana')).toEqual(['silence'])
    expect(wall.phase).toBe('live')
    wall.run(0.5, { ana: car, ben: menu() })
    expect(wall.phase).toBe('quiet')
  })

  test('nothing in them has moved for three seconds', () => {
    const wall = anaDrives(driving(), { ben: menu() })
    wall.run(3.5, { ana: frozen(), ben: menu() })
    expect(wall.fates('ana')).toEqual(['wall'])
    wall.run(5, { ana: frozen(), ben: menu() })
    expect(wall.fates('ana')).toEqual(['silence'])
    expect(wall.phase).toBe('quiet')
  })
})

test.each<[string, Partial<Telemetry>]>([
  ['fuel', { fuelLiters: 59 }],
  ['rpm', { rpm: 801 }],
  ['water', { waterTempC: 84.1 }],
  ['a brake', { brakeTempC: { ...unknownWheels, fl: 401 } }],
])('a car of which only %s moves counts', (_, moved) => {
  const still = { waterTempC: 84, rpm: 800, fuelLiters: 60 }
  const known = { ...still, tireTempC: eachWheel(() => 80), brakeTempC: eachWheel(() => 400) }
  const wall = anaDrives(driving())
  for (let second = 0; second < 8; second++) {
    wall.run(0.5, { ana: standing(known) }).run(0.5, { ana: standing({ ...known, ...moved }) })
  }
  expect(wall.fates('ana')).toEqual(['wall'])
})

test('the weather moves for everybody in the session and proves nothing', () => {
  const wall = anaDrives(driving(), { ben: menu() })
  for (let second = 0; second < 10; second++) {
    wall.run(1, {
      ana: frozen({ trackTempC: 30 + second, ambientTempC: 20 + second }),
      ben: menu(),
    })
  }
  expect(wall.phase).toBe('quiet')
})

test('a car may stand in its box with the engine running', () => {
  const wall = anaDrives(driving()).run(60, { ana: standing() })
  expect(wall.fates('ana')).toEqual(['wall'])
})

test('a monitor that never sends tyre temperatures counts all the same', () => {
  const noTires = { tireTempC: unknownWheels }
  const wall = anaDrives(driving(noTires)).run(60, { ana: standing(noTires) })
  expect(wall.fates('ana')).toEqual(['wall'])
  expect(wall.phase).toBe('live')
})

test('of such a monitor a car with its engine off, where fuel is being set, is parked', () => {
  const wall = anaDrives(driving(), { ben: menu() })
  let liters = 60
  const setting: Car = (tick) => parked({ fuelLiters: liters++ })(tick)
  wall.run(20, { ben: setting })
  expect(wall.driver).toBe('ana')
  expect(wall.phase).toBe('quiet')
})

test('carcass temperatures are tyre temperatures too', () => {
  const tires = { tireTempC: unknownWheels, tireCarcassTempC: eachWheel(() => 85) }
  const wall = anaDrives(driving()).run(10, { ana: driving(tires) })
  expect(wall.fates('ana')).toEqual(['wall'])
})

test('the very first car is shown even when it is parked', () => {
  const wall = new PitWall()
  expect(wall.frame('ana', parked())).toBe('wall')
  expect(wall.newsOf('switched')).toMatchObject([{ from: null, reason: 'first', blindMs: 0 }])
})

test('the menu is not the first car', () => {
  const wall = new PitWall().run(10, { ana: menu(), ben: watching() })
  expect(wall.phase).toBe('empty')
  expect(wall.fates('ana')).toEqual(['silence'])
})

test('a frame more than 3 s later than its connection’s fastest goes to the ledger only', () => {
  const wall = anaDrives(driving())
  wall.run(1, { ana: driving() }, 3_000)
  expect(wall.fates('ana')).toEqual(['wall'])
  wall.run(1, { ana: driving() }, 3_001)
  expect(wall.fates('ana')).toEqual(['ledger'])
})

test('late frames keep nobody on the wall and bring nobody to it', () => {
  const wall = anaDrives(driving(), { ben: driving({ inControl: false }) })
  wall.run(20, { ben: driving({ inControl: true }) }, 4_000)
  expect(wall.fates('ben')).toEqual(['silence'])
  expect(wall.phase).toBe('quiet')
})

test('late frames of a menu are not even for the ledger', () => {
  expect(anaDrives(driving()).run(1, { ana: menu() }, 9_000).fates('ana')).toEqual(['silence'])
})

test('the name of the driver identifies no PC', () => {
  const wall = anaDrives(driving({ driverName: 'Ana' }), { ben: parked({ driverName: 'Ana' }) })
  wall.run(3, { ana: driving({ driverName: 'Ben' }), ben: parked({ driverName: 'Ana' }) })
  expect(wall.fates('ana')).toEqual(['wall'])
  expect(wall.fates('ben')).toEqual(['silence'])
})
