import { describe, expect, test } from 'bun:test'
import { inventedRace } from '../../../src/cli/invented-race.ts'
import { inventedSetup } from '../../../src/cli/invented-setup.ts'

const rows: Record<string, unknown> = inventedSetup().carSetup.garageValues
const text = (key: string) => (rows[key] as { stringValue: string }).stringValue

describe('the invented setup', () => {
  test('is as large as a real one', () => {
    expect(Object.keys(rows).length).toBeWithin(165, 180)
    expect(JSON.stringify(inventedSetup()).length).toBeWithin(37_000, 42_000)
  })

  test('promises as many laps as the car then does', () => {
    const { laps } = inventedRace({ seed: 1 }).truth
    const mean = (of: (lap: (typeof laps)[number]) => number) =>
      laps.reduce((sum, lap) => sum + of(lap), 0) / laps.length
    const promised = (key: string) => Number(/\((.+) laps\)/.exec(text(key))?.[1])
    const energyLaps = 1 / mean((lap) => lap.energyUsedRatio)
    const fuelLaps = 97 / mean((lap) => lap.fuelUsedLiters)
    expect(Math.abs(promised('VM_VIRTUAL_ENERGY') - energyLaps)).toBeLessThan(0.5)
    expect(Math.abs(promised('VM_FUEL_CAPACITY') - fuelLaps)).toBeLessThan(0.5)
    expect(text('VM_FUEL_CAPACITY')).toStartWith('97.0L (')
    expect(text('VM_VIRTUAL_ENERGY')).toStartWith('100% (')
  })

  test('has a fuel ratio with which energy ends the stint', () => {
    const litersAtFullEnergy = Number(text('VM_FUEL_LEVEL')) * 100
    expect(litersAtFullEnergy).toBe(inventedRace({ seed: 1 }).truth.startFuelLiters)
  })

  test('has the oddities a wall must bear', () => {
    expect(rows.symmetric).toBe(true)
    const [name] = inventedSetup('Ana Lima').teamInfo.driverNames
    expect(name).toHaveLength(32)
    expect(name!.indexOf(0)).toBe('Ana Lima'.length)
    expect(name!.slice(9, 14).some((byte) => byte !== 0)).toBe(true)
  })
})
