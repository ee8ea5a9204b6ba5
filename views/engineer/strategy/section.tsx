import type { Catalogue } from '../../catalogue.ts'
import { markup } from '../../markup.ts'
import {
  type Filled,
  fieldsOfSection,
  places,
  type SectionName,
  type StrategyField,
} from './places.ts'

export interface SectionForm {
  readonly section: SectionName
  /** Where forms of sections are sent. */
  readonly action: string
  readonly filled: Filled
  /** The field that is wrong; null: none is. */
  readonly wrong: StrategyField | null
}

/** One form, saved as a whole. `before`: markup of further fields. */
export function sectionForm(form: SectionForm, words: Catalogue, before = ''): string {
  const { section, action, filled, wrong } = form
  const { strategy } = words
  return markup(
    <section class="panel" id={section}>
      <h2 safe>{strategy.sections[section]}</h2>
      <p class="note" safe>
        {strategy.texts[section]}
      </p>
      <form action={`${action}/${section}`} method="post">
        <div class="grid">
          {before as 'safe'}
          {fieldsOfSection(section).map((field) => (
            <Field field={field} filled={filled} wrong={wrong} words={words} />
          ))}
        </div>
        <button type="submit" safe>
          {strategy.save}
        </button>
      </form>
    </section>,
  )
}

interface FieldProps {
  readonly field: StrategyField
  readonly filled: Filled
  readonly wrong: StrategyField | null
  readonly words: Catalogue
}

export function Field({ field, filled, wrong, words }: FieldProps) {
  const { strategy } = words
  const place = field in places ? places[field as keyof typeof places] : null
  return (
    <p>
      <label for={field} safe>
        {strategy.fields[field]}
      </label>
      {place?.as === 'choice' ? (
        <select id={field} name={field}>
          {place.choices.map((choice) => (
            <option value={choice} selected={(filled[field] ?? '') === choice} safe>
              {strategy.choices[choice] ?? choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={field}
          name={field}
          value={filled[field] ?? ''}
          inputmode={place?.as === 'number' ? 'decimal' : 'text'}
          maxlength="12"
          autocomplete="off"
          aria-invalid={wrong === field ? 'true' : 'false'}
        />
      )}
    </p>
  )
}
