import type { SeededRandom } from '../race/seeded-random.ts'

/** A time in which everything a PC sends comes late. */
export interface LateSpell {
  readonly fromMs: number
  readonly toMs: number
  readonly delayMs: number
}

const LEAST_MS = 40
/** Less than the gap between two frames at the highest rate: they never overtake each other. */
const SPREAD_MS = 40

/** When what was sent as the nth frame arrives. After a late spell the line catches up in one burst. */
export function arrivalMs(
  sentAtMs: number,
  n: number,
  spells: readonly LateSpell[],
  random: SeededRandom,
): number {
  const onTheLine = LEAST_MS + random.unit('line', n) * SPREAD_MS
  let arrival = sentAtMs + onTheLine
  for (const { fromMs, toMs, delayMs } of spells) {
    if (sentAtMs < fromMs) continue
    const late = (sentAtMs < toMs ? sentAtMs + onTheLine : toMs + LEAST_MS + SPREAD_MS) + delayMs
    arrival = Math.max(arrival, late)
  }
  return Math.round(arrival)
}

export const longestDelayMs = (spells: readonly LateSpell[]): number =>
  LEAST_MS + SPREAD_MS + 1 + spells.reduce((longest, { delayMs }) => Math.max(longest, delayMs), 0)
