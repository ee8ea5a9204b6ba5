import type { SessionEvent } from '../race/session-event.ts'
import { isSilence } from '../race/silence.ts'
import type { Monitor } from './arbitration/monitor.ts'

/** Which monitor feeds the wall, and when it last did. */
export interface Feed {
  readonly active: Monitor
  readonly lastFrameAtMs: number
}

/**
 * What a message says about who drives: `drives` may take the wall, `idle` (a menu, a setup) only shows where nobody
 * else does, `silence` is somebody else's car or a film of ours.
 */
export type Claim = 'drives' | 'idle' | 'silence'

/** The active monitor keeps the wall as long as it speaks: shorter gaps are networks, not drivers. */
const QUIET_AFTER_MS = 5_000
/** The same PC on a new socket: its old one is dead when it has been silent this long. */
const SAME_PC_QUIET_AFTER_MS = 2_000

export function claimOf(event: SessionEvent): Claim {
  if (event.type !== 'telemetry') return 'idle'
  if (isSilence(event.telemetry)) return 'silence'
  return event.telemetry.state === 'menu' ? 'idle' : 'drives'
}

/**
 * One program on two sockets, of which only the newer can be alive. Everybody who watches can read the name of a
 * start, so that it counts only between sockets that both have the key, or come from one address.
 */
export const isSameProgram = (older: Monitor, newer: Monitor): boolean =>
  older.socket !== newer.socket &&
  older.bootId !== null &&
  older.bootId === newer.bootId &&
  ((older.keyed && newer.keyed) || older.pc === newer.pc)

/**
 * The feed after a message of this monitor, or null if the message is not for the wall: somebody else feeds it. (The
 * first rule of race.md's machine; hand-over between PCs that both drive comes on top of it.)
 */
export function feedAfter(
  feed: Feed | null,
  monitor: Monitor,
  atMs: number,
  claim: Claim,
): Feed | null {
  if (claim === 'silence') return null
  // A menu or a setup shows where nobody drives, and keeps nobody waiting who does.
  if (feed === null)
    return { active: monitor, lastFrameAtMs: claim === 'drives' ? atMs : -Infinity }
  if (feed.active.socket === monitor.socket) {
    return { active: monitor, lastFrameAtMs: claim === 'drives' ? atMs : feed.lastFrameAtMs }
  }
  if (claim === 'idle') return null
  const silentMs = atMs - feed.lastFrameAtMs
  const samePc = monitor.pc === feed.active.pc && silentMs >= SAME_PC_QUIET_AFTER_MS
  return samePc || silentMs >= QUIET_AFTER_MS || isSameProgram(feed.active, monitor)
    ? { active: monitor, lastFrameAtMs: atMs }
    : null
}
