/** Soon at first: most of what fails is a blink. Then rarely enough to leave a receiver alone that is down all night. */
const FIRST_MS = 2_000
const LONGEST_MS = 10 * 60_000

/** Twice as long each time, and never all at once. @param failures from 1 @param chance 0-1 */
export const retryWait = (failures: number, chance: number, askedMs: number | null): number => {
  const longestMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  const ownMs = longestMs * (0.5 + chance / 2)
  return Math.max(ownMs, Math.min(askedMs ?? 0, LONGEST_MS))
}
