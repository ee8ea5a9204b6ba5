/** What a stop costs in this series. */
export interface StopConstants {
  /** Seconds for 1 % of fuel or energy, 0-10. */
  readonly refuelSecondsPerPercent: number
  /** Seconds for 0 to 4 tyres, each 0-120. */
  readonly tireSeconds: readonly [number, number, number, number, number]
  /** Seconds a repair takes, 0-1800; nobody can see it coming. */
  readonly damageSeconds: number
  /** Seconds lost in the lane without standing, 0-300; null: learned from this car's own stops. */
  readonly laneSeconds: number | null
  /** Tyres to be changed at the next stop, 0-4. */
  readonly tires: number
}
