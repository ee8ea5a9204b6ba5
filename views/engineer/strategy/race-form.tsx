import type { RaceDistance } from '../../../src/race/inputs/race-distance.ts'
import type { Catalogue } from '../../catalogue.ts'
import { markup } from '../../markup.ts'
import type { Filled } from './places.ts'
import { Field, type SectionForm, sectionForm } from './section.tsx'
import { msFrom, timeText } from './time-field.ts'

/** Time left as it is told now; empty: the engineer has not said it. */
export const leftText = ({ endsAtMs }: RaceDistance, nowMs: number): string =>
  endsAtMs === null ? '' : timeText(endsAtMs - nowMs)

/**
 * When the race ends, by the server's clock. A field that still says what it said when the page was made changes nothing,
 * however long ago that was.
 */
export function endsAtFrom(filled: Filled, before: RaceDistance, nowMs: number) {
  const { left = '', leftBefore } = filled
  if (left.trim() === leftBefore) return before.endsAtMs
  const leftMs = msFrom(left)
  return typeof leftMs === 'number' ? nowMs + leftMs : leftMs
}

/** The race, with its time left in front. */
export const raceForm = (form: Omit<SectionForm, 'section'>, words: Catalogue): string =>
  sectionForm(
    { section: 'race', ...form },
    words,
    markup(
      <>
        <input type="hidden" name="leftBefore" value={form.filled.leftBefore ?? ''} />
        <Field field="left" filled={form.filled} wrong={form.wrong} words={words} />
      </>,
    ),
  )
