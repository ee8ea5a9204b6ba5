/**
 * Where alerts go off the page. `url` is a secret: whoever has it can write to that channel, so it is shown whole to
 * nobody, and stands in no log and no export.
 */
export interface Webhook {
  /** 1-based within the car. */
  readonly id: number
  /** How its receiver wants to be told. */
  readonly preset: 'ntfy' | 'discord' | 'json'
  /** http or https, without credentials. */
  readonly url: string
  /** Everything, or only what gets a driver out of bed. */
  readonly wants: 'all' | 'wake-up'
}

/** As much of it as may be shown: where it goes, and its last letters to tell two apart. */
export function webhookShown({ url }: Pick<Webhook, 'url'>): string {
  if (!URL.canParse(url)) return '…'
  const { host } = new URL(url)
  return `${host}/…${url.length > 40 ? url.slice(-3) : ''}`
}
