import type { Catalogue } from './catalogue.ts'
import { type Look, lookChoices } from './look.ts'
import { markup } from './markup.ts'

/**
 * How this viewer reads: language, units, light. Kept in a cookie; `path` is the page that he comes back to. Works without
 * JavaScript.
 */
export function viewForm(path: string, words: Catalogue): string {
  const { view, look } = words
  const names = Object.keys(lookChoices) as readonly (keyof Look)[]
  return markup(
    <details id="view">
      <summary safe>{view.title}</summary>
      <form action="/look" method="post">
        <input type="hidden" name="back" value={path} />
        {names.map((name) => (
          <p>
            <label for={`view-${name}`} safe>
              {view.names[name]}
            </label>
            <select id={`view-${name}`} name={name}>
              {lookChoices[name].map((choice) => (
                <option value={choice} selected={choice === look[name]} safe>
                  {view.choices[choice]}
                </option>
              ))}
            </select>
          </p>
        ))}
        <button type="submit" safe>
          {view.save}
        </button>
      </form>
    </details>,
  )
}
