import type { Session } from '../race/session.ts'
import type { TelemetryTaken } from '../race/session-event.ts'
import { unjudged } from '../race/units.ts'
import type { Monitor } from '../sessions/arbiter.ts'
import { decode } from '../wire/decode.ts'
import { judged, unitsFor } from '../wire/units.ts'

export interface FrameTaken {
  readonly taken: TelemetryTaken
  /** As the monitor told it, in this frame or before. */
  readonly bootId: string | null
  /** Keys that had to be left out of it. */
  readonly refused: readonly string[]
}

/** A monitor's frame as an event of the session. */
export function telemetryTaken(
  session: Session,
  frame: object,
  monitor: Monitor,
  connection: string,
  atMs: number,
): FrameTaken {
  const verdict = judged(session.unitVerdicts[monitor.pc] ?? unjudged, frame)
  const units = unitsFor(frame, verdict)
  const { telemetry, refused } = decode(frame, units)
  const bootId = telemetry.bootId ?? monitor.bootId
  // Without a boot id each connection is a boot. That orders its frames; it says nothing about who it is.
  const taken = { ...telemetry, bootId: bootId ?? connection }
  return {
    taken: { type: 'telemetry', atMs, telemetry: taken, frame, units, pc: monitor.pc, verdict },
    bootId,
    refused,
  }
}
