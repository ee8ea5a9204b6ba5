import { commandLine, UsageError } from './command-line.ts'

export interface RecordOptions {
  /** Where the server tells the frames. */
  readonly framesUrl: string
  readonly file: string
  readonly follow: boolean
}

export const recordUsage = `npm run record -- LINK [flags]      writes a session's frames to a file that npm run replay plays

  LINK          the viewers' link: http://…/dashboard/<id>
  --out FILE    where to (race.jsonl); never over a file that is there
  --follow      go on with what comes, until Ctrl-C
`

export function recordOptions(args: readonly string[]): RecordOptions | 'help' {
  const { values, positionals } = commandLine(args, {
    out: { type: 'string', default: 'race.jsonl' },
    follow: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) return 'help'
  const [link, second] = positionals
  if (link === undefined) throw new UsageError(`Expected a dashboard's link.\n\n${recordUsage}`)
  if (second !== undefined) throw new UsageError(`Expected one link, got "${second}" too`)
  if (values.out === '') throw new UsageError('--out: expected the name of a file')
  return { framesUrl: framesUrl(link), file: values.out, follow: values.follow }
}

const DASHBOARD = /^\/dashboard\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i

function framesUrl(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : null
  const id = url === null ? undefined : DASHBOARD.exec(url.pathname)?.[1]
  if (url === null || id === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `Expected a link like http://192.168.1.20:5000/dashboard/<id>, got "${link}"`,
    )
  }
  return `${url.origin}/api/sessions/${id}/frames.jsonl`
}
