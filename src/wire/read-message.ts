import type { TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Result } from '../race/result.ts'
import { isRecord, valueAt } from './foreign-value.ts'
import { MonitorMessage, monitorEvents } from './messages.ts'
import { parseJson } from './parse-json.ts'
import { malformed, type Refusal } from './refusal.ts'

export interface Envelope {
  readonly event: string
  readonly data: unknown
}

/** The words of a schema's kinds, for people who write monitors and not TypeScript. */
const plainWords: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
}

/** The text of one frame of the typed transport. Weigh `data` before reading on. */
export function parseEnvelope(text: string): Result<Envelope, Refusal> {
  let envelope: unknown
  try {
    envelope = parseJson(text)
  } catch {
    return refused({ code: 'malformed', message: 'message: this is not JSON', field: null })
  }
  if (!isRecord(envelope)) return refused(malformed('message', 'an object', envelope))
  const event = valueAt(envelope, 'event')
  if (typeof event !== 'string') return refused(malformed('event', 'text', event))
  return { ok: true, value: { event, data: valueAt(envelope, 'data') } }
}

/**
 * The one door for both transports. An event this server does not know is `ignored`, so that monitors may be newer
 * than their server; so are keys it does not know. Missing `data` is `{}`: some clients send an event without any.
 */
export function readMessage(
  event: unknown,
  data: unknown,
): Result<MonitorMessage | 'ignored', Refusal> {
  if (typeof event !== 'string') return refused(malformed('event', 'text', event))
  if (!isKnown(event)) return { ok: true, value: 'ignored' }
  const message = { event, data: data ?? {} }
  if (Value.Check(MonitorMessage, message)) return { ok: true, value: message }
  const fault = Value.Errors(monitorEvents[event], message.data).First()
  const field = fault?.path.split('/')[1] ?? 'data'
  return refused(malformed(field, fault ? expected(fault.schema) : 'an object', fault?.value))
}

function isKnown(event: string): event is keyof typeof monitorEvents {
  return Object.hasOwn(monitorEvents, event)
}

function expected(schema: TSchema): string {
  const kinds: readonly TSchema[] = schema.anyOf ?? [schema]
  return kinds.map((kind) => plainWords[kind.type] ?? 'something else').join(' or ')
}

function refused(problem: Refusal): { readonly ok: false; readonly problem: Refusal } {
  return { ok: false, problem }
}
