import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type InventedRace, inventedRace } from '../../../src/cli/invented-race.ts'
import type { CarSample } from '../../../src/cli/race/car-sample.ts'
import { wheelNames } from '../../../src/race/wheels.ts'

const race = inventedRace({ seed: 1 })
const stamp = { timestamp: '2026-01-01T12:00:00.000Z', seq: 0, bootId: 'boot' }
const seeds = fc.integer({ min: 0, max: 2 ** 31 })

function* samples(of: InventedRace, everyMs: number): Generator<CarSample> {
  for (let at = 0; at <= of.endMs; at += everyMs) yield of.sampleAt(at)
}

const tankSum = (of: InventedRace) =>
  of.truth.stops.reduce((sum, stop) => sum + stop.fuelAddedLiters, of.truth.startFuelLiters)

describe('the invented race is the same', () => {
  test('for the same seed', () => {
    expect(inventedRace({ seed: 1 }).truth).toEqual(race.truth)
    expect(inventedRace({ seed: 1 }).frameAt(777_777, stamp)).toEqual(race.frameAt(777_777, stamp))
  })

  test('at every rate of asking: a moment does not know what was asked before it', () => {
    const asked = inventedRace({ seed: 1 })
    for (const _ of samples(asked, 30_000));
    expect(asked.sampleAt(4_000_123)).toEqual(race.sampleAt(4_000_123))
  })

  test('and another one for another seed', () => {
    expect(inventedRace({ seed: 2 }).truth.laps).not.toEqual(race.truth.laps)
  })
})

describe('the invented race is as measured at Imola', () => {
  const { laps, stops } = race.truth
  const flying = laps.filter((lap) => lap.number > 1 && !lap.isInLap && !lap.isOutLap)

  test('130 s for the first lap, about 108 s for the others', () => {
    expect(laps[0]!.timeMs).toBeWithin(127_000, 133_000)
    for (const { timeMs } of flying) {
      expect(timeMs).toBeGreaterThan(105_000)
      expect(timeMs).toBeLessThan(113_000)
    }
  })

  test('3 L and 0.3 % of tyre a lap', () => {
    for (const { fuelUsedLiters, wearUsedRatio } of flying) {
      expect(fuelUsedLiters).toBeGreaterThan(2.8)
      expect(fuelUsedLiters).toBeLessThan(3.2)
      for (const wheel of wheelNames) {
        expect(wearUsedRatio[wheel]).toBeGreaterThan(0.002)
        expect(wearUsedRatio[wheel]).toBeLessThan(0.0042)
      }
    }
  })

  test('energy limits a stint, a lap or two before the fuel would', () => {
    for (const stop of stops) {
      const arrived = race.sampleAt(stop.startedAtMs).load
      expect(arrived.energyRatio).toBeLessThan(0.08)
      expect(arrived.fuelLiters).toBeGreaterThan(3)
      expect(arrived.fuelLiters).toBeLessThan(12)
    }
  })

  test('temperatures and pressures stay where they were recorded, with spikes under braking', () => {
    let [coldest, hottest, spike] = [Infinity, 0, 0]
    for (const sample of samples(race, 500)) {
      for (const wheel of wheelNames) {
        const brakeC = sample.brakeTempC[wheel]
        coldest = Math.min(coldest, brakeC)
        hottest = Math.max(hottest, brakeC)
        spike = Math.max(spike, sample.tires.surfaceTempC[wheel])
        expect(sample.tires.pressureKpa[wheel]).toBeWithin(140, 185)
        expect(sample.tires.surfaceTempC[wheel]).toBeWithin(25, 165)
      }
      expect(sample.waterTempC).toBeWithin(80, 92)
      expect(sample.speedKph).toBeWithin(0, 290)
      expect(sample.driveTrain.rpm).toBeLessThan(9400)
    }
    expect(coldest).toBeGreaterThanOrEqual(250)
    expect(hottest).toBeWithin(650, 1000)
    expect(spike).toBeGreaterThan(90)
  })

  test('tyres warm up from the cold pressure after they were changed', () => {
    const [stop] = stops
    const outMs = stop!.startedAtMs + stop!.standingMs
    expect(stop!.changedTires).toEqual(wheelNames)
    expect(race.sampleAt(outMs - 90_000).tires.pressureKpa.fl).toBeGreaterThan(170)
    expect(race.sampleAt(outMs + 100).tires.pressureKpa.fl).toBeLessThan(152)
    expect(race.sampleAt(outMs + 600_000).tires.pressureKpa.fl).toBeGreaterThan(170)
  })
})

