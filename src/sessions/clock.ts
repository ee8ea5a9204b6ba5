export type Cancel = () => void

/**
 * Time, from outside. `nowMs` MUST never go back within a process and be comparable across restarts (ms since 1970,
 * as measured at the start, counted on by the monotonic clock).
 */
export interface Clock {
  nowMs(): number
  after(ms: number, task: () => void): Cancel
  every(ms: number, task: () => void): Cancel
}
