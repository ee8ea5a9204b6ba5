import type { Session } from '../race/session.ts'
import type { TelemetryTaken } from '../race/session-event.ts'
import { unjudged } from '../race/units.ts'
import type { Monitor } from '../sessions/arbiter.ts'
import { decode } from '../wire/decode.ts'
import { judged, unitsFor } from '../wire/units.ts'

/** A monitor's frame as an event of the session, and the keys that had to be left out of it. */
export function telemetryTaken(
  session: Session,
  frame: object,
  monitor: Monitor,
  atMs: number,
): { taken: TelemetryTaken; refused: readonly string[] } {
  const verdict = judged(session.unitVerdicts[monitor.pc] ?? unjudged, frame)
  const units = unitsFor(frame, verdict)
  const { telemetry, refused } = decode(frame, units)
  // Without a boot id each connection is a boot: what it told when it asked for its session, or its socket.
  const bootId = telemetry.bootId ?? monitor.bootId ?? `socket-${monitor.socket}`
  const taken = { ...telemetry, bootId }
  return {
    taken: { type: 'telemetry', atMs, telemetry: taken, frame, units, pc: monitor.pc, verdict },
    refused,
  }
}
