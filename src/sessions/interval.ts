/** As fast as a monitor speaks by default. */
const DEFAULT_HZ = 2
/** One update in 5 s: the slowest that still says "live". */
const MIN_HZ = 0.2
/** Faster than anybody reads, slow enough for a phone to draw. */
const MAX_HZ = 10

export const DEFAULT_INTERVAL_MS = 1000 / DEFAULT_HZ

/** Milliseconds between two updates for `?hz=`; null if it is no number from 0.2 to 10. */
export function intervalFromHz(hz: string | undefined): number | null {
  if (hz === undefined) return DEFAULT_INTERVAL_MS
  const asked = hz.trim() === '' ? Number.NaN : Number(hz)
  return asked >= MIN_HZ && asked <= MAX_HZ ? Math.round(1000 / asked) : null
}
