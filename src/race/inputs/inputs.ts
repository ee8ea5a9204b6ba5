import type { AlertSettings } from './alert-settings.ts'
import type { Corrections } from './corrections.ts'
import type { DrivingRules } from './driving-rules.ts'
import type { EnergyEntered } from './energy-entered.ts'
import type { RaceDistance } from './race-distance.ts'
import type { StopConstants } from './stop-constants.ts'
import type { UnitOverride } from './unit-override.ts'
import type { Webhook } from './webhook.ts'

/**
 * What the engineer has told the pit wall, and what it goes by where he has told nothing. Each member is changed, kept
 * and undone as a whole.
 */
export interface Inputs {
  readonly race: RaceDistance
  /** How many of the stint's last valid laps the use per lap is the median of, 1-50. */
  readonly averageLaps: number
  /** What is kept back when the car is called in: laps, 0-5. */
  readonly marginLaps: number
  /** What shall still be in the car at the flag: laps, 0-5. */
  readonly reserveLaps: number
  /** Where the pit entry leaves the track, as a part of the lap, 0.5-1. */
  readonly pitEntryRatio: number
  readonly stop: StopConstants
  /** Tread left at which a tyre is done, 0-0.9. */
  readonly tireMinRatio: number
  /** Virtual energy that the monitor cannot send; null: nobody has read it out. */
  readonly energy: EnergyEntered | null
  /** Who shares the car, in the order in which they drive. Foreign text. */
  readonly roster: readonly string[]
  readonly drivingRules: DrivingRules
  readonly units: UnitOverride
  readonly corrections: Corrections
  readonly alerts: AlertSettings
  readonly webhooks: readonly Webhook[]
}

/** One thing that the engineer can set. */
export type InputName = keyof Inputs
