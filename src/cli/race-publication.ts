import type { InventedRace } from './invented-race.ts'
import type { MonitorLink } from './links/monitor-link.ts'

export interface RacePublicationOptions {
  readonly race: InventedRace
  readonly link: MonitorLink
  readonly bootId: string
  /** Where in the race to begin. */
  readonly fromMs?: number
  /** Where to stop, if not at the end. */
  readonly untilMs?: number
  /** Race seconds for each real second. */
  readonly speed?: number
  /** Frames for each real second. */
  readonly hz?: number
}

/**
 * Publishes a race from now on. A frame says what is true when it leaves: if the process slept, the race went on
 * without it. `timestamp` advances with the race, so that lap times hold at any speed.
 */
export function publishRace(options: RacePublicationOptions): {
  done: Promise<void>
  stop(): void
} {
  const { race, link, bootId, fromMs = 0, speed = 1, hz = 2 } = options
  const untilMs = Math.min(race.endMs, options.untilMs ?? race.endMs)
  const done = Promise.withResolvers<void>()
  const beganAtMs = Date.now()
  const began = performance.now()
  let seq = 0

  const stop = () => {
    clearInterval(timer)
    done.resolve()
  }
  const publish = () => {
    const raceTimeMs = Math.min(untilMs, fromMs + (performance.now() - began) * speed)
    const timestamp = new Date(beganAtMs + raceTimeMs - fromMs).toISOString()
    link.publish(race.frameAt(raceTimeMs, { timestamp, seq: seq++, bootId }))
    if (raceTimeMs >= untilMs) stop()
  }
  const timer = setInterval(publish, 1000 / hz)
  publish()
  return { done: done.promise, stop }
}
