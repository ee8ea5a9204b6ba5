import type { Session } from '../race/session.ts'
import type { TelemetryTaken } from '../race/session-event.ts'
import { unjudged } from '../race/units.ts'
import { type Connection, connectionAfter } from '../sessions/arbitration/connection.ts'
import type { Monitor } from '../sessions/arbitration/monitor.ts'
import { decode } from '../wire/decode.ts'
import { judged, unitsFor } from '../wire/units.ts'

export interface FrameTaken {
  readonly taken: TelemetryTaken
  /** As the monitor told it, in this frame or before. */
  readonly bootId: string | null
  /** How long its frames take, with this one. */
  readonly road: Connection | null
  /** Keys that had to be left out of it. */
  readonly refused: readonly string[]
}

/** A connection, as far as its frames are read by it. */
export interface FrameSource {
  readonly monitor: Monitor
  /** Stands for a boot id that the monitor does not tell. */
  readonly name: string
  readonly road: Connection | null
}

/** A monitor's frame as an event of the session. */
export function telemetryTaken(
  session: Session,
  frame: object,
  { monitor, name, road: before }: FrameSource,
  atMs: number,
): FrameTaken {
  const { pc } = monitor
  const verdict = judged(session.unitVerdicts[pc] ?? unjudged, frame)
  const units = unitsFor(frame, verdict, session.inputs.units)
  const { telemetry: read, refused } = decode(frame, units)
  const bootId = read.bootId ?? monitor.bootId
  // Without a boot id each connection is a boot. That orders its frames; it says nothing about who it is.
  const telemetry = { ...read, bootId: bootId ?? name }
  const { connection: road, lateMs } = connectionAfter(before, atMs, telemetry.timestampMs)
  // What it is to the wall is judged where it is known who feeds it.
  const judging = { units, pc, verdict, lateMs, isLate: false, isRefresh: false }
  return { taken: { type: 'telemetry', atMs, telemetry, frame, ...judging }, bootId, road, refused }
}
