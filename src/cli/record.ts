import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { UsageError } from './command-line.ts'
import { type RecordOptions, recordOptions, recordUsage } from './record-options.ts'
import { downloadFrames } from './recording/frames-download.ts'
import { LinkRefused, runCommand } from './run-command.ts'
import { waited } from './waited.ts'

export async function record(options: RecordOptions, stopped: AbortSignal): Promise<void> {
  const { framesUrl, file, follow } = options
  const recording = await newFile(file)
  try {
    const { frames, setups } = await downloadFrames({
      framesUrl,
      follow,
      stopped,
      wait: (ms) => waited(ms, stopped),
      write: (line) => written(recording, line, file),
      log: (line) => console.error(line),
    })
    console.log(`Recorded ${counted(frames, 'frame')} and ${counted(setups, 'setup')} to ${file}.`)
  } finally {
    await closed(recording)
    if (recording.bytesWritten === 0) await rm(file, { force: true })
  }
}

/** Never over another race. */
async function newFile(file: string): Promise<WriteStream> {
  const stream = createWriteStream(file, { flags: 'wx' })
  try {
    await once(stream, 'open')
    // From now on a failure is met where something is written.
    stream.on('error', () => {})
    return stream
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    const why = exists ? 'there is such a file already' : 'it cannot be written'
    throw new UsageError(`--out: expected a new file, but "${file}": ${why}`)
  }
}

/** As soon as there is room for more. */
function written(stream: WriteStream, line: string, file: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const failed = (error: Error | null | undefined) =>
    reject(new LinkRefused(`"${file}" cannot be written: ${error?.message ?? 'closed'}`))
  if (stream.destroyed) failed(stream.errored)
  else stream.write(line, (error) => (error ? failed(error) : resolve()))
  return promise
}

const closed = (stream: WriteStream) =>
  new Promise<void>((resolve) => {
    if (stream.closed) resolve()
    stream.once('close', () => resolve())
    stream.end()
  })

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

// Last: what it calls has to be there.
if (import.meta.main) {
  await runCommand(async (args, stopped) => {
    const options = recordOptions(args)
    if (options === 'help') console.log(recordUsage)
    else await record(options, stopped)
  })
}
