/** Both ends belong to it. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** Standard deviations on either side that hold 80 %. */
const SIDES_OF_80_PERCENT = 1.28
/** A median of n laps scatters as a mean of n / 1.57 does. */
const MEDIAN_COSTS = 1.57
/**
 * What drivers change from stint to stint, whatever the laps before say: of the laps left. With race.md's 0.013 the range
 * held in 92 of 100 cases of `bench:strategy`: wider than it says.
 */
const DRIFT_RATIO = 0.009
/** Before two laps have shown it: what a careful driver's laps scatter. Guessed. */
const SCATTER_BEFORE_KNOWN = 0.03

/**
 * The 80 % range of k laps left. (The average's own σ/√n alone holds 37 to 41 %, race.md.)
 * @param laps k, laps left
 * @param lapsCounted n, laps in the average; below 1 counts as 1
 * @param scatterRatio of one lap's use; null: not known yet
 */
export function lapsRange(laps: number, lapsCounted: number, scatterRatio: number | null): Range {
  if (!(laps > 0)) return { low: 0, high: 0 }
  const scatter = SIDES_OF_80_PERCENT * (scatterRatio ?? SCATTER_BEFORE_KNOWN)
  const n = Math.max(1, lapsCounted)
  // k is under the root, where a part of a lap that is nearly nothing divides nothing.
  const half = Math.sqrt(
    scatter ** 2 * ((MEDIAN_COSTS / n) * laps ** 2 + laps) + (DRIFT_RATIO * laps) ** 2,
  )
  return { low: Math.max(0, laps - half), high: laps + half }
}
