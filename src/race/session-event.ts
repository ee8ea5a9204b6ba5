import type { Alert } from './alerts/alert.ts'
import type { CallTiles } from './call.ts'
import type { Feed } from './feed.ts'
import type { InputSet } from './inputs/input-progress.ts'
import type { SessionId } from './session.ts'
import type { Setup } from './setup.ts'
import type { Telemetry } from './telemetry.ts'
import type { Units, UnitVerdict } from './units.ts'

/** Everything that can happen to a session; time is a field of the event. */
export type SessionEvent =
  | { readonly type: 'monitor-joined'; readonly atMs: number }
  | { readonly type: 'monitor-left'; readonly atMs: number }
  | { readonly type: 'key-presented'; readonly atMs: number }
  | { readonly type: 'server-restarted'; readonly atMs: number }
  | { readonly type: 'setup'; readonly atMs: number; readonly setup: Setup }
  | FeedChanged
  /** What the wall says of its source, where nothing is told on the timeline. */
  | { readonly type: 'feed'; readonly atMs: number; readonly feed: Feed }
  | ({ readonly type: 'conflict-began'; readonly atMs: number } & Rivals)
  | ({ readonly type: 'conflict-ended'; readonly atMs: number } & Rivals & Choice)
  | { readonly type: 'ended'; readonly atMs: number; readonly by: 'engineer' | 'expiry' }
  | { readonly type: 'reopened'; readonly atMs: number }
  | { readonly type: 'link-changed'; readonly atMs: number; readonly id: SessionId }
  | { readonly type: 'named'; readonly atMs: number; readonly name: string }
  /** The disk: nothing is saved from here on, or everything again. */
  | { readonly type: 'saving-failed' | 'saving-resumed'; readonly atMs: number }
  | ({ readonly type: 'input-set'; readonly atMs: number } & InputSet)
  /** `number`: of the change that is taken back. */
  | { readonly type: 'input-undone'; readonly atMs: number; readonly number: number }
  | { readonly type: 'call-set'; readonly atMs: number; readonly tiles: CallTiles }
  | { readonly type: 'call-cleared'; readonly atMs: number }
  /** `number`: of the call that the driver has read. */
  | { readonly type: 'call-acknowledged'; readonly atMs: number; readonly number: number }
  | { readonly type: 'note-written'; readonly atMs: number; readonly text: string }
  /** All that stands from now on. */
  | { readonly type: 'alerts-changed'; readonly atMs: number; readonly alerts: readonly Alert[] }
  /** A webhook has taken that alert, or never will. */
  | {
      readonly type: 'delivery-ended'
      readonly atMs: number
      readonly alert: string
      readonly webhook: number
    }
  /** Nothing has come meanwhile: estimates go on. */
  | { readonly type: 'time-passed'; readonly atMs: number }
  | UnitsJudged
  | TelemetryTaken

interface Choice {
  /** The engineer has chosen. */
  readonly isPicked: boolean
}

/** Names are what the PCs' frames say; null: they never said. */
interface Rivals {
  readonly shown: string | null
  readonly other: string | null
}

/**
 * `handed-over`: the wall is fed by another PC. `quiet`: the PC that feeds it says nothing that counts; `lost`: for so
 * long that its numbers are history; `returned`: it does again.
 */
export type FeedChanged =
  | ({
      readonly type: 'handed-over'
      readonly atMs: number
      /** Whom the frames of the new one name. The books know whom those of the last one named. */
      readonly to: string | null
      readonly blindMs: number
    } & Choice)
  | { readonly type: 'feed-quiet' | 'feed-lost'; readonly atMs: number }
  | { readonly type: 'feed-returned'; readonly atMs: number; readonly blindMs: number }

export interface TelemetryTaken {
  readonly type: 'telemetry'
  /** Server's clock at its arrival. */
  readonly atMs: number
  /** So much later than its connection's fastest it came. */
  readonly lateMs: number
  /** Too late for the wall: it says what was, and only the books take it. */
  readonly isLate: boolean
  /** Worth showing, but no proof that this PC drives: a parked car, or a picture that stands still. */
  readonly isRefresh: boolean
  readonly telemetry: Telemetry
  /** The frame as sent. */
  readonly frame: unknown
  readonly units: Units
  /** The PC it came from, and what is now concluded about its units. */
  readonly pc: string
  readonly verdict: UnitVerdict
}

/** A frame of a PC that does not feed the wall: all that is kept of it. */
export interface UnitsJudged extends Pick<TelemetryTaken, 'atMs' | 'pc' | 'verdict'> {
  readonly type: 'units-judged'
}

export const unitsJudged = ({ atMs, pc, verdict }: TelemetryTaken): UnitsJudged => ({
  type: 'units-judged',
  atMs,
  pc,
  verdict,
})
