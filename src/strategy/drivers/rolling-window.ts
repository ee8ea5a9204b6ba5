/** A time at the wheel. Both ends in ms of the server's clock, the second not before the first. */
export interface Interval {
  readonly fromMs: number
  readonly toMs: number
}

/** At most `maxMs` in any window of `lengthMs`. */
export interface WindowRule {
  readonly lengthMs: number
  readonly maxMs: number
}

/** How much of these times lies between two moments, ms, at least 0. @param intervals that do not overlap */
export function drivenBetween(
  intervals: readonly Interval[],
  fromMs: number,
  toMs: number,
): number {
  let sum = 0
  for (const each of intervals) {
    sum += Math.max(0, Math.min(each.toMs, toMs) - Math.max(each.fromMs, fromMs))
  }
  return sum
}

/** Most that was driven in any window of this length, ms: one that begins or ends with one of the times. */
export function mostInWindow(intervals: readonly Interval[], lengthMs: number): number {
  let most = 0
  for (const { fromMs, toMs } of intervals) {
    most = Math.max(
      most,
      drivenBetween(intervals, fromMs, fromMs + lengthMs),
      drivenBetween(intervals, toMs - lengthMs, toMs),
    )
  }
  return most
}

/** Rules are counted in minutes. */
const PRECISION_MS = 500

/**
 * When somebody who drives from `fromMs` on will have driven more than allowed in the window that ends then; null: not
 * by `untilMs`.
 * @param intervals what he has driven before, none of it after `fromMs`
 */
export function windowBrokenAtMs(
  intervals: readonly Interval[],
  fromMs: number,
  untilMs: number,
  { lengthMs, maxMs }: WindowRule,
): number | null {
  const near = intervals.filter(({ toMs }) => toMs > fromMs - lengthMs)
  const drivenBy = (atMs: number) =>
    drivenBetween(near, atMs - lengthMs, fromMs) + Math.min(lengthMs, atMs - fromMs)
  if (drivenBy(untilMs) <= maxMs) return null
  // While he drives the sum never falls.
  let [low, high] = [fromMs, untilMs]
  while (high - low > PRECISION_MS) {
    const middle = (low + high) / 2
    if (drivenBy(middle) > maxMs) high = middle
    else low = middle
  }
  return high
}
