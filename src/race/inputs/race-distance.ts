/**
 * How long the race is, where the monitor does not tell. `leader-flag`: the leader crosses the line after zero, then
 * everybody finishes the lap. `plus-one`: one lap more than that.
 */
export interface RaceDistance {
  /** When the race clock reads zero, by the server's clock; null: as the monitor says. */
  readonly endsAtMs: number | null
  /** Laps of a race that is counted in laps, 1-2000; null: it is counted in time, or as the monitor says. */
  readonly laps: number | null
  readonly finishRule: 'leader-flag' | 'plus-one'
}
