import { LinkRefused } from '../run-command.ts'
import { recordedLine } from './recorded-line.ts'
import { textLines } from './text-lines.ts'

/** Between two questions for what has come since: a frame is half a second, and nobody waits for the file. */
const ASK_AGAIN_MS = 2_000
/** A server that restarts is back by then. */
const FAILURES_IN_A_ROW = 5

export interface FramesDownload {
  readonly framesUrl: string
  readonly follow: boolean
  readonly stopped: AbortSignal
  readonly wait: (ms: number) => Promise<void>
  /** Is waited for before the next line is read; throws what cannot be helped. */
  readonly write: (line: string) => Promise<void>
  readonly log: (line: string) => void
}

interface Progress {
  frames: number
  setups: number
  /** Of the last line; what comes after it is still to be asked for. */
  lastAtMs: number | null
}

/** Every frame of a session, once. What breaks off is gone on with from where it was. */
export async function downloadFrames(
  download: FramesDownload,
): Promise<{ frames: number; setups: number }> {
  const { follow, stopped, wait, log } = download
  const progress: Progress = { frames: 0, setups: 0, lastAtMs: null }
  let failures = 0
  while (!stopped.aborted) {
    const before = progress.frames
    const ended = await oneDownload(download, progress)
    if (ended === 'whole' || progress.frames > before) failures = 0
    if (ended === 'whole' && !follow) break
    if (ended === 'broken' && !stopped.aborted) {
      failures++
      if (failures === 1) log('The server does not answer, trying again.')
      if (!follow && failures >= FAILURES_IN_A_ROW) {
        throw new LinkRefused(`No server answers at ${new URL(download.framesUrl).origin}`)
      }
    }
    if (!stopped.aborted) await wait(ASK_AGAIN_MS)
  }
  return progress
}

async function oneDownload(
  { framesUrl, stopped, write }: FramesDownload,
  progress: Progress,
): Promise<'whole' | 'broken'> {
  const after = progress.lastAtMs === null ? '' : `?after=${progress.lastAtMs}`
  const answer = await fetch(framesUrl + after, { signal: stopped }).catch(() => null)
  if (answer === null) return 'broken'
  if (!answer.ok) {
    const told = await refusal(answer)
    // A proxy says so while the server behind it restarts.
    if (told === null && answer.status >= 500) return 'broken'
    throw new LinkRefused(told ?? `The server refuses: ${answer.status}`)
  }
  try {
    for await (const text of textLines(answer.body ?? new ReadableStream())) {
      const line = recordedLine(text)
      // Cut in the middle: it comes again, whole.
      if (line.kind === 'bad') continue
      await write(`${text}\n`)
      if (line.kind === 'frame') progress.frames++
      else progress.setups++
      progress.lastAtMs = line.atMs ?? progress.lastAtMs
    }
    return 'whole'
  } catch (error) {
    if (error instanceof LinkRefused) throw error
    return 'broken'
  }
}

/** In the server's own words; null: it was not our server. */
async function refusal(answer: Response): Promise<string | null> {
  const told: unknown = await answer.json().catch(() => null)
  return typeof told === 'object' && told !== null && 'message' in told
    ? String(told.message)
    : null
}
