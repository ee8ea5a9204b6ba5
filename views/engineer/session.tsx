import type { Session } from '../../src/race/session.ts'
import type { Catalogue } from '../catalogue.ts'
import { momentUtc } from '../format.ts'
import { markup } from '../markup.ts'
import { confirmed } from './confirmed.tsx'

/** The name of the car, and whether its session goes on. `action` is where changes are sent. */
export function sessionPanel({ name, over }: Session, action: string, words: Catalogue): string {
  const { session: text } = words.engineer
  return markup(
    <>
      <h2 safe>{text.title}</h2>
      <form action={`${action}/name`} method="post">
        <label for="car-name" safe>
          {text.nameLabel}
        </label>
        <div class="field">
          <input
            id="car-name"
            name="name"
            value={name ?? ''}
            required
            maxlength="60"
            autocomplete="off"
          />
          <button type="submit" safe>
            {text.nameButton}
          </button>
        </div>
      </form>
      {over === null ? (
        (confirmed({
          title: text.end,
          text: text.endText,
          action: `${action}/end`,
          button: text.endButton,
        }) as 'safe')
      ) : (
        <form action={`${action}/reopen`} method="post">
          <p>
            <b safe>{over.by === 'engineer' ? text.overByEngineer : text.overByExpiry}</b>{' '}
            <span class="note" safe>
              {momentUtc(over.atMs, words)}
            </span>
          </p>
          <button type="submit" safe>
            {text.reopen}
          </button>
        </form>
      )}
    </>,
  )
}
