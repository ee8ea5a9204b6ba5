import { TRACK_LENGTH_METERS } from './invented-track.ts'
import type { DriverHand } from './lap-character.ts'
import type { IncidentMoment, RaceScript, ScriptedIncident, ScriptedSwap } from './race-script.ts'

/** Nobody stops twice within so few laps: the earlier stop serves for the swap too. */
const LAPS_AHEAD = 8

/** How far a race has come in its script. */
export class ScriptProgress {
  readonly moments: IncidentMoment[] = []
  readonly #script: RaceScript
  #swaps = 0
  #incidents = 0
  #changes = 0
  #lastIncidentLap = 0

  constructor(script: RaceScript) {
    this.#script = script
  }

  get hand(): DriverHand {
    return this.#script.handAfter(this.#changes)
  }

  mustSwapAfter(lap: number): boolean {
    const next = this.#script.swaps[this.#swaps]
    return next !== undefined && lap >= next.byLap
  }

  /** The swap that takes place at the stop after this lap. */
  swapAt(inLap: number): ScriptedSwap | null {
    const next = this.#script.swaps[this.#swaps]
    if (next === undefined || inLap < next.byLap - LAPS_AHEAD) return null
    this.#swaps++
    this.#changes++
    return next
  }

  /** What happens on this lap, driven from line to line. */
  incidentOn(lap: number): (ScriptedIncident & { readonly atMeters: number }) | null {
    const next = this.#script.incidents[this.#incidents]
    if (next === undefined || lap < next.fromLap || lap < this.#lastIncidentLap + 2) return null
    return { ...next, atMeters: next.atPart * TRACK_LENGTH_METERS }
  }

  happened(lap: number, atMs: number): void {
    const incident = this.#script.incidents[this.#incidents++]
    if (incident === undefined) return
    if (incident.changesDriver) this.#changes++
    this.#lastIncidentLap = lap
    this.moments.push({ incident, lap, atMs })
  }
}
