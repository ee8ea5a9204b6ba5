import type { Catalogue } from '../catalogue.ts'
import { momentUtc } from '../format.ts'
import { markup } from '../markup.ts'
import { confirmed } from './confirmed.tsx'

/** A publish key as the engineer sees it: never the key itself. */
export interface KeyLine {
  readonly number: number
  /** Foreign text; null: the first one. */
  readonly label: string | null
  readonly issuedAtMs: number
  readonly revokedAtMs: number | null
  readonly seenInBrowserAtMs: number | null
}

export const keyLabel = ({ label, number }: Pick<KeyLine, 'label' | 'number'>, words: Catalogue) =>
  label ?? (number === 1 ? words.engineer.keys.first : words.engineer.keys.number(number))

/** So that it is told from another of the same name. */
export const keyNamed = (key: Pick<KeyLine, 'label' | 'number'>, words: Catalogue) =>
  key.label === null
    ? keyLabel(key, words)
    : `${key.label} (${words.engineer.keys.number(key.number)})`

/** The keys of the drivers; `action` is where changes of them are sent. */
export function keysPanel(keys: readonly KeyLine[], action: string, words: Catalogue): string {
  const { keys: text } = words.engineer
  const revoked = keys.filter(({ revokedAtMs }) => revokedAtMs !== null)
  return markup(
    <>
      <h2 safe>{text.title}</h2>
      <p class="note" safe>
        {text.text}
      </p>
      <ul class="list">
        {keys
          .filter(({ revokedAtMs }) => revokedAtMs === null)
          .map((key) => (
            <Key line={key} action={action} words={words} />
          ))}
      </ul>
      <form action={action} method="post">
        <label for="driver" safe>
          {text.addLabel}
        </label>
        <div class="field">
          <input id="driver" name="label" required maxlength="60" autocomplete="off" />
          <button type="submit" safe>
            {text.addButton}
          </button>
        </div>
      </form>
      {revoked.length === 0 ? '' : <Revoked keys={revoked} words={words} />}
    </>,
  )
}

interface KeyProps {
  readonly line: KeyLine
  readonly action: string
  readonly words: Catalogue
}

function Key({ line: key, action, words }: KeyProps) {
  const { keys: text } = words.engineer
  return (
    <li class="is-tall">
      <b safe>{keyLabel(key, words)}</b>{' '}
      <span class="note" safe>
        {`${text.number(key.number)} · ${text.issued} ${momentUtc(key.issuedAtMs, words)}`}
      </span>
      {key.seenInBrowserAtMs === null ? (
        ''
      ) : (
        <p class="is-warn" safe>
          {`▲ ${text.seen}`}
        </p>
      )}
      <div class="choices">
        <Label line={key} action={action} words={words} />
        {
          confirmed({
            title: text.replace,
            text: text.replaceText,
            action: `${action}/${key.number}/replace`,
            button: text.replaceButton,
          }) as 'safe'
        }
        {
          confirmed({
            title: text.revoke,
            text: text.revokeText,
            action: `${action}/${key.number}/revoke`,
            button: text.revokeButton,
          }) as 'safe'
        }
      </div>
    </li>
  )
}

function Label({ line: key, action, words }: KeyProps) {
  const { keys: text } = words.engineer
  const field = `driver-${key.number}`
  return (
    <details class="confirm">
      <summary safe>{key.label === null ? text.label : text.labelAgain}</summary>
      <form action={`${action}/${key.number}/label`} method="post">
        <label for={field} safe>
          {text.addLabel}
        </label>
        <div class="field">
          <input
            id={field}
            name="label"
            value={key.label ?? ''}
            required
            maxlength="60"
            autocomplete="off"
          />
          <button type="submit" safe>
            {text.labelButton}
          </button>
        </div>
      </form>
    </details>
  )
}

function Revoked({ keys, words }: { keys: readonly KeyLine[]; words: Catalogue }) {
  const { keys: text } = words.engineer
  return (
    <details class="confirm">
      <summary safe>{text.old(keys.length)}</summary>
      <ul>
        {keys.map((key) => (
          <li class="note" safe>
            {`${keyLabel(key, words)} · ${text.number(key.number)} · ${text.revokedAt} ${momentUtc(key.revokedAtMs, words)}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
