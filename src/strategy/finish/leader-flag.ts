import { ceilOf } from '../allowance.ts'
import type { Leader } from './leader.ts'

/** T_f: when the leader takes the flag, ms from now. lower ≤ best ≤ upper, none below 0. */
export interface LeaderFlag {
  readonly lowerMs: number
  readonly bestMs: number
  readonly upperMs: number
}

/** Further from the end his stops change too much for his place on the lap to tell anything (race.md). */
const PLACE_TELLS_WITHIN_MS = 25 * 60_000
/** How far off his flag may be when his place is known, of his lap (race.md). */
const PLACE_TELLS_RATIO = 0.1

/**
 * The leader takes the flag as he crosses the line after zero. At zero itself if we lead, because then our own next
 * crossing is the flag; up to a lap later if he is somewhere.
 * @param timeLeftMs T; below 0 the clock has run out
 */
export function leaderFlag(timeLeftMs: number, leader: Leader): LeaderFlag {
  const zeroMs = Math.max(0, timeLeftMs)
  if (leader.kind === 'finished') return at(0)
  if (leader.kind === 'us') return at(zeroMs)
  const { lapMs } = leader
  if (leader.kind === 'known' && timeLeftMs < PLACE_TELLS_WITHIN_MS) {
    const crossings = Math.max(1, ceilOf(zeroMs / lapMs + leader.part))
    const bestMs = (crossings - leader.part) * lapMs
    const aside = PLACE_TELLS_RATIO * lapMs
    return { lowerMs: Math.max(0, bestMs - aside), bestMs, upperMs: bestMs + aside }
  }
  return { lowerMs: zeroMs, bestMs: zeroMs + lapMs / 2, upperMs: zeroMs + lapMs }
}

const at = (ms: number): LeaderFlag => ({ lowerMs: ms, bestMs: ms, upperMs: ms })

/** The rule of one lap more. */
export const flagLater = ({ lowerMs, bestMs, upperMs }: LeaderFlag, ms: number): LeaderFlag => ({
  lowerMs: lowerMs + ms,
  bestMs: bestMs + ms,
  upperMs: upperMs + ms,
})

/**
 * How far off the pace of the rest of a race may be, either way: hours before the flag some laps, in the last hour none.
 * Holds the range in 97 of 100 cases (`bench:strategy`).
 */
const PACE_DOUBT_RATIO = 0.003

/** The same flag, its bounds as far apart as the pace is doubtful. */
export const inDoubtOfPace = ({ lowerMs, bestMs, upperMs }: LeaderFlag): LeaderFlag => ({
  lowerMs: lowerMs * (1 - PACE_DOUBT_RATIO),
  bestMs,
  upperMs: upperMs * (1 + PACE_DOUBT_RATIO),
})
