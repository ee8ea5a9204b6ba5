import type { Wheels } from './wheels.ts'

/** Why a lap is left out of averages, or worth a word in the table. */
export type LapFlag = 'out' | 'in' | 'refuel' | 'slow' | 'gap' | 'invalid' | 'first'

export interface Lap {
  /** 1-based number of the lap that was completed. */
  readonly number: number
  readonly stint: number
  readonly driverName: string | null
  readonly timeMs: number | null
  /** Derived from crossings instead of the simulator's own lap time: shown with "≈". */
  readonly timeEstimated: boolean
  readonly fuelUsedLiters: number | null
  readonly energyUsedRatio: number | null
  readonly wearUsedRatio: Wheels<number | null>
  readonly flags: readonly LapFlag[]
  readonly completedAtMs: number
}
