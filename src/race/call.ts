/** When the car shall come in. `now`: this very moment's lap, whatever the sums say. */
export type CallWhen = 'this-lap' | 'in-laps' | 'stay-out'

/** What the engineer composes; null: not said. */
export interface CallTiles {
  readonly when: CallWhen | null
  /** 1-99, with `in-laps`: from the lap on which it was set. */
  readonly inLaps: number | null
  /** What to set in the MFD: percent, or litres. */
  readonly energyPercent: number | null
  readonly fuelLiters: number | null
  /** Tyres to change, 0-4. */
  readonly tires: number | null
  /** Who drives on. Foreign text. */
  readonly nextDriver: string | null
  /** Whatever has no tile. Foreign text, at most 60 characters. */
  readonly words: string | null
}

/** What the pit wall tells the driver. */
export interface Call extends CallTiles {
  /** 1-based within the session, for ever: what one acknowledges is the call one has read. */
  readonly number: number
  readonly setAtMs: number
  /** 1-based lap on which it was set; null: the car had not been seen. */
  readonly lap: number | null
  readonly acknowledgedAtMs: number | null
}
