import { UsageError } from './command-line.ts'
import { monitorLink } from './links/transport.ts'
import { typedLink } from './links/typed-link.ts'
import { LinkRefused } from './run-command.ts'
import type { SimulateOptions } from './simulate-options.ts'
import { type InventedTeamRace, inventedTeamRace } from './team/invented-team-race.ts'
import { lineTo } from './team/line.ts'
import type { OpenPcLink } from './team/pc-publication.ts'
import { teamLines } from './team/team-lines.ts'
import { publishTeamRace } from './team/team-publication.ts'
import type { TeamFlags } from './team-flags.ts'

interface SharedSession {
  readonly sessionId: string
  readonly publishKey: string | undefined
  readonly dashboardUrl: string
  readonly engineerUrl: string | null
}

/** Publishes a team's race, each PC over links of its own to one session. */
export async function simulateTeam(
  options: SimulateOptions,
  team: TeamFlags,
  stopped: AbortSignal,
): Promise<void> {
  const run = plannedRun(options, team)
  const session = await sharedSession(options, stopped)
  if (session === null) return
  console.log(`Dashboard: ${session.dashboardUrl}`)
  if (session.engineerUrl !== null) console.log(`Engineer:  ${session.engineerUrl}`)
  for (const line of teamLines(run.race)) console.log(line)

  const open = pcLinks(options, team, session)
  const publication = publishTeamRace({ ...run, open, speed: options.speed })
  const { durationSeconds } = options
  const timer =
    durationSeconds === undefined ? undefined : setTimeout(publication.stop, durationSeconds * 1000)
  stopped.addEventListener('abort', publication.stop)
  if (stopped.aborted) publication.stop()
  const { refused } = await publication.done
  clearTimeout(timer)
  if (refused !== null) throw new LinkRefused(`The server ended it: ${refused}`)
}

/** One with a key, or with an agreed id that needs none. null: stopped before there was one. */
async function sharedSession(
  options: SimulateOptions,
  stopped: AbortSignal,
): Promise<SharedSession | null> {
  const { url, transport, sessionId, publishKey } = options
  if (transport === 'socketio' && sessionId !== undefined && publishKey === undefined) {
    const dashboardUrl = new URL(`/dashboard/${sessionId}`, url).href
    return { sessionId, publishKey, dashboardUrl, engineerUrl: null }
  }
  const log = (line: string) => console.error(line)
  const link = typedLink({ url, sessionId, publishKey, log })
  stopped.addEventListener('abort', link.close)
  if (stopped.aborted) link.close()
  const begun = await link.ready().catch(() => null)
  link.close()
  const end = await link.ended
  if (begun === null && end.by === 'server') {
    throw new LinkRefused(`The server ended it: ${end.reason}`)
  }
  return begun === null ? null : { ...begun, publishKey: begun.publishKey ?? undefined }
}

/** PCs with the existing monitor speak Socket.IO, as it does. */
function pcLinks(
  { url, transport }: SimulateOptions,
  { ownAddresses }: TeamFlags,
  { sessionId, publishKey }: SharedSession,
): OpenPcLink {
  return async (pc, { bootId }) => {
    const line = await lineTo(url, ownAddresses ? pc.address : null)
    const link = await monitorLink(pc.dialect === 'existing' ? 'socketio' : transport, {
      url: line.url,
      sessionId,
      publishKey,
      bootId,
      log: (said) => console.error(`${pc.name}: ${said}`),
    })
    const close = () => {
      link.close()
      line.close()
    }
    return { link, cut: line.cut, close }
  }
}

const BEYOND_THE_LINE_MS = 1000

function plannedRun(options: SimulateOptions, team: TeamFlags) {
  const race = plannedRace(options, team)
  const lastChapter = race.truth.chapters.length - 1
  const lap = (flag: string, number: number) => {
    const laps = race.truth.laps.filter((one) => one.chapter === lastChapter)
    const found = laps[number - 1]
    if (found !== undefined) return found
    throw new UsageError(`${flag}: expected a lap from 1 to ${laps.length}, got ${number}`)
  }
  const { fromLap, laps } = options
  const fromMs = fromLap === undefined ? 0 : lap('--from-lap', fromLap).startedAtMs
  const untilMs =
    laps === undefined ? race.endMs : lap('--laps', laps).completedAtMs + BEYOND_THE_LINE_MS
  return { race, fromMs, untilMs }
}

function plannedRace(options: SimulateOptions, team: TeamFlags): InventedTeamRace {
  const { seed, dialect, raceMinutes, speed, hz } = options
  const { drivers, swaps, withPractice, isCalm } = team
  try {
    return inventedTeamRace({
      seed,
      drivers:
        dialect === 'existing' ? Array.from({ length: drivers }, () => ({ dialect })) : drivers,
      withPractice,
      // So many frames a real second.
      hz: hz / speed,
      epochMs: Date.now(),
      run: crypto.randomUUID(),
      ...(swaps !== undefined && { swaps }),
      ...(isCalm && { incidents: [] }),
      ...(raceMinutes !== undefined && { raceMinutes }),
    })
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
}