describe('the truth agrees with what is published', () => {
  test('laps end when the count rises, and last as long as from crossing to crossing', () => {
    for (const lap of race.truth.laps) {
      expect(race.sampleAt(lap.completedAtMs - 1).lapsCompleted).toBe(lap.number - 1)
      const after = race.sampleAt(lap.completedAtMs)
      expect(after.lapsCompleted).toBe(lap.number)
      expect(after.lastLap).toBe(lap)
      expect(lap.timeMs).toBe(lap.completedAtMs - lap.startedAtMs)
    }
  })

  test('fuel used on laps is what the tank lost, plus what was filled in', () => {
    const used = race.truth.laps.reduce((sum, lap) => sum + lap.fuelUsedLiters, 0)
    const atGreen = race.sampleAt(race.truth.greenAtMs).load.fuelLiters
    const formationUse = race.truth.startFuelLiters - atGreen
    const left = race.sampleAt(race.truth.flagAtMs).load.fuelLiters
    expect(used + formationUse).toBeCloseTo(tankSum(race) - left, 6)
  })

  test('a car that stands does not move, and its fuel climbs step by step', () => {
    const [stop] = race.truth.stops
    let before = race.sampleAt(stop!.startedAtMs)
    let rises = 0
    for (let at = 500; at < stop!.standingMs; at += 500) {
      const now = race.sampleAt(stop!.startedAtMs + at)
      expect(now.meters).toBe(before.meters)
      expect(now.lapTimeMs).toBe(before.lapTimeMs)
      expect(now.speedKph).toBe(0)
      if (now.load.fuelLiters > before.load.fuelLiters) rises++
      before = now
    }
    expect(rises).toBeGreaterThan(60)
  })

  test('speed and place fit each other', () => {
    for (let at = 200_000; at < 600_000; at += 500) {
      const [here, there] = [race.sampleAt(at), race.sampleAt(at + 500)]
      if (there.lapsCompleted !== here.lapsCompleted) continue
      const meanKph = ((there.meters - here.meters) / 500) * 3600
      expect(Math.abs(meanKph - (here.speedKph + there.speedKph) / 2)).toBeLessThan(15)
    }
  })

  test('changed tyres are new, others are not', () => {
    for (const stop of inventedRace({ seed: 4, raceMinutes: 720 }).truth.stops) {
      expect(stop.changedTires.length).toBeOneOf([0, 2, 4])
    }
    const [, second] = race.truth.stops
    const after = race.sampleAt(second!.startedAtMs + second!.standingMs + 1).load.wearRatio
    for (const wheel of wheelNames) {
      if (second!.changedTires.includes(wheel)) expect(after[wheel]).toBeGreaterThan(0.999)
      else expect(after[wheel]).toBeLessThan(0.95)
    }
  })
})

describe('whatever the seed', () => {
  test('fuel and energy never run out, stops come and the flag falls after the clock', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 400 }), (seed, raceMinutes) => {
        const { truth, endMs } = inventedRace({ seed, raceMinutes })
        const any = inventedRace({ seed, raceMinutes })
        for (const sample of samples(any, 9973)) {
          expect(sample.load.fuelLiters).toBeWithin(0.5, 97)
          expect(sample.load.energyRatio).toBeWithin(0.001, 1.0001)
          for (const wheel of wheelNames) {
            expect(sample.load.wearRatio[wheel]).toBeWithin(0.4, 1.0001)
          }
        }
        expect(truth.flagAtMs).toBeGreaterThanOrEqual(raceMinutes * 60_000)
        expect(truth.flagAtMs - raceMinutes * 60_000).toBeLessThan(320_000)
        expect(endMs).toBeGreaterThan(truth.flagAtMs)
        if (raceMinutes > 65) expect(truth.stops.length).toBeGreaterThan(0)
        if (raceMinutes < 45) expect(truth.stops).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('the live settings change now and then, and places change', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { laps } = inventedRace({ seed }).truth
        const changes = laps.filter((lap, i) => i > 0 && lap.settings !== laps[i - 1]?.settings)
        expect(changes.length).toBeWithin(2, 60)
        const places = new Set(laps.map((lap) => lap.place.classPosition))
        expect(places.size).toBeGreaterThan(2)
      }),
      { numRuns: 40 },
    )
  })
})
