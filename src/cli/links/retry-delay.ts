const FIRST_MS = 500
/** A wall that waits longer after a restart of seconds looks broken; a few monitors a server burden nobody. */
const LONGEST_MS = 5_000

/**
 * Twice as long each time, and anywhere in the upper half of that, so that a field of monitors does not come back to
 * a restarted server in step.
 * @param attempt 0 for the first try after a loss
 * @param chance in [0, 1)
 */
export function retryDelayMs(attempt: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16))
  return Math.round(longest * (0.5 + chance / 2))
}
