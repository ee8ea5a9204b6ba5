/** One socket of a program that publishes. */
export interface Monitor {
  /** Unique for the life of the process. */
  readonly socket: number
  /** The PC it runs on, as far as we can tell: its address. */
  readonly pc: string
  /** One per start of the monitor's program; null where it has not told one. Public: it proves nothing by itself. */
  readonly bootId: string | null
  /** It has shown the key of its session, or was given it. */
  readonly keyed: boolean
}
