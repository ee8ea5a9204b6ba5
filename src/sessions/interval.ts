/** As fast as a monitor speaks by default. */
const DEFAULT_HZ = 2
/** One update in 5 s: the slowest that still says "live". */
const MIN_HZ = 0.2
/** Faster than anybody reads, slow enough for a phone to draw. */
const MAX_HZ = 10

/** Few, because whoever asks for the same gets the same bytes: every further one is written out once more. */
const INTERVALS_MS = [100, 200, 500, 1_000, 2_000, 5_000] as const

export const DEFAULT_INTERVAL_MS = 1000 / DEFAULT_HZ

/** Milliseconds between two updates for `?hz=`, never less than asked for; null if it is no number from 0.2 to 10. */
export function intervalFromHz(hz: string | undefined): number | null {
  if (hz === undefined) return DEFAULT_INTERVAL_MS
  const asked = hz.trim() === '' ? Number.NaN : Number(hz)
  if (!(asked >= MIN_HZ && asked <= MAX_HZ)) return null
  return INTERVALS_MS.find((intervalMs) => intervalMs * asked >= 1_000) ?? null
}
