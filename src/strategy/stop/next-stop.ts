import type { Inputs } from '../../race/inputs/inputs.ts'
import { floorOf } from '../allowance.ts'
import type { LapsToFlag } from '../finish/laps-to-flag.ts'
import type { ResourceOutlook } from '../resource.ts'
import type { UsePerLap } from '../use-per-lap.ts'
import { type PitOutlook, pitOutlook } from './pit-outlook.ts'
import { lapsBeforeBox } from './pit-verdict.ts'
import type { LapUse } from './refill.ts'
import { type RefillRow, refillTable } from './refill-table.ts'
import { type StopTime, stopTime } from './stop-time.ts'

/** The next stop: when, how long, and what to fill in. */
export interface NextStop {
  readonly pit: PitOutlook
  /** null: no stop needed. */
  readonly stopTime: StopTime | null
  /** Shortest stint first. Empty: no stop needed, or the use per lap is not known. */
  readonly refill: readonly RefillRow[]
}

export interface StopGround {
  readonly inputs: Inputs
  /** 1-based lap that is being driven. */
  readonly lap: number
  /** Part of it that is done, 0-1. */
  readonly part: number
  readonly lapMs: number | null
  readonly lapsLeft: number
  /** Laps a whole fill lasts; null: not known. */
  readonly fillLaps: number | null
  readonly fuel: ResourceOutlook
  readonly energy: ResourceOutlook | null
  /** Litres that go with 1 % of energy, by the setup; null: it does not say. */
  readonly litersPerPercent: number | null
  readonly finish: LapsToFlag | null
  /** null: no own stop has told it yet. */
  readonly learnedLaneMs: number | null
}

export function nextStop(ground: StopGround): NextStop {
  const { inputs, part, lapMs, lapsLeft, finish, fillLaps, lap, fuel, energy } = ground
  const { pitEntryRatio, marginLaps, reserveLaps } = inputs
  const stopsLeft = finish?.stopsUpper ?? null
  const question = {
    ...{ lapsLeft, part, pitEntryRatio, marginLaps, reserveLaps, lap, stopsLeft, fillLaps },
    lapsToFlag: finish?.upper ?? null,
  }
  const pit = pitOutlook(question, lapMs)
  if (pit.verdict.kind === 'no-stop-needed') return { pit, stopTime: null, refill: [] }
  // The crossing that ends the lap of the stop, counted from here.
  const stopAt = Math.max(0, lapsBeforeBox(question)) + (part < pitEntryRatio ? 1 : 2)
  const isUseKnown = fuel.usePerLap !== null || (energy?.usePerLap ?? null) !== null
  const refill = isUseKnown ? refillRows(ground, stopAt, stopsLeft) : []
  const added = addedPercent(ground, refill, stopAt - part)
  return { pit, stopTime: stopTime(inputs.stop, added, ground.learnedLaneMs), refill }
}

function refillRows(ground: StopGround, stopAt: number, stopsLeft: number | null) {
  const { reserveLaps } = ground.inputs
  return refillTable({
    ...{ reserveLaps, litersPerPercent: ground.litersPerPercent },
    fillLiters: ground.fuel.capacity,
    ...stintAhead(ground, stopAt, stopsLeft),
    push: lapUse(ground, ({ variants, amount }) => variants.push ?? amount),
    average: lapUse(ground, ({ amount }) => amount),
    save: lapUse(ground, ({ variants, amount }) => variants.save ?? amount),
  })
}

/** Where nobody knows the flag, the next stint is a whole fill. */
function stintAhead(
  { finish, part, fillLaps, inputs }: StopGround,
  stopAt: number,
  stopsLeft: number | null,
) {
  if (finish === null || stopsLeft === null) {
    const fill = Math.max(1, floorOf((fillLaps ?? 1) - inputs.marginLaps))
    return { lapsAfterStop: fill, stopsLeft: 1, isFlagKnown: false }
  }
  const crossings = Math.round(finish.upper + part)
  return {
    lapsAfterStop: Math.max(1, crossings - stopAt),
    stopsLeft: Math.max(1, stopsLeft),
    isFlagKnown: true,
  }
}

const lapUse = ({ fuel, energy }: StopGround, of: (use: UsePerLap) => number): LapUse => ({
  fuelLiters: fuel.usePerLap && of(fuel.usePerLap),
  energyPercent: energy?.usePerLap ? of(energy.usePerLap) : null,
})

/** What is filled in for the plan, percent of energy, else of a whole fill of fuel. */
function addedPercent(
  { fuel, energy }: StopGround,
  refill: readonly RefillRow[],
  lapsToStop: number,
): number {
  const plan = refill.find(({ isPlan }) => isPlan)?.average
  const atStop = ({ level, usePerLap }: ResourceOutlook) =>
    Math.max(0, (level ?? 0) - lapsToStop * (usePerLap?.amount ?? 0))
  if (energy !== null && plan?.energyPercent != null) {
    return Math.max(0, plan.energyPercent - atStop(energy))
  }
  if (plan?.fuelLiters == null || fuel.capacity === null || fuel.capacity <= 0) return 100
  return (100 * Math.max(0, plan.fuelLiters - atStop(fuel))) / fuel.capacity
}
