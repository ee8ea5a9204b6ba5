import {
  choiceFlag,
  commandLine,
  numberFlag,
  refuseSessionWithoutKey,
  serverUrlFlag,
  UsageError,
} from './command-line.ts'
import { type Transport, transports } from './links/transport.ts'

export interface ReplayOptions {
  readonly file: string
  readonly url: string
  readonly transport: Transport
  readonly speed: number
  readonly sessionId: string | undefined
  readonly publishKey: string | undefined
}

export const replayUsage = `npm run replay -- FILE [flags]      publishes a recording again, at its own pace

  FILE                   JSON lines: {"session_id", "telemetry"} or {"session_id", "timestamp", "setup"}
  --url URL              server (http://127.0.0.1:5000)
  --transport NAME       typed (default), or socketio as the existing monitor
  --session ID --key KEY go on with a session instead of a new one
  --speed N              so much faster (1)
`

export function replayOptions(args: readonly string[]): ReplayOptions | 'help' {
  const { values, positionals } = commandLine(args, {
    url: { type: 'string', default: 'http://127.0.0.1:5000' },
    transport: { type: 'string', default: 'typed' },
    session: { type: 'string' },
    key: { type: 'string' },
    speed: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) return 'help'
  const [file, second] = positionals
  if (file === undefined) throw new UsageError(`Expected a recording.\n\n${replayUsage}`)
  if (second !== undefined) throw new UsageError(`Expected one recording, got "${second}" too`)
  const transport = choiceFlag('transport', values.transport, transports)
  refuseSessionWithoutKey(transport, values.session, values.key)
  return {
    file,
    transport,
    url: serverUrlFlag(values.url),
    sessionId: values.session,
    publishKey: values.key,
    speed: numberFlag('speed', values.speed, { least: 0.1, most: 1000 }) ?? 1,
  }
}
