/** Virtual energy as somebody read it out, counted down by measured use from there. */
export interface EnergyEntered {
  /** 0-100. */
  readonly percent: number
  /** Use per lap that the engineer knows, percent, above 0 to 100; null: by fuel, as the setup relates them. */
  readonly percentPerLap: number | null
  /** Where it was read, 1-based within the session, and how far the car had come: laps done and the part of the next. */
  readonly chapter: number
  readonly lapsDone: number
  readonly fuelLiters: number | null
  readonly atMs: number
}
