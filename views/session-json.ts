import type { Alert } from '../src/race/alerts/alert.ts'
import { presence } from '../src/race/presence.ts'
import { currentLap, type Session } from '../src/race/session.ts'
import { rememberedJson } from './remembered-json.ts'
import type { Wall } from './wall.ts'

/** The members of the session for programs, as JSON without braces, in parts that change at different times. */
function members({ session, outlook }: Wall) {
  return {
    session_update: `${json(facts(session))},"laps":${lapsJson(session.laps)}`,
    setup_update: session.setup === null ? noSetup : setupJson(session.setup),
    telemetry_update: json({
      taken_at_ms: session.takenAtMs === null ? null : Math.round(session.takenAtMs),
      telemetry: session.frame,
      normalized: normalized(session.telemetry),
    }),
    outlook_update: json({ outlook }),
  }
}

/** What tells one start of a monitor from another is between it and the server. */
function normalized(telemetry: Session['telemetry']): object | null {
  if (telemetry === null) return null
  const { bootId: _bootId, ...shown } = telemetry
  return shown
}

/** Laps change once a lap and are hundreds by the evening, a setup stays for a stint: not written with every frame. */
const lapsJson = rememberedJson((laps: Session['laps']) => JSON.stringify(laps))
const setupJson = rememberedJson(({ sentAt, tree }: NonNullable<Session['setup']>) =>
  json({ timestamp: sentAt, setup: tree }),
)
const noSetup = json({ timestamp: null, setup: null })

/** Parts with an event of their own each. Frame and setup are as the monitor sent them. */
export function sessionJsonParts(wall: Wall): readonly { id: string; text: string }[] {
  const id = json({ session_id: wall.session.id })
  return Object.entries(members(wall)).map(([name, part]) => ({
    id: name,
    text: `{${id},${part}}`,
  }))
}

/** The whole session as one object. */
export function sessionJson(wall: Wall, nowMs: number): string {
  const { id, takenAtMs } = wall.session
  const ageMs = takenAtMs === null ? null : Math.round(nowMs - takenAtMs)
  const head = json({ session_id: id })
  const tail = json({ age_ms: ageMs, now_ms: Math.round(nowMs) })
  return `{${[head, ...Object.values(members(wall)), tail].join(',')}}`
}

/** Moments as those of everything else here. */
const alertJson = ({ raisedAtMs, ...alert }: Alert) => ({
  ...alert,
  raised_at_ms: Math.round(raisedAtMs),
})

function facts(session: Session): object {
  const { mode, name, over, feed, unsavedSinceMs, monitor, chapter, stint, units } = session
  return {
    mode,
    name,
    over: over && { at_ms: Math.round(over.atMs), by: over.by },
    feed: feed && {
      driver: feed.driverName,
      phase: feed.phase,
      since_ms: Math.round(feed.sinceMs),
      conflict: feed.conflict,
    },
    unsaved_since_ms: unsavedSinceMs === null ? null : Math.round(unsavedSinceMs),
    monitor: { status: monitor.status, since_ms: Math.round(monitor.sinceMs) },
    presence: over === null ? presence(session) : 'ended',
    chapter: chapter && { session_type: chapter.sessionType, track_name: chapter.trackName },
    stint: stint && { number: stint.number, driver: stint.driverName, start_lap: stint.startLap },
    units,
    lap: currentLap(session),
    alerts: session.alerts.map(alertJson),
  }
}

function json(object: object): string {
  return JSON.stringify(object).slice(1, -1)
}
