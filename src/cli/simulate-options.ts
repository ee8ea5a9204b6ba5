import {
  choiceFlag,
  commandLine,
  numberFlag,
  refusePlainArguments,
  refuseSessionWithoutKey,
  serverUrlFlag,
} from './command-line.ts'
import type { Dialect } from './invented-race.ts'
import { type Transport, transports } from './links/transport.ts'
import { type LeaderKnown, leaderKnown } from './race/frame-stamp.ts'
import { type CarClass, carClasses } from './race/invented-cars.ts'
import type { ConditionsWanted } from './race/race-conditions.ts'
import {
  refuseTeamFlags,
  type TeamFlags,
  teamFlagOptions,
  teamFlags,
  teamUsage,
} from './team-flags.ts'

export interface SimulateOptions {
  readonly url: string
  readonly speed: number
  readonly hz: number
  readonly seed: number
  readonly transport: Transport
  readonly dialect: Dialect
  readonly withSetup: boolean
  readonly driverName: string | undefined
  readonly sessionId: string | undefined
  readonly publishKey: string | undefined
  readonly raceMinutes: number | undefined
  readonly carClass: CarClass
  /** undefined: a leader like a clock, whose place is told. */
  readonly leader: LeaderKnown | undefined
  readonly conditions: ConditionsWanted
  /** Begin with this lap instead of the formation. */
  readonly fromLap: number | undefined
  /** End after so many laps of the race. */
  readonly laps: number | undefined
  /** End after so many seconds. */
  readonly durationSeconds: number | undefined
  /** Several drivers, each with a PC; null: one. */
  readonly team: TeamFlags | null
}

/** The server takes no more frames a second than this from one monitor. */
const MOST_HZ = 20
const MOST_LAPS = 10_000

export const simulateUsage = `npm run simulate -- [flags]      publishes an invented race

  --url URL              server (http://127.0.0.1:5000)
  --transport NAME       typed (default), or socketio as the existing monitor
  --no-units             the existing monitor's fields, without units
  --session ID --key KEY go on with a session instead of a new one
  --speed N              race seconds a second (1)
  --hz N                 frames a second (2), at most ${MOST_HZ}
  --seed N               another race (1)
  --driver NAME          who drives (Ana Lima)
  --race-minutes N       session clock (240)
  --hours N              the same in hours
  --class NAME           hypercar, lmp2 (no virtual energy) or lmgt3 (lmgt3)
  --leader NAME          us, known or unknown: a leader who races
  --yellows              full-course yellows
  --rain                 rain that comes and goes
  --phases               stretches of saving and of pushing
  --from-lap N           begin there instead of at the formation
  --laps N               end after lap N
  --duration SECONDS     end after so long
  --no-setup             send no setup

${teamUsage}`

export function simulateOptions(args: readonly string[]): SimulateOptions | 'help' {
  const { values, positionals } = commandLine(args, {
    url: { type: 'string', default: 'http://127.0.0.1:5000' },
    transport: { type: 'string', default: 'typed' },
    'no-units': { type: 'boolean', default: false },
    session: { type: 'string' },
    key: { type: 'string' },
    speed: { type: 'string' },
    hz: { type: 'string' },
    seed: { type: 'string' },
    driver: { type: 'string' },
    'race-minutes': { type: 'string' },
    hours: { type: 'string' },
    class: { type: 'string', default: 'lmgt3' },
    leader: { type: 'string' },
    yellows: { type: 'boolean', default: false },
    rain: { type: 'boolean', default: false },
    phases: { type: 'boolean', default: false },
    'from-lap': { type: 'string' },
    laps: { type: 'string' },
    duration: { type: 'string' },
    'no-setup': { type: 'boolean', default: false },
    team: { type: 'boolean', default: false },
    ...teamFlagOptions,
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) return 'help'
  refusePlainArguments(positionals)
  if (!values.team) refuseTeamFlags(values)
  const transport = choiceFlag('transport', values.transport, transports)
  refuseSessionWithoutKey(transport, values.session, values.key)
  const laps = { least: 1, most: MOST_LAPS }
  return {
    url: serverUrlFlag(values.url),
    transport,
    dialect: values['no-units'] ? 'existing' : 'units',
    withSetup: !values['no-setup'],
    sessionId: values.session,
    publishKey: values.key,
    driverName: values.driver,
    speed: numberFlag('speed', values.speed, { least: 0.1, most: 1000 }) ?? 1,
    hz: numberFlag('hz', values.hz, { least: 0.1, most: MOST_HZ }) ?? 2,
    seed: numberFlag('seed', values.seed, { least: 0, most: 2 ** 31 }) ?? 1,
    raceMinutes:
      minutesOf(numberFlag('hours', values.hours, { least: 0.1, most: 48 })) ??
      numberFlag('race-minutes', values['race-minutes'], { least: 2, most: 48 * 60 }),
    carClass: choiceFlag('class', values.class, carClasses),
    leader:
      values.leader === undefined ? undefined : choiceFlag('leader', values.leader, leaderKnown),
    conditions: { yellows: values.yellows, rain: values.rain, phases: values.phases },
    fromLap: numberFlag('from-lap', values['from-lap'], laps),
    laps: numberFlag('laps', values.laps, laps),
    durationSeconds: numberFlag('duration', values.duration, { least: 0.1, most: 7 * 86_400 }),
    team: values.team ? teamFlags(values) : null,
  }
}

const minutesOf = (hours: number | undefined) => (hours === undefined ? undefined : hours * 60)
