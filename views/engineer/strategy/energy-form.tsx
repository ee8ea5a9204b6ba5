import type { Catalogue } from '../../catalogue.ts'
import { markup } from '../../markup.ts'
import type { Filled, StrategyField } from './places.ts'
import { Field } from './section.tsx'

/** Virtual energy as the driver reads it out. `isEntered`: it can be forgotten again. */
export function energyForm(
  action: string,
  { filled, wrong, isEntered }: { filled: Filled; wrong: StrategyField | null; isEntered: boolean },
  words: Catalogue,
): string {
  const { strategy } = words
  return markup(
    <section class="panel" id="read-out">
      <h2 safe>{strategy.sections.energy}</h2>
      <p class="note" safe>
        {strategy.texts.energy}
      </p>
      <form action={`${action}/energy`} method="post">
        <div class="grid">
          <Field field="percent" {...{ filled, wrong, words }} />
          <Field field="percentPerLap" {...{ filled, wrong, words }} />
        </div>
        <button type="submit" safe>
          {strategy.save}
        </button>
      </form>
      {isEntered ? (
        <form action={`${action}/energy/forget`} method="post">
          <button type="submit" class="is-risky" safe>
            {strategy.forget}
          </button>
        </form>
      ) : (
        ''
      )}
    </section>,
  )
}
