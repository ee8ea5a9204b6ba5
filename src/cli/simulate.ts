import { UsageError } from './command-line.ts'
import { inventedRace } from './invented-race.ts'
import { inventedSetup } from './invented-setup.ts'
import { monitorLink } from './links/transport.ts'
import { publishRace } from './race-publication.ts'
import { LinkRefused, runCommand } from './run-command.ts'
import { type SimulateOptions, simulateOptions, simulateUsage } from './simulate-options.ts'
import { simulateTeam } from './simulate-team.ts'

export async function simulate(options: SimulateOptions, stopped: AbortSignal): Promise<void> {
  if (options.team !== null) return simulateTeam(options, options.team, stopped)
  const run = plannedRun(options)
  const { url, sessionId, publishKey, driverName, durationSeconds } = options
  const bootId = crypto.randomUUID()
  const log = (line: string) => console.error(line)
  const link = await monitorLink(options.transport, { url, sessionId, publishKey, bootId, log })
  stopped.addEventListener('abort', () => link.close())
  if (stopped.aborted) link.close()

  const session = await link.ready().catch(() => null)
  if (session !== null) {
    console.log(`Dashboard: ${session.dashboardUrl}`)
    if (session.engineerUrl !== null) console.log(`Engineer:  ${session.engineerUrl}`)
    if (options.withSetup) link.sendSetup(inventedSetup(driverName), new Date().toISOString())

    const { speed, hz } = options
    const publication = publishRace({ ...run, link, bootId, speed, hz })
    link.ended.then(publication.stop)
    const durationMs = durationSeconds === undefined ? null : durationSeconds * 1000
    const timer = durationMs === null ? undefined : setTimeout(publication.stop, durationMs)
    await publication.done
    clearTimeout(timer)
    link.close()
  }
  const end = await link.ended
  if (end.by === 'server') throw new LinkRefused(`The server ended it: ${end.reason}`)
}

/** A moment beyond the line, so that the last lap is seen to be complete. */
const BEYOND_THE_LINE_MS = 1000

/** The race and the part of it to be shown. */
function plannedRun(options: SimulateOptions) {
  const { seed, dialect, raceMinutes, driverName, fromLap, laps } = options
  const { carClass, leader, conditions } = options
  const race = inventedRace({
    seed,
    dialect,
    ...(raceMinutes !== undefined && { raceMinutes }),
    ...(driverName !== undefined && { driverName }),
    ...{ carClass, conditions, ...(leader !== undefined && { leader }) },
  })
  const lap = (flag: string, number: number) => {
    const found = race.truth.laps[number - 1]
    if (found !== undefined) return found
    const count = race.truth.laps.length
    throw new UsageError(`${flag}: expected a lap from 1 to ${count}, got ${number}`)
  }
  return {
    race,
    fromMs: fromLap === undefined ? 0 : lap('--from-lap', fromLap).startedAtMs,
    untilMs:
      laps === undefined ? race.endMs : lap('--laps', laps).completedAtMs + BEYOND_THE_LINE_MS,
  }
}

// Last: what it calls has to be there.
if (import.meta.main) {
  await runCommand(async (args, stopped) => {
    const options = simulateOptions(args)
    if (options === 'help') console.log(simulateUsage)
    else await simulate(options, stopped)
  })
}
