import type { Telemetry } from '../../race/telemetry.ts'

/** Where the race's leader is. */
export type Leader =
  | { readonly kind: 'us' }
  /** His place on the lap is known: `lapMs` L_l, `part` p_l, 0-1. */
  | { readonly kind: 'known'; readonly lapMs: number; readonly part: number }
  | { readonly kind: 'unknown'; readonly lapMs: number }
  /** He has taken the chequered flag: the race ends with our next crossing. */
  | { readonly kind: 'finished' }

/** Out of what he takes on a lap: with a stop, or behind a safety car, it says nothing about his next one. Guessed. */
const BELIEVED_RATIO = [0.7, 1.2] as const

/** @param lapMs L, ours: stands for his where his is not known, or is none that anybody drives at speed */
export function leaderOf(telemetry: Telemetry | null, lapMs: number): Leader {
  if (telemetry === null) return { kind: 'unknown', lapMs }
  const { flag, position, leaderLapTimeMs, leaderLapProgressRatio: part } = telemetry
  if (flag?.toLowerCase() === 'checkered') return { kind: 'finished' }
  if (position === 1) return { kind: 'us' }
  const ratio = (leaderLapTimeMs ?? 0) / lapMs
  const isBelieved = ratio >= BELIEVED_RATIO[0] && ratio <= BELIEVED_RATIO[1]
  const his = leaderLapTimeMs !== null && isBelieved ? leaderLapTimeMs : lapMs
  return part === null
    ? { kind: 'unknown', lapMs: his }
    : { kind: 'known', lapMs: his, part: Math.min(1, Math.max(0, part)) }
}
