import { TRACK_LENGTH_METERS } from '../../../src/cli/race/invented-track.ts'
import type { InventedLap } from '../../../src/cli/race/race-truth.ts'
import type { DrivenRace } from './driven-race.ts'

/** What a wall would have to say at one moment, if it knew the race to its end. */
export interface TruthAt {
  /** Laps from here to the flag. */
  readonly lapsToFlag: number
  readonly stopsLeft: number
  /** Laps that what is in the car would last, driven as it was driven. */
  readonly lapsLeft: number
  readonly part: number
  /** When something begins or ends next that nobody can foresee; Infinity: nothing does. */
  readonly nextChangeMs: number
}

const isRacing = ({ isInLap, isOutLap, number }: InventedLap) => !isInLap && !isOutLap && number > 1

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Both resources, as shares of what a lap needs. */
export const useOf = (hasEnergy: boolean) => (lap: InventedLap) =>
  hasEnergy ? lap.energyUsedRatio * 100 : lap.fuelUsedLiters

export function truthAt({ race, atMs }: DrivenRace): TruthAt {
  const { truth } = race
  const sample = race.sampleAt(atMs)
  const part = Math.min(1, Math.max(0, sample.meters / TRACK_LENGTH_METERS))
  const byFuel = lapsLeft(race, sample, part, false)
  return {
    part,
    lapsToFlag: truth.laps.length - sample.lapsCompleted - part,
    stopsLeft: truth.stops.filter(({ startedAtMs }) => startedAtMs > atMs).length,
    lapsLeft:
      race.car.energyPerLapRatio > 0
        ? Math.min(byFuel, lapsLeft(race, sample, part, true))
        : byFuel,
    nextChangeMs: race.changes.find((change) => change > atMs) ?? Number.POSITIVE_INFINITY,
  }
}

type Race = DrivenRace['race']

/** Lap by lap as they were really driven; beyond the stop as the laps before it. */
function lapsLeft(
  race: Race,
  sample: ReturnType<Race['sampleAt']>,
  part: number,
  ofEnergy: boolean,
): number {
  const { laps } = race.truth
  const amount = useOf(ofEnergy)
  const level = ofEnergy ? sample.load.energyRatio * 100 : sample.load.fuelLiters
  const current = laps[sample.lapsCompleted]
  if (current === undefined) return 0
  const before = laps.slice(Math.max(0, sample.lapsCompleted - 12), sample.lapsCompleted)
  const usual = mean(before.filter(isRacing).map(amount)) || amount(current)
  const atLine = race.sampleAt(current.completedAtMs - 1).load
  const leftAtLine = ofEnergy ? atLine.energyRatio * 100 : atLine.fuelLiters
  const restOfLap = current.isOutLap && level < leftAtLine ? usual * (1 - part) : level - leftAtLine
  let left = level - restOfLap
  if (left < 0) return (level / Math.max(1e-9, restOfLap)) * (1 - part)
  let driven = 1 - part
  for (let i = sample.lapsCompleted + 1; ; i++) {
    const lap = laps[i]
    // After the stop it is another fill: what was in the car goes on as before.
    const isBeyond = lap === undefined || lap.isOutLap || laps[i - 1]?.isInLap === true
    if (isBeyond) return driven + left / usual
    const use = isRacing(lap) ? amount(lap) : usual
    if (use > left) return driven + left / use
    left -= use
    driven += 1
  }
}
