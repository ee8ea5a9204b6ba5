import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { advance } from '../../../src/race/advance.ts'
import { outlook } from '../../../src/strategy/outlook.ts'
import { Drive, lapsDriven } from '../../fixtures/race.ts'

const setup = (energy: string, fuel: string) => ({
  carSetup: {
    garageValues: {
      VM_VIRTUAL_ENERGY: { key: 'VM_VIRTUAL_ENERGY', stringValue: energy },
      VM_FUEL_CAPACITY: { key: 'VM_FUEL_CAPACITY', stringValue: fuel },
    },
  },
})

function withSetup(drive: Drive, tree: unknown): Drive {
  drive.session = advance(drive.session, {
    type: 'setup',
    atMs: drive.atMs,
    setup: { receivedAtMs: drive.atMs, sentAt: null, tree },
  })
  return drive
}

test('before the first lap the setup says how far the car goes, and what limits it', () => {
  const drive = new Drive({ fuelLiters: 97, virtualEnergyRatio: 1 }).frame()
  const { lapsLeft } = outlook(
    withSetup(drive, setup('100% (39.8 laps)', '97.0L (43.6 laps)')).session,
  )
  expect(lapsLeft?.laps).toBeCloseTo(39.8, 9)
  expect(lapsLeft?.limitedBy).toBe('virtual-energy')
  expect(lapsLeft?.otherLaps).toBeCloseTo(43.6, 9)
})

test('without laps and without a setup nothing is known, and nothing is made up', () => {
  const { fuel, energy, lapsLeft, stintLeftMs } = outlook(
    new Drive({ fuelLiters: 50 }).frame().session,
  )
  expect(fuel).toMatchObject({ level: 50, usePerLap: null, lapsLeft: null })
  expect(energy).toBeNull()
  expect(lapsLeft).toBeNull()
  expect(stintLeftMs).toBeNull()
})

test('use per lap is the median of the last five valid laps of the stint', () => {
  const drive = lapsDriven(1)
  // Litres used on laps 2 to 8; the last five are 3.1 2.9 3.3 3.0 3.2, and their median is 3.1.
  let fuel = 87
  for (const used of [4, 4, 3.1, 2.9, 3.3, 3.0, 3.2]) {
    fuel -= used
    const lapsCompleted = drive.laps.length + 1
    drive.lap({ lapsCompleted, fuelLiters: fuel, lastLapTimeMs: 100_000 + fuel })
  }
  const { usePerLap } = outlook(drive.session).fuel
  expect(usePerLap?.amount).toBeCloseTo(3.1, 9)
  expect(usePerLap).toMatchObject({ basis: 'stint', lapsCounted: 5, confidence: 'medium' })
})

test('leaves a lap with refuelling, the lap out and the first of a stint out of the average', () => {
  const drive = lapsDriven(3, { inPits: false }).frame({ speedKph: 0, inPits: true }, 100_000)
  drive.frame({ fuelLiters: 97 }, 20_000).frame({ speedKph: 90 })
  drive.frame({ lapsCompleted: 4, lastLapTimeMs: 140_000 }).frame({ inPits: false, speedKph: 200 })
  drive.frame({ lapsCompleted: 5, fuelLiters: 90, lastLapTimeMs: 108_000 }, 108_000)
  expect(outlook(drive.session).fuel.usePerLap).toMatchObject({ basis: 'driver', lapsCounted: 2 })
  expect(outlook(drive.session).fuel.usePerLap?.amount).toBeCloseTo(3, 9)
})

test("a new driver borrows the car's average, at low confidence", () => {
  const drive = lapsDriven(12).frame({ driverName: 'Ben' })
  expect(outlook(drive.session).fuel.usePerLap).toMatchObject({ basis: 'car', confidence: 'low' })
})

test('a car that sends 0 virtual energy all race has none, and fuel limits', () => {
  const { energy, lapsLeft } = outlook(lapsDriven(4, { virtualEnergyRatio: 0 }).session)
  expect(energy).toBeNull()
  expect(lapsLeft).toMatchObject({ limitedBy: 'fuel', otherLaps: null })
  expect(lapsLeft?.laps).toBeCloseTo(26, 9)
})

