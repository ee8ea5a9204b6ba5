import { type LapsToFlag, lapsToFlag } from '../../../src/strategy/finish/laps-to-flag.ts'
import { leaderFlag } from '../../../src/strategy/finish/leader-flag.ts'
import type { DrivenRace } from './driven-race.ts'
import { mean, useOf } from './truth-at.ts'

/** What is true of a race on the whole: its means, and nothing of its future. */
export interface Oracle {
  readonly lapMs: number
  readonly use: number
  readonly fill: number
  readonly stopLossMs: number
  readonly leaderLapMs: number
}

const REFUEL_MS = 40_000

export function oracleOf({ race }: DrivenRace): Oracle {
  const { laps } = race.truth
  const hasEnergy = race.car.energyPerLapRatio > 0
  const calm = laps.filter(({ number, isInLap, isOutLap, startedAtMs }) => {
    const { fieldPaceRatio, ownPaceRatio, useRatio } = race.sampleAt(startedAtMs + 1).conditions
    const isCalm = fieldPaceRatio === 1 && ownPaceRatio === 1 && useRatio === 1
    return isCalm && number > 1 && !isInLap && !isOutLap
  })
  const lapMs = mean(calm.map(({ timeMs }) => timeMs))
  const losses = laps.flatMap((lap, i) => {
    const out = laps[i + 1]
    const isTold = lap.isInLap && out !== undefined && lap.timeMs + out.timeMs < 3.6 * lapMs
    return isTold ? [lap.timeMs + out.timeMs - 2 * lapMs] : []
  })
  return {
    lapMs,
    use: mean(calm.map(useOf(hasEnergy))),
    fill: hasEnergy ? 100 : race.car.fillLiters,
    stopLossMs: mean(losses),
    leaderLapMs: 97_600,
  }
}

/** The way to the flag from the true means, in the conditions of now. */
export function oracleToFlag(driven: DrivenRace, oracle: Oracle): LapsToFlag {
  const { race, atMs, given } = driven
  const sample = race.sampleAt(atMs)
  const { fieldPaceRatio, ownPaceRatio, useRatio } = sample.conditions
  const hasEnergy = race.car.energyPerLapRatio > 0
  const level = hasEnergy ? sample.load.energyRatio * 100 : sample.load.fuelLiters
  const use = oracle.use * useRatio
  const leaderLapMs = oracle.leaderLapMs * fieldPaceRatio
  const leftMs = Math.max(0, given.options.raceMinutes * 60_000 - atMs)
  const leader =
    given.leader === 'us'
      ? ({ kind: 'us' } as const)
      : given.leader === 'known'
        ? ({ kind: 'known', lapMs: leaderLapMs, part: sample.leader?.part ?? 0 } as const)
        : ({ kind: 'unknown', lapMs: leaderLapMs } as const)
  return lapsToFlag(leaderFlag(leftMs, leader), {
    lapMs: oracle.lapMs * fieldPaceRatio * ownPaceRatio,
    part: sample.meters / 4909,
    lapsLeft: level / use,
    fillLaps: oracle.fill / use,
    ...{ marginLaps: 0.3, reserveLaps: 0.3, stopLossMs: oracle.stopLossMs, refuelMs: REFUEL_MS },
  })
}
