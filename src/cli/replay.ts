import { UsageError } from './command-line.ts'
import { monitorLink } from './links/transport.ts'
import { recordedLine } from './recording/recorded-line.ts'
import { publishRecording } from './recording/recording-publication.ts'
import { textLines } from './recording/text-lines.ts'
import { type ReplayOptions, replayOptions, replayUsage } from './replay-options.ts'
import { LinkRefused, runCommand } from './run-command.ts'
import { waited } from './waited.ts'

/** After so many, the file is plainly something else: the rest are only counted. */
const BAD_LINES_NAMED = 20

export async function replay(options: ReplayOptions, stopped: AbortSignal): Promise<void> {
  const recording = Bun.file(options.file)
  if (!(await recording.exists())) {
    throw new UsageError(`Expected a recording, but there is no file "${options.file}"`)
  }
  await refuseOther(options.file, textLines(recording.stream()))
  const { transport, url, sessionId, publishKey, speed } = options
  const log = (line: string) => console.error(line)
  const bootId = crypto.randomUUID()
  const link = await monitorLink(transport, { url, sessionId, publishKey, bootId, log })
  const stop = new AbortController()
  link.ended.then(() => stop.abort())
  stopped.addEventListener('abort', () => link.close())
  if (stopped.aborted) link.close()

  const session = await link.ready().catch(() => null)
  if (session !== null) {
    console.log(`Dashboard: ${session.dashboardUrl}`)
    if (session.engineerUrl !== null) console.log(`Engineer:  ${session.engineerUrl}`)
    let named = 0
    const { frames, leftOut, badLines } = await publishRecording({
      lines: textLines(recording.stream()),
      link,
      speed,
      wait: (ms) => waited(ms, stop.signal),
      clock: () => performance.now(),
      isStopped: () => stop.signal.aborted,
      onBadLine: (lineNumber, expected) => {
        if (named++ < BAD_LINES_NAMED) log(`Line ${lineNumber}: expected ${expected}`)
      },
    })
    const parts = [`Published ${counted(frames, 'frame')}`]
    if (leftOut > 0) parts.push(`left out ${leftOut} that came too fast for the server`)
    if (badLines > 0) parts.push(counted(badLines, 'bad line'))
    console.log(`${parts.join(', ')}.`)
    link.close()
    if (frames === 0 && badLines > 0) throw new UsageError(`"${options.file}" holds no recording`)
  }
  const end = await link.ended
  if (end.by === 'server') throw new LinkRefused(`The server ended it: ${end.reason}`)
}

/** Before a session is begun that nobody would ever drive. A recording that is cut has lost its end. */
async function refuseOther(file: string, lines: AsyncIterable<string>): Promise<void> {
  let lineNumber = 0
  for await (const text of lines) {
    lineNumber++
    if (text.trim() === '') continue
    const line = recordedLine(text)
    if (line.kind !== 'bad') return
    throw new UsageError(`${file} is no recording: line ${lineNumber}: expected ${line.expected}`)
  }
  throw new UsageError(`${file} is no recording: it has no lines`)
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

// Last: what it calls has to be there.
if (import.meta.main) {
  await runCommand(async (args, stopped) => {
    const options = replayOptions(args)
    if (options === 'help') console.log(replayUsage)
    else await replay(options, stopped)
  })
}
