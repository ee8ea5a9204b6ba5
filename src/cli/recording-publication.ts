import type { MonitorLink } from './monitor-link.ts'
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

/** Says a recording again, at its own pace and line by line: how long it is does not matter. */
export async function publishRecording(
  publication: RecordingPublication,
): Promise<{ frames: number; badLines: number }> {
  const { lines, link, wait, clock, isStopped, onBadLine } = publication
  const pace = new RecordingPace(publication.speed)
  let beganAtMs: number | null = null
  let [lineNumber, frames, badLines] = [0, 0, 0]
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
      const dueInMs = beganAtMs + pace.dueMs(line.atMs) - clock()
      if (dueInMs > 0) await wait(dueInMs)
      if (isStopped()) break
      link.publish(line.frame)
      frames++
    }
  }
  return { frames, badLines }
}
