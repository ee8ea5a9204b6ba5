import { ceilOf } from '../allowance.ts'

/** Where the race's leader is. */
export type Leader =
  | { readonly kind: 'us' }
  /** Lap time in ms, and the part of its lap that is done, 0-1. */
  | { readonly kind: 'known'; readonly lapMs: number; readonly part: number }
  | { readonly kind: 'unknown'; readonly lapMs: number | null }

/** When the leader takes the flag, ms from now. */
export interface LeaderFlag {
  readonly lowerMs: number
  readonly bestMs: number
  readonly upperMs: number
}

/** Further from the end the leader's pace changes too much for his place on the lap to tell anything (race.md). */
const PLACE_TELLS_WITHIN_MS = 25 * 60_000
/** How far off the leader's flag may be, of his lap, when his place is known (race.md). */
const PLACE_TELLS_RATIO = 0.1

/**
 * The leader crosses the line after the clock reads zero: at zero itself if we lead, because then our own next crossing
 * is the flag; up to a lap later if he is somewhere.
 * @param timeLeftMs T; below 0 the clock has run out
 * @param lapMs L, ours: stands for his where it is not known
 */
export function leaderFlag(timeLeftMs: number, lapMs: number, leader: Leader): LeaderFlag {
  const zeroMs = Math.max(0, timeLeftMs)
  if (leader.kind === 'us') return { lowerMs: zeroMs, bestMs: zeroMs, upperMs: zeroMs }
  const hisMs = leader.lapMs ?? lapMs
  if (leader.kind === 'known' && timeLeftMs < PLACE_TELLS_WITHIN_MS) {
    const crossings = Math.max(1, ceilOf(zeroMs / hisMs + leader.part))
    const bestMs = (crossings - leader.part) * hisMs
    const aside = PLACE_TELLS_RATIO * hisMs
    return { lowerMs: Math.max(0, bestMs - aside), bestMs, upperMs: bestMs + aside }
  }
  return { lowerMs: zeroMs, bestMs: zeroMs + hisMs / 2, upperMs: zeroMs + hisMs }
}

/** One lap more for everybody. */
export const flagLater = ({ lowerMs, bestMs, upperMs }: LeaderFlag, ms: number): LeaderFlag => ({
  lowerMs: lowerMs + ms,
  bestMs: bestMs + ms,
  upperMs: upperMs + ms,
})
