/** What the regulations say of one driver's time at the wheel; null: no such rule. All in ms. */
export interface DrivingRules {
  /** Least in the whole race. */
  readonly minMs: number | null
  /** Most in the whole race. */
  readonly maxMs: number | null
  /** Most without a break. */
  readonly stintMaxMs: number | null
  /** Most in any window of this length. */
  readonly window: { readonly lengthMs: number; readonly maxMs: number } | null
}
