/** One socket of a program that publishes. */
export interface Monitor {
  /** Unique for the life of the process. */
  readonly socket: number
  /** The PC it runs on, as far as we can tell: its address. */
  readonly pc: string
  /** One per start of the monitor's program, where it sends one. */
  readonly bootId: string | null
}

/** Which monitor feeds the wall, and when it last did. */
export interface Feed {
  readonly active: Monitor
  readonly lastFrameAtMs: number
}

/** The active monitor keeps the wall as long as it speaks: shorter gaps are networks, not drivers. */
const QUIET_AFTER_MS = 5_000
/** The same PC on a new socket: its old one is dead when it has been silent this long. */
const SAME_PC_QUIET_AFTER_MS = 2_000

/**
 * The feed after a frame of this monitor, or null if the frame is not for the wall: somebody else feeds it. (The
 * first rule of race.md's machine; hand-over between PCs that both drive comes on top of it.)
 */
export function feedAfter(feed: Feed | null, monitor: Monitor, atMs: number): Feed | null {
  if (feed === null || feed.active.socket === monitor.socket) {
    return { active: monitor, lastFrameAtMs: atMs }
  }
  const silentMs = atMs - feed.lastFrameAtMs
  const sameBoot = monitor.bootId !== null && monitor.bootId === feed.active.bootId
  const samePc = monitor.pc === feed.active.pc && silentMs >= SAME_PC_QUIET_AFTER_MS
  if (sameBoot || samePc || silentMs >= QUIET_AFTER_MS)
    return { active: monitor, lastFrameAtMs: atMs }
  return null
}
