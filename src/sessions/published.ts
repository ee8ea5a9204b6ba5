import type { SessionEvent, TelemetryTaken } from '../race/session-event.ts'

export type SetupTaken = Extract<SessionEvent, { type: 'setup' }>

/** What a monitor publishes. */
export type Publication = TelemetryTaken | SetupTaken

/** What became of it. */
export interface Published {
  /** False: another monitor feeds the wall, or it came too late for it. */
  readonly onWall: boolean
  /** A frame that came twice, or after a newer one: it changed nothing. */
  readonly isOld: boolean
  /** An older socket of the same program: dead, whatever it looks like. */
  readonly replaced: number | null
}
