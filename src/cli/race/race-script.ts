import { type DriverHand, usualHand } from './lap-character.ts'

/** What a team does and suffers beyond a plain race. Both lists in the order of their laps. */
export interface RaceScript {
  readonly swaps: readonly ScriptedSwap[]
  readonly incidents: readonly ScriptedIncident[]
  /** Who drives after so many changes of driver. */
  handAfter(changes: number): DriverHand
}

export interface ScriptedSwap {
  /** The in-lap, unless a stop that is due anyhow comes shortly before. */
  readonly byLap: number
  /** The car is held in the box at least so long. */
  readonly heldMs: number
}

export interface ScriptedIncident {
  /** It happens on the first free lap from here on: neither to nor from the pits, and none after another one. */
  readonly fromLap: number
  /** Where on the lap, 0-1. */
  readonly atPart: number
  /** The car stands there with nobody at the wheel; 0: it drives on, and all that happens happens to a PC. */
  readonly standingMs: number
  readonly changesDriver: boolean
}

/** When and where a scripted incident took place. */
export interface IncidentMoment {
  readonly incident: ScriptedIncident
  readonly lap: number
  readonly atMs: number
}

export const undisturbed: RaceScript = {
  swaps: [],
  incidents: [],
  handAfter: () => usualHand,
}
