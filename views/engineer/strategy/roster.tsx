import type { Catalogue } from '../../catalogue.ts'
import { markup } from '../../markup.ts'
import type { Filled, StrategyField } from './places.ts'

/** Names as they were written, one a line; empty lines are none. */
export const rosterFrom = (written: string): readonly string[] =>
  written
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Who shares the car, in the order in which they drive. */
export function rosterForm(
  action: string,
  filled: Filled,
  wrong: StrategyField | null,
  words: Catalogue,
): string {
  const { strategy } = words
  return markup(
    <section class="panel" id="drivers-order">
      <h2 safe>{strategy.sections.roster}</h2>
      <p class="note" id="roster-text" safe>
        {strategy.texts.roster}
      </p>
      <form action={`${action}/roster`} method="post">
        <label for="roster" safe>
          {strategy.fields.roster}
        </label>
        <textarea
          id="roster"
          name="roster"
          rows="5"
          maxlength="1500"
          spellcheck="false"
          aria-describedby="roster-text"
          aria-invalid={wrong === 'roster' ? 'true' : 'false'}
          safe
        >
          {filled.roster ?? ''}
        </textarea>
        <button type="submit" safe>
          {strategy.save}
        </button>
      </form>
    </section>,
  )
}
