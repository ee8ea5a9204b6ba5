import { describe, expect, test } from 'bun:test'
import { inventedTeamRace } from '../../../../src/cli/team/invented-team-race.ts'
import { unjudged } from '../../../../src/race/units.ts'
import { decode } from '../../../../src/wire/decode.ts'
import { judged, unitsFor } from '../../../../src/wire/units.ts'
import { calmTeamRace, inEveryTeamRace, pcOf } from './any-team-race.ts'

/** What a frame says of the car, without its stamp. */
const picture = ({ timestamp, seq, ...rest }: Readonly<Record<string, unknown>>) => rest

describe('the PCs of a team', () => {
  test('say the same for the same seed, however they are asked', () => {
    const options = { seed: 5, drivers: 3, swaps: 2, raceMinutes: 60 }
    const [one, other] = [inventedTeamRace(options), inventedTeamRace(options)]
    for (const [i, pc] of one.pcs.entries()) {
      const atOnce = pc.messagesBetween(0, 900_000)
      const bit = (_: unknown, n: number) =>
        other.pcs[i]!.messagesBetween(n * 1_700, (n + 1) * 1_700)
      const bitByBit = Array.from({ length: 530 }, bit).flat()
      expect(bitByBit.slice(0, atOnce.length)).toEqual([...atOnce])
    }
  })

  test('tell the truth while their driver is in the car, each in its own words', () => {
    inEveryTeamRace((race) => {
      for (const pc of race.pcs) {
        for (let at = 0; at < race.endMs; at += 13_337) {
          if (pc.viewAt(at) !== 'drives') continue
          expect(race.pcDrivingAt(at)).toBe(pc.name)
          const frame = pc.frameAt(at)!
          const car = race.carAt(at)!
          expect(frame.fuel as number).toBeCloseTo(car.load.fuelLiters, 3)
          expect(frame.player_name).toBe(pc.driverName)
          expect('in_control' in frame).toBe(pc.dialect === 'units')
          expect('units' in frame).toBe(pc.dialect === 'units')
        }
      }
    }, 12)
  })

  test('never show fuel, tyres or brakes to somebody who looks on', () => {
    inEveryTeamRace((race) => {
      for (const pc of race.pcs) {
        for (let at = 0; at < race.endMs; at += 13_337) {
          if (pc.viewAt(at) !== 'spectates') continue
          const frame = pc.frameAt(at)
          if (frame === null) continue
          expect(frame.fuel ?? 0).toBe(0)
          if (pc.dialect === 'units') expect(frame.in_control).toBe(false)
          else
            expect(frame.tire_temps).toEqual({ fl: -273.15, fr: -273.15, rl: -273.15, rr: -273.15 })
        }
      }
    }, 12)
  })

  test('as a ghost repeat one picture for ever, which is never the car once it has moved', () => {
    const race = calmTeamRace({ swaps: [{ departure: 'ghost' }] })
    const [handOver] = race.truth.handOvers
    const ghost = pcOf(race, handOver!.fromPc)
    const driving = pcOf(race, handOver!.toPc)
    const first = ghost.frameAt(handOver!.firstFrameAtMs)!
    const { standingMs, startedAtMs } = race.truth.stops[0]!
    for (let at = startedAtMs + standingMs + 1_000; at < race.endMs; at += 500) {
      const frame = ghost.frameAt(at)!
      expect(picture(frame)).toEqual(picture(first))
      expect(frame.timestamp).not.toBe(first.timestamp)
      const { fuel, lap_distance } = driving.frameAt(at)!
      expect({ fuel: frame.fuel, lap_distance: frame.lap_distance }).not.toEqual({
        fuel,
        lap_distance,
      })
    }
    expect(ghost.frameAt(race.endMs - 1)).toMatchObject({ in_control: true })
  })

  test('have clocks of their own, which may be wrong by hours', () => {
    const race = calmTeamRace({
      epochMs: Date.UTC(2026, 0, 1, 12),
      drivers: [{ clockOffsetMs: 3 * 3_600_000 }, { clockOffsetMs: 0 }],
    })
    expect(pcOf(race, 'pc-1').frameAt(60_000)!.timestamp).toBe('2026-01-01T15:01:00.000Z')
  })

  test('are on addresses of their own', () => {
    const { pcs } = inventedTeamRace({ seed: 1, drivers: 4 })
    expect(new Set(pcs.map(({ address }) => address)).size).toBe(4)
  })

  test('say nothing the server would refuse', () => {
    const race = inventedTeamRace({ seed: 2, drivers: 4, swaps: 3, withPractice: true })
    for (const pc of race.pcs) {
      let verdict = unjudged
      for (let at = 0; at < race.endMs; at += 2_003) {
        const frame = pc.frameAt(at)
        if (frame === null) continue
        verdict = judged(verdict, frame)
        expect(decode(frame, unitsFor(frame, verdict)).refused).toEqual([])
      }
    }
  })
})
