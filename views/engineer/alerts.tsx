import { alertKinds } from '../../src/race/alerts/alert.ts'
import type { Catalogue } from '../catalogue.ts'
import { markup } from '../markup.ts'
import { type AlertField, alertFields, tellOf } from './alert-fields.ts'

export interface AlertsForm {
  /** As they are, or as they were just filled in. */
  readonly filled: Readonly<Record<string, string>>
  /** Where it is sent. */
  readonly action: string
  /** The field that is wrong; null: none is. */
  readonly wrong: AlertField | null
}

/** The limits, and what somebody wants to hear of. */
export function alertsForm({ filled, action, wrong }: AlertsForm, words: Catalogue): string {
  const { alertForm: text } = words
  return markup(
    <>
      <h2 safe>{text.limits}</h2>
      <p class="note" safe>
        {text.limitsText}
      </p>
      <form id="alert-limits" action={action} method="post">
        <div class="grid">
          {alertFields.map((field) => (
            <p>
              <label for={field} safe>
                {text.fields[field]}
              </label>
              <input
                id={field}
                name={field}
                value={filled[field] ?? ''}
                inputmode="decimal"
                maxlength="12"
                autocomplete="off"
                aria-invalid={wrong === field ? 'true' : 'false'}
              />
            </p>
          ))}
        </div>
        <fieldset>
          <legend safe>{text.told}</legend>
          <div class="grid">
            {alertKinds.map((kind) => (
              <label class="tick">
                <input
                  type="checkbox"
                  name={tellOf(kind)}
                  value="on"
                  checked={filled[tellOf(kind)] !== undefined}
                />{' '}
                <span safe>{words.alerts.kinds[kind]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" safe>
          {text.save}
        </button>
      </form>
    </>,
  )
}
