/** A car setup as the monitor sent it: opaque JSON, shown as text and never trusted. */
export interface Setup {
  /** Server's clock when it arrived. */
  readonly receivedAtMs: number
  /** The driver's clock, as he sent it (ISO 8601), or null. */
  readonly sentAt: string | null
  readonly tree: unknown
}

/** The last setup of a stint. */
export interface StintSetup extends Setup {
  /** Both 1-based. */
  readonly chapter: number
  readonly stint: number
}
