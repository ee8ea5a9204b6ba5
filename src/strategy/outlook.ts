export type Resource = 'fuel' | 'virtual-energy'

export type Confidence = 'low' | 'medium' | 'high'

/** How much one lap takes, and what that rests on. */
export interface UsePerLap {
  /** Litres of fuel, or percent of virtual energy. */
  readonly amount: number
  readonly basis: 'stint' | 'driver' | 'car' | 'setup'
  readonly lapsCounted: number
  readonly confidence: Confidence
}

export interface ResourceOutlook {
  /** Litres, or percent. */
  readonly level: number | null
  /** Litres the tank takes, or 100 (percent). */
  readonly capacity: number | null
  /** level / capacity, 0-1, for the gauge. */
  readonly ratio: number | null
  readonly usePerLap: UsePerLap | null
  readonly lapsLeft: number | null
}

/** All that can be concluded from a session now. Unknown is null, never a guess. */
export interface Outlook {
  readonly fuel: ResourceOutlook
  /** null: this car has no virtual energy, or the monitor cannot send it. */
  readonly energy: ResourceOutlook | null
  readonly lapsLeft: {
    readonly laps: number
    readonly limitedBy: Resource
    readonly otherLaps: number | null
  } | null
  /** Median of the valid laps that the averages rest on. */
  readonly lapTimeMs: number | null
  /** Laps left × lap time. */
  readonly stintLeftMs: number | null
}
