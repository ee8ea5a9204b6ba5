import type { Telemetry } from '../../race/telemetry.ts'
import type { Arbitration } from './arbitration.ts'
import type { Monitor } from './monitor.ts'
import type { SamePcProof } from './same-pc.ts'
import type { SwitchReason } from './take-over.ts'

/** Everything that arbitration hears of. Time is an event like any other: one `tick` a second is enough. */
export type ArbitrationEvent =
  | { readonly type: 'joined'; readonly atMs: number; readonly monitor: Monitor }
  | { readonly type: 'left'; readonly atMs: number; readonly monitor: Monitor }
  | FrameTaken
  | { readonly type: 'tick'; readonly atMs: number }
  /** By the engineer. */
  | { readonly type: 'picked'; readonly atMs: number; readonly monitor: Monitor }
  /** The server: no socket of before it is left. */
  | { readonly type: 'restarted'; readonly atMs: number }

export interface FrameTaken {
  readonly type: 'frame'
  readonly atMs: number
  readonly monitor: Monitor
  readonly telemetry: Telemetry
  /** How much later than its connection's fastest it arrived. */
  readonly lateMs: number
}

/**
 * Where a frame goes: on the `wall` as proof of who drives; on the wall as a `refresh` that proves nothing (a parked
 * car); only to the `ledger`, too late for the wall; nowhere.
 */
export type Fate = 'wall' | 'refresh' | 'ledger' | 'silence'

export type News =
  | {
      readonly type: 'switched'
      readonly from: Monitor | null
      readonly to: Monitor
      readonly reason: SwitchReason
      /** How long no frame had counted. */
      readonly blindMs: number
    }
  /** The same PC on a new socket: no switch. */
  | {
      readonly type: 'replaced'
      readonly dead: Monitor
      readonly by: Monitor
      readonly proof: SamePcProof
    }
  | { readonly type: 'went-quiet'; readonly monitor: Monitor }
  | { readonly type: 'went-offline'; readonly monitor: Monitor }
  | { readonly type: 'came-back'; readonly monitor: Monitor; readonly blindMs: number }
  | { readonly type: 'conflict-began'; readonly p: Monitor; readonly q: Monitor }
  | { readonly type: 'conflict-ended'; readonly p: Monitor; readonly q: Monitor }

/** What has come of one event. */
export interface Ruling {
  readonly state: Arbitration
  /** Of the event's frame; null if it had none. */
  readonly fate: Fate | null
  readonly news: readonly News[]
}

/** A step on the way to a ruling. */
export type Step = Pick<Ruling, 'state' | 'news'>
