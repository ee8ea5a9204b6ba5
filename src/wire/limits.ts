/** How much of a foreign value is taken in. */
export interface Limit {
  readonly maxBytes: number
  /** Objects and lists inside each other: `{}` is 1, `{ tire_temps: { fl: 80 } }` is 2. */
  readonly maxDepth: number
}

/**
 * Objects, lists and values in one message. A setup of the game has 2,000; half a megabyte of `[]` would be 200,000, of
 * which each takes more memory than the two bytes it is written with.
 */
export const MAX_NODES = 20_000

/** What one monitor may send; told to it in `welcome`. */
export const limits = {
  /** A full frame has about 3 KB and depth 3; the rest is room for `ext.*`, kept and passed on by the API. */
  frame: { maxBytes: 64 * 1024, maxDepth: 6 },
  /** The game's own garage answers with 40 KB and depth 5; other simulators nest deeper. */
  setup: { maxBytes: 512 * 1024, maxDepth: 32 },
  /** The runtime closes the socket (1009) above this: a setup written with spaces and escapes still fits. */
  messageBytes: 900 * 1024,
  /** All messages together: four times what 20 frames a second need. */
  bytesPerSecond: 256 * 1024,
  /** Simulators refresh their scoring at 5 to 20 Hz; more frames would hold nothing new. */
  framesPerSecond: 20,
} as const satisfies Record<string, Limit | number>
