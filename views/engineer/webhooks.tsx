import { type Webhook, webhookShown } from '../../src/race/inputs/webhook.ts'
import type { Catalogue } from '../catalogue.ts'
import { momentUtc } from '../format.ts'
import { markup } from '../markup.ts'

export type TroubleTold = keyof Catalogue['alertForm']['troubles'] | { readonly status: number }

/** One address, and how it does. Its URL is shown in part only. */
export interface WebhookLine {
  readonly webhook: Webhook
  readonly takenAtMs: number | null
  readonly trouble: TroubleTold | null
  /** Alerts that it has not taken yet. */
  readonly waiting: number
}

export const troubleTold = (trouble: TroubleTold, { alertForm }: Catalogue): string =>
  typeof trouble === 'string' ? alertForm.troubles[trouble] : alertForm.status(trouble.status)

const presets = ['ntfy', 'discord', 'json'] as const satisfies readonly Webhook['preset'][]
const wants = ['all', 'wake-up'] as const satisfies readonly Webhook['wants'][]

/** Where alerts are sent. `action` is where changes go. */
export function webhooksPanel(
  lines: readonly WebhookLine[],
  action: string,
  words: Catalogue,
): string {
  const { alertForm: text } = words
  return markup(
    <>
      <h2 safe>{text.webhooks}</h2>
      <p class="note" safe>
        {lines.length === 0 ? text.none : text.webhooksText}
      </p>
      <ul class="list">
        {lines.map((line) => (
          <Line line={line} action={`${action}/${line.webhook.id}`} words={words} />
        ))}
      </ul>
      <h3 safe>{text.add}</h3>
      <form action={action} method="post">
        <div class="grid">
          <p>
            {' '}
            <label for="url" safe>
              {text.url}
            </label>
            <input id="url" name="url" type="url" required maxlength="500" autocomplete="off" />
          </p>
          <p>
            {' '}
            <label for="preset" safe>
              {text.preset}
            </label>
            <select id="preset" name="preset">
              {presets.map((preset) => (
                <option value={preset} safe>
                  {text.presets[preset]}
                </option>
              ))}
            </select>
          </p>
          <p>
            {' '}
            <label for="wants" safe>
              {text.wants}
            </label>
            <select id="wants" name="wants">
              {wants.map((what) => (
                <option value={what} safe>
                  {text.wantsOf[what]}
                </option>
              ))}
            </select>
          </p>
        </div>{' '}
        <button type="submit" safe>
          {text.addButton}
        </button>
      </form>
    </>,
  )
}

interface LineProps {
  readonly line: WebhookLine
  readonly action: string
  readonly words: Catalogue
}

function Line({ line, action, words }: LineProps) {
  const { alertForm: text } = words
  const { webhook, takenAtMs, trouble, waiting } = line
  const about = [
    text.presets[webhook.preset],
    text.wantsOf[webhook.wants],
    ...(takenAtMs === null ? [] : [text.taken(momentUtc(takenAtMs, words))]),
    ...(waiting === 0 ? [] : [text.waiting(waiting)]),
  ].join(' · ')
  return (
    <li class="is-tall">
      <b safe>{webhookShown(webhook)}</b>{' '}
      <span class="note" safe>
        {about}
      </span>
      {trouble === null ? (
        ''
      ) : (
        <p class="is-warn" safe>
          {`▲ ${troubleTold(trouble, words)}`}
        </p>
      )}
      <div class="choices">
        <form action={`${action}/test`} method="post">
          <button type="submit" safe>
            {text.test}
          </button>
        </form>
        <form action={`${action}/remove`} method="post">
          <button class="is-risky" type="submit" safe>
            {text.remove}
          </button>
        </form>
      </div>
    </li>
  )
}
