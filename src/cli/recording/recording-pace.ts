/** What a monitor sends at, for frames without a clock. */
const USUAL_GAP_MS = 500

/**
 * How long after the first frame each one is due: as far apart as they were recorded. A clock that was set back in
 * the middle of a recording costs no time, and one that is missing the usual half second.
 */
export class RecordingPace {
  readonly #speed: number
  #lastMs: number | null = null
  #dueMs = 0
  #isFirst = true

  constructor(speed: number) {
    this.#speed = speed
  }

  dueMs(atMs: number | null): number {
    const gapMs = atMs === null || this.#lastMs === null ? USUAL_GAP_MS : atMs - this.#lastMs
    if (!this.#isFirst) this.#dueMs += Math.max(0, gapMs) / this.#speed
    this.#isFirst = false
    this.#lastMs = atMs ?? this.#lastMs
    return this.#dueMs
  }
}
