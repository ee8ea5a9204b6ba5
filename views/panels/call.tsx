import type { Call } from '../../src/race/call.ts'
import { callShown } from '../call-shown.ts'
import { callTold } from '../call-told.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { whole } from '../format.ts'
import { markup } from '../markup.ts'
import { proposalTold } from '../proposal-told.ts'
import { TimeOfDay } from '../time-of-day.tsx'
import type { Wall } from '../wall.ts'

/**
 * What the driver is told; else what the sums propose, marked as that. Its place is always there, so that no number moves
 * when a call comes.
 */
export function callPanel(wall: Wall, words: Catalogue = en): string {
  const shown = callShown(wall)
  if (shown.by === 'engineer') return engineersCall(shown.call, words)
  if (shown.by === 'nobody') {
    return markup(
      <p class="note" safe>
        {shown.laps === null ? words.call.none : words.call.inLaps(shown.laps)}
      </p>,
    )
  }
  const [when = '', ...rest] = proposalTold(shown.proposal, words)
  return markup(
    <p class="told is-proposed">
      <b safe>{when}</b>{' '}
      <span class="note" safe>
        {[words.call.proposed, ...rest].map((part) => `· ${part}`).join(' ')}
      </span>
    </p>,
  )
}

function engineersCall(call: Call, words: Catalogue): string {
  const [first = '', ...rest] = callTold(call, words)
  const { acknowledgedAtMs, setAtMs, lap } = call
  return markup(
    <p class="told is-warn">
      <b safe>{`▲ ${first}`}</b> <span safe>{rest.map((part) => `· ${part}`).join(' ')}</span>
      <span class="note stamp">
        {acknowledgedAtMs === null ? (
          <>
            <span safe>{`${words.call.set(lap === null ? null : whole(lap))} `}</span>
            <TimeOfDay atMs={setAtMs} />
            <span safe>{` · ${words.call.notYet}`}</span>
          </>
        ) : (
          <>
            <span class="is-good" safe>{`✓ ${words.call.acknowledged} `}</span>
            <TimeOfDay atMs={acknowledgedAtMs} />
          </>
        )}
      </span>
    </p>,
  )
}
