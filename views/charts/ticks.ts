/** Numbers that people count in. */
const ROUND = [1, 2, 2.5, 5, 10]

/** Multiples of a round number between two values, at most so many. A span without width has one. */
export function ticks(low: number, high: number, most: number): readonly number[] {
  if (!(high > low)) return [low]
  const raw = (high - low) / Math.max(1, most - 1)
  const scale = 10 ** Math.floor(Math.log10(raw))
  const step = (ROUND.find((round) => round * scale >= raw - scale * 1e-9) ?? 10) * scale
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)))
}

/** Between such multiples, whole numbers only. */
export const wholeTicks = (low: number, high: number, most: number): readonly number[] =>
  ticks(low, high, most).filter(Number.isInteger)
