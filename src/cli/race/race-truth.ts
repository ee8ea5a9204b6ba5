import type { WheelName, Wheels } from '../../race/wheels.ts'
import type { LiveSettings } from './live-settings.ts'
import type { RacePlace } from './race-places.ts'

/** What really happened on a lap: what a wall can only conclude from frames. */
export interface InventedLap {
  readonly number: number
  readonly timeMs: number
  /** Race times of the two crossings of the line. */
  readonly startedAtMs: number
  readonly completedAtMs: number
  /** What was used, whatever was filled in meanwhile. */
  readonly fuelUsedLiters: number
  readonly energyUsedRatio: number
  readonly wearUsedRatio: Wheels<number>
  readonly isInLap: boolean
  readonly isOutLap: boolean
  readonly isValid: boolean
  readonly place: RacePlace
  readonly settings: LiveSettings
}

export interface InventedStop {
  /** The lap that ends in the pit lane; the car stands at the beginning of the next. */
  readonly inLap: number
  readonly startedAtMs: number
  readonly standingMs: number
  readonly fuelAddedLiters: number
  readonly energyAddedRatio: number
  readonly changedTires: readonly WheelName[]
  /** Somebody else gets in here. */
  readonly swapsDriver: boolean
}

export interface RaceTruth {
  readonly laps: readonly InventedLap[]
  readonly stops: readonly InventedStop[]
  readonly startFuelLiters: number
  readonly greenAtMs: number
  /** The leader takes the chequered flag; the clock at zero, if this car leads. */
  readonly leaderFlagAtMs: number
  /** The car takes the chequered flag. */
  readonly flagAtMs: number
}