test('while the use of virtual energy is unknown nobody claims that fuel limits', () => {
  const drive = lapsDriven(4, { virtualEnergyRatio: 0 }).frame({ virtualEnergyRatio: 0.8 })
  expect(outlook(drive.session).lapsLeft).toMatchObject({ limitedBy: null, otherLaps: null })
})

test('a car with virtual energy in its setup has it, even if the monitor cannot send its level', () => {
  const drive = withSetup(
    new Drive({ fuelLiters: 97 }).frame(),
    setup('100% (39.8 laps)', '97.0L (43.6 laps)'),
  )
  const { energy, lapsLeft } = outlook(drive.session)
  expect(energy).toMatchObject({ level: null, lapsLeft: null, usePerLap: { basis: 'setup' } })
  expect(lapsLeft?.limitedBy).toBeNull()
  expect(lapsLeft?.laps).toBeCloseTo(43.6, 9)
})

test('stint left is laps left times the pace of the last laps', () => {
  const { stintLeftMs } = outlook(lapsDriven(4).session)
  // Valid laps 2, 3, 4 took 100.002, 100.003 and 100.004 s; 78 L at 3 L a lap are 26 laps.
  expect(stintLeftMs).toBeCloseTo(26 * 100_003, 3)
})

test('a setup whose strings say nothing useful changes nothing', () => {
  for (const text of [
    '',
    'N/A',
    '100%',
    '0L (0 laps)',
    '97.0L (∞ laps)',
    '9'.repeat(400),
    '-5L (3 laps)',
  ]) {
    const drive = withSetup(new Drive({ fuelLiters: 97 }).frame(), setup(text, text))
    expect(outlook(drive.session).fuel.usePerLap).toBeNull()
  }
})

test('a setup as a list of values is read like a map of them', () => {
  const tree = {
    carSetup: {
      garageValues: [true, { key: 'VM_FUEL_CAPACITY', stringValue: '90.0L (30.0 laps)' }],
    },
  }
  const drive = withSetup(new Drive({ fuelLiters: 45 }).frame(), tree)
  expect(outlook(drive.session).lapsLeft?.laps).toBeCloseTo(15, 9)
})

test('the texts of a setup are read once, however many frames follow', () => {
  let reads = 0
  const tree = {
    get carSetup() {
      reads++
      return { garageValues: { VM_FUEL_CAPACITY: { stringValue: '90.0L (30.0 laps)' } } }
    },
  }
  const drive = withSetup(new Drive({ fuelLiters: 45 }).frame(), tree)
  outlook(drive.session)
  const readOnce = reads
  for (const fuelLiters of [44, 43, 42]) {
    expect(outlook(drive.frame({ fuelLiters }).session).lapsLeft?.laps).toBeCloseTo(
      fuelLiters / 3,
      9,
    )
  }
  expect(reads).toBe(readOnce)
})

test('the same moment is concluded once', () => {
  const { session } = lapsDriven(3)
  expect(outlook(session)).toBe(outlook(session))
})

test('laps left are never negative, never NaN, and grow with the fuel', () => {
  const session = lapsDriven(6).session
  const level = fc.double({ min: 0, max: 250, noNaN: true })
  fc.assert(
    fc.property(level, level, (a, b) => {
      const laps = (fuelLiters: number) => {
        const telemetry = session.telemetry && { ...session.telemetry, fuelLiters }
        return outlook({ ...session, telemetry }).lapsLeft?.laps ?? Number.NaN
      }
      expect(laps(a)).toBeGreaterThanOrEqual(0)
      expect(Math.sign(laps(a) - laps(b))).toBe(
        Math.sign(laps(a) - laps(b)) === 0 ? 0 : Math.sign(a - b),
      )
    }),
  )
})

test('no tree of foreign JSON breaks the reading of a setup', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (tree) => {
      outlook(withSetup(new Drive({ fuelLiters: 40 }).frame(), { carSetup: tree }).session)
      outlook(
        withSetup(new Drive({ fuelLiters: 40 }).frame(), { carSetup: { garageValues: tree } })
          .session,
      )
    }),
  )
})
