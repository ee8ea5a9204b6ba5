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
  | UnitsJudged
  | TelemetryTaken

export interface TelemetryTaken {
  readonly type: 'telemetry'
  readonly atMs: number
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
