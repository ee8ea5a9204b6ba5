import { presence } from '../src/race/presence.ts'
import { currentLap, type Session } from '../src/race/session.ts'
import { outlook } from '../src/strategy/outlook.ts'

/** The session for programs, in parts that change at different times. Frame and setup are as the monitor sent them. */
export function sessionJsonParts(session: Session): readonly { id: string; text: string }[] {
  const { id, mode, monitor, telemetry, takenAtMs, frame, setup, chapter, stint } = session
  // What tells one start of a monitor from another is between it and the server.
  const { bootId: _bootId, ...normalized } = telemetry ?? {}
  const parts = {
    session_update: {
      session_id: id,
      mode,
      monitor: { status: monitor.status, since_ms: Math.round(monitor.sinceMs) },
      presence: presence(session),
      chapter: chapter && { session_type: chapter.sessionType, track_name: chapter.trackName },
      stint: stint && { number: stint.number, driver: stint.driverName, start_lap: stint.startLap },
      units: session.units,
      lap: currentLap(session),
      laps: session.laps,
    },
    setup_update: { session_id: id, timestamp: setup?.sentAt ?? null, setup: setup?.tree ?? null },
    telemetry_update: {
      session_id: id,
      taken_at_ms: takenAtMs === null ? null : Math.round(takenAtMs),
      telemetry: frame,
      normalized: telemetry && normalized,
    },
    outlook_update: { session_id: id, outlook: outlook(session) },
  }
  return Object.entries(parts).map(([name, part]) => ({ id: name, text: JSON.stringify(part) }))
}
