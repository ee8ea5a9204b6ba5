/** Enough laps for a scatter that is steady, few enough to follow the weather (race.md). */
export const LAPS_OF_SCATTER = 25

/**
 * Relative scatter of a lap's use, from the differences of laps that follow each other: a drift, as the fuel burns off or
 * rain comes, is not taken for scatter. null with fewer than two laps.
 */
export function scatterOf(uses: readonly number[]): number | null {
  const recent = uses.slice(-LAPS_OF_SCATTER)
  if (recent.length < 2) return null
  let squares = 0
  let sum = recent[0] ?? 0
  for (let i = 1; i < recent.length; i++) {
    const [before = 0, now = 0] = [recent[i - 1], recent[i]]
    squares += (now - before) ** 2
    sum += now
  }
  const mean = sum / recent.length
  return mean <= 0 ? null : Math.sqrt(squares / (2 * (recent.length - 1))) / mean
}
