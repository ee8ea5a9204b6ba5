import { limits } from '../../wire/limits.ts'
import type { MonitorLink } from '../links/monitor-link.ts'
import { recordedLine } from './recorded-line.ts'
import { RecordingPace } from './recording-pace.ts'

/** Waits so long, or shorter if the replay is stopped. */
export type Wait = (ms: number) => Promise<void>

export interface RecordingPublication {
  readonly lines: AsyncIterable<string>
  readonly link: Pick<MonitorLink, 'publish' | 'sendSetup'>
  readonly speed: number
  readonly wait: Wait
  /** Real time in ms, from anywhere. */
  readonly clock: () => number
  readonly isStopped: () => boolean
  readonly onBadLine: (lineNumber: number, expected: string) => void
}

/** Of a recording told faster than the server listens, frames in between are left out: each holds all there is. */
const LEAST_GAP_MS = 1000 / limits.framesPerSecond

/** Says a recording again, at its own pace and line by line: how long it is does not matter. */
export async function publishRecording(
  publication: RecordingPublication,
): Promise<{ frames: number; leftOut: number; badLines: number }> {
  const { lines, link, wait, clock, isStopped, onBadLine } = publication
  const pace = new RecordingPace(publication.speed)
  let beganAtMs: number | null = null
  let lastDueMs = -Infinity
  let [lineNumber, frames, leftOut, badLines] = [0, 0, 0, 0]
  for await (const text of lines) {
    lineNumber++
    if (isStopped()) break
    if (text.trim() === '') continue
    const line = recordedLine(text)
    if (line.kind === 'bad') {
      badLines++
      onBadLine(lineNumber, line.expected)
    } else if (line.kind === 'setup') {
      link.sendSetup(line.setup, line.timestamp ?? new Date().toISOString())
    } else {
      beganAtMs ??= clock()
      const dueMs = pace.dueMs(line.atMs)
      if (dueMs - lastDueMs < LEAST_GAP_MS - 1e-9) {
        leftOut++
        continue
      }
      lastDueMs = dueMs
      const dueInMs = beganAtMs + dueMs - clock()
      if (dueInMs > 0) await wait(dueInMs)
      if (isStopped()) break
      link.publish(line.frame)
      frames++
    }
  }
  return { frames, leftOut, badLines }
}
