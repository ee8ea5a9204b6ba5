import { alertTold } from '../../views/alert-told.ts'
import { en } from '../../views/catalogue.ts'
import { momentUtc } from '../../views/format.ts'
import type { AlertKind } from '../race/alerts/alert.ts'
import type { Delivery } from '../race/alerts/delivery.ts'
import type { Webhook } from '../race/inputs/webhook.ts'
import type { Post } from './pinned-request.ts'

/** One message, before it is put as its receiver wants it. Holds foreign text. */
interface Message {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Of ntfy: 3 is a message, 5 rings until somebody looks. */
  readonly priority: 3 | 4 | 5
  readonly tag: string
  readonly facts: object
}

/** Those that cannot wait for a lap. */
const urgent: readonly AlertKind[] = ['fuel', 'energy', 'monitor-lost', 'conflict', 'wake-up']

type Preset = Webhook['preset']

export function alertPost(preset: Preset, car: string | null, delivery: Delivery): Post {
  const { alert, clearedAtMs } = delivery
  const { alerts } = en
  const since = momentUtc(alert.raisedAtMs, en)
  const when =
    clearedAtMs === null
      ? alerts.raised(since, alert.lap)
      : alerts.raisedAndOver(since, alert.lap, momentUtc(clearedAtMs, en))
  const { raisedAtMs, ...told } = alert
  return presets[preset]({
    id: alert.id,
    title: car ?? alerts.unnamedCar,
    text: `${alertTold(alert)}. ${when}`,
    priority: clearedAtMs !== null ? 3 : urgent.includes(alert.kind) ? 5 : 4,
    tag: clearedAtMs === null ? 'warning' : 'white_check_mark',
    facts: { ...told, raised_at: iso(raisedAtMs), cleared_at: clearedAtMs && iso(clearedAtMs) },
  })
}

export const testPost = (preset: Preset, car: string | null, id: string): Post =>
  presets[preset]({
    ...{ id, title: car ?? en.alerts.unnamedCar, text: en.alerts.test },
    ...{ priority: 3, tag: 'checkered_flag', facts: { id, kind: 'test' } },
  })

const iso = (atMs: number) => new Date(atMs).toISOString()

const json = { 'content-type': 'application/json' }

const presets: Readonly<Record<Preset, (message: Message) => Post>> = {
  // Told twice under the same sequence, ntfy shows one message.
  ntfy: ({ id, title, text, priority, tag }) => ({
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      title: headerText(title),
      priority: String(priority),
      tags: tag,
      'x-sequence-id': id,
    },
    body: text,
  }),
  discord: ({ title, text }) => ({
    headers: json,
    body: JSON.stringify({
      content: `**${inert(title)}**: ${inert(text)}`,
      allowed_mentions: { parse: [] },
      // No previews of links that somebody has put into his name.
      flags: 4,
    }),
  }),
  json: ({ id, title, text, facts }) => ({
    headers: { ...json, 'idempotency-key': id },
    body: JSON.stringify({ ...facts, car: title, text }),
  }),
}

/** RFC 2047: a header knows no letters but the first hundred. */
const headerText = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

/** A name is a name, whatever Markdown makes of its letters. */
const inert = (text: string): string => text.replace(/[\\*_~`|>#[\]()<>@:-]/g, '\\$&')
