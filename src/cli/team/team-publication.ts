import type { InventedTeamRace } from './invented-team-race.ts'
import { type OpenPcLink, PcPublication } from './pc-publication.ts'

export interface TeamPublicationOptions {
  readonly race: InventedTeamRace
  readonly open: OpenPcLink
  /** Where in the weekend to begin, and where to stop, if not at the end. */
  readonly fromMs?: number
  readonly untilMs?: number
  /** Race seconds for each real second. */
  readonly speed?: number
}

/** How a publication ended: in its time, or refused by the server. */
export type TeamPublicationEnd = { readonly refused: string | null }

/** Finer than the time between two frames of the fastest monitor. */
const STEP_MS = 20

/** Publishes every PC's part of a team race from now on. */
export function publishTeamRace(options: TeamPublicationOptions): {
  done: Promise<TeamPublicationEnd>
  stop(): void
} {
  const { race, open, fromMs = 0, speed = 1 } = options
  const untilMs = Math.min(race.endMs, options.untilMs ?? race.endMs)
  const done = Promise.withResolvers<TeamPublicationEnd>()
  const began = performance.now()
  const end = (refused: string | null) => {
    clearInterval(timer)
    for (const pc of pcs) pc.stop()
    done.resolve({ refused })
  }
  const pcs = race.pcs.map((pc) => new PcPublication(pc, fromMs, open, end))
  const step = () => {
    const atMs = Math.min(untilMs, fromMs + (performance.now() - began) * speed)
    for (const pc of pcs) pc.advance(atMs)
    if (atMs >= untilMs) end(null)
  }
  const timer = setInterval(step, STEP_MS)
  step()
  return { done: done.promise, stop: () => end(null) }
}
