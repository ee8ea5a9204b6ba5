import type { Call } from '../../race/call.ts'
import type { Inputs } from '../../race/inputs/inputs.ts'
import type { LapsToFlag } from '../finish/laps-to-flag.ts'
import { lapsAFill } from '../finish/stop-walk.ts'
import type { ResourceOutlook } from '../resource.ts'
import type { UsePerLap } from '../use-per-lap.ts'
import type { ComingIn } from './coming-in.ts'
import { type PitOutlook, pitOutlook } from './pit-outlook.ts'
import type { LapUse } from './refill.ts'
import { type RefillRow, refillTable } from './refill-table.ts'
import { type StopTime, stopTime } from './stop-time.ts'

/** The next stop: when, how long, and what to fill in. */
export interface NextStop {
  readonly pit: PitOutlook
  /** null: no stop needed, and none called. */
  readonly stopTime: StopTime | null
  /** Shortest stint first. Empty: no stop needed or called, or the use per lap is not known. */
  readonly refill: readonly RefillRow[]
}

export interface StopGround {
  readonly inputs: Inputs
  readonly call: Call | null
  readonly isInPits: boolean
  /** 1-based lap that is being driven. */
  readonly lap: number
  /** Part of it that is done, 0-1. */
  readonly part: number
  /** L, ms; null: not known. */
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
  const { inputs, part, finish } = ground
  const { pitEntryRatio, marginLaps, reserveLaps } = inputs
  const pit = pitOutlook(
    {
      ...{ lapsLeft: ground.lapsLeft, part, pitEntryRatio, marginLaps, reserveLaps },
      ...{ lap: ground.lap, isInPits: ground.isInPits, call: ground.call },
      ...{ lapsToFlag: finish?.upper ?? null, stopsLeft: finish?.stopsUpper ?? null },
      fillLaps: ground.fillLaps,
    },
    ground.lapMs,
  )
  if (pit.comingIn === null) return { pit, stopTime: null, refill: [] }
  const refill = refillRows(ground, pit.comingIn)
  const added = addedPercent(ground, refill, Math.max(0, pit.comingIn.crossings - part))
  return { pit, stopTime: stopTime(inputs.stop, added, ground.learnedLaneMs), refill }
}

function refillRows(ground: StopGround, { crossings }: ComingIn): readonly RefillRow[] {
  const { inputs, fuel, energy, finish, fillLaps, part } = ground
  if (fuel.usePerLap === null && (energy?.usePerLap ?? null) === null) return []
  const toFlag = finish === null ? null : Math.round(finish.upper + part) - crossings
  const stopsLeft = finish?.stopsUpper ?? null
  return refillTable({
    ...{ reserveLaps: inputs.reserveLaps, litersPerPercent: ground.litersPerPercent },
    fillLiters: fuel.capacity,
    lapsToFlag: toFlag === null ? null : Math.max(1, toFlag),
    lapsAFill: fillLaps === null ? null : lapsAFill(fillLaps, inputs.marginLaps),
    stopsAfter: stopsLeft === null ? null : stopsLeft - 1,
    push: lapUse(ground, ({ variants, amount }) => Math.max(amount, variants.push ?? 0)),
    // A whole stint hangs on it: five lucky laps must not (`bench:strategy`).
    average: lapUse(ground, ({ amount, variants }) => Math.max(amount, variants.stint ?? 0)),
    save: lapUse(ground, ({ variants, amount }) => Math.min(amount, variants.save ?? Infinity)),
  })
}

const lapUse = ({ fuel, energy }: StopGround, of: (use: UsePerLap) => number): LapUse => ({
  fuelLiters: fuel.usePerLap && of(fuel.usePerLap),
  energyPercent: energy?.usePerLap ? of(energy.usePerLap) : null,
})

/** What is filled in for the plan, percent of energy, else of a whole fill of fuel; all of it where nothing is known. */
function addedPercent(
  { fuel, energy }: StopGround,
  refill: readonly RefillRow[],
  lapsToStop: number,
): number {
  const plan = refill.find(({ isPlan }) => isPlan)?.average ?? null
  const atStop = ({ level, usePerLap }: ResourceOutlook) =>
    Math.max(0, (level ?? 0) - lapsToStop * (usePerLap?.amount ?? 0))
  if (plan === null) return 100
  if (energy !== null && plan.energyPercent !== null) {
    return Math.max(0, plan.energyPercent - atStop(energy))
  }
  const { capacity } = fuel
  if (plan.fuelLiters === null || capacity === null || capacity <= 0) return 100
  return (100 * Math.max(0, plan.fuelLiters - atStop(fuel))) / capacity
}
