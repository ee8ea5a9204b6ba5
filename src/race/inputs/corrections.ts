import type { WheelName } from '../wheels.ts'

/** One lap or stop of the books: both numbers are 1-based. */
export interface BookPlace {
  readonly chapter: number
  readonly number: number
}

/** What the engineer knows better than the books, which stay as they were written. */
export interface Corrections {
  /** Laps that no average shall count. */
  readonly excludedLaps: readonly BookPlace[]
  /** Tyres that were changed at a stop, whatever their wear says. */
  readonly tireChanges: readonly (BookPlace & { readonly wheels: readonly WheelName[] })[]
  /** Stops that served a penalty: they say nothing about what a stop takes. */
  readonly penaltyStops: readonly BookPlace[]
  /** Names that monitors say, and who that is. Foreign text. */
  readonly driverNames: readonly { readonly from: string; readonly to: string }[]
}
