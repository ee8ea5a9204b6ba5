import type { Catalogue } from './catalogue.ts'
import { markup } from './markup.ts'

/** What a monitor needs to publish with a key of its own. */
export interface MonitorAccess {
  readonly key: string
  /** The existing monitor's config.json, with the key in it. */
  readonly config: string
}

/** The config to copy, and as a file. The key goes by POST: in an address it would stand in histories. */
export function monitorConfig({ key, config }: MonitorAccess, words: Catalogue): string {
  return markup(
    <>
      <pre tabindex="0" safe>
        {config}
      </pre>
      <form action="/cars/config" method="post">
        <input type="hidden" name="key" value={key} />
        <button type="submit" safe>
          {words.car.download}
        </button>
      </form>
      <p class="note">
        <span safe>{words.car.key}</span>
        {': '}
        <code safe>{key}</code>
      </p>
    </>,
  )
}
