import type { Call } from '../../src/race/call.ts'
import { callShown } from '../call-shown.ts'
import { callTold } from '../call-told.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { markup } from '../markup.ts'
import { proposalTold } from '../proposal-told.ts'
import { TimeOfDay } from '../time-of-day.tsx'
import type { Wall } from '../wall.ts'

/** The call for somebody who drives: a line for each part of it, as large as they all fit, and one thing to tap. */
export function boardPanel(wall: Wall, words: Catalogue = en): string {
  const shown = callShown(wall)
  if (shown.by === 'engineer') return engineersCall(shown.call, wall, words)
  if (shown.by === 'nobody') {
    const told = shown.laps === null ? words.call.none : words.call.inLaps(shown.laps)
    return markup(<Lines lines={told.split(' · ')} mark="is-quiet" />)
  }
  return markup(
    <>
      <Lines lines={proposalTold(shown.proposal, words)} mark="is-proposed" />
      <p class="note" safe>
        {words.call.proposedLong}
      </p>
    </>,
  )
}

function engineersCall(call: Call, { session }: Wall, words: Catalogue): string {
  const { acknowledgedAtMs, number } = call
  return markup(
    <>
      <Lines lines={callTold(call, words)} mark="is-call" />
      {acknowledgedAtMs === null ? (
        <form action={`/dashboard/${session.id}/board/acknowledge`} method="post">
          <input type="hidden" name="call" value={String(number)} />
          <button type="submit" safe>
            {words.call.board.understood}
          </button>
        </form>
      ) : (
        <p class="is-good">
          <b safe>{`✓ ${words.call.acknowledged} `}</b>
          <TimeOfDay atMs={acknowledgedAtMs} />
        </p>
      )}
    </>,
  )
}

/** By the letters of its longest line: a call is read from the other side of a cockpit. */
const sizes = [6, 9, 13, 18, 26] as const

export const boardSize = (lines: readonly string[]): string => {
  const longest = Math.max(0, ...lines.map((line) => line.length))
  const at = sizes.findIndex((letters) => longest <= letters)
  return `fits-${at < 0 ? 'more' : sizes[at]}`
}

function Lines({ lines, mark }: { lines: readonly string[]; mark: string }) {
  return (
    <ul class={`lines ${mark} ${boardSize(lines)} of-${Math.min(6, lines.length)}`}>
      {lines.map((line) => (
        <li safe>{line}</li>
      ))}
    </ul>
  )
}
