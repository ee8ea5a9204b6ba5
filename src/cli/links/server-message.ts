import { Value } from '@sinclair/typebox/value'
import { parseJson } from '../../wire/parse-json.ts'
import { type ProblemMessage, ServerMessage } from '../../wire/server-messages.ts'

/** A frame of the typed transport; null for what a newer server may say. */
export function typedServerMessage(text: unknown): ServerMessage | null {
  if (typeof text !== 'string') return null
  try {
    const message = parseJson(text)
    return Value.Check(ServerMessage, message) ? message : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The same from the other transport, where event and body come apart. */
export function serverMessage(event: string, data: unknown): ServerMessage | null {
  const message: unknown = { event, data }
  return Value.Check(ServerMessage, message) ? message : null
}

export function problemLine({ code, message, field }: ProblemMessage): string {
  const about = field === undefined ? code : `${code}, ${field}`
  return `The server refused something (${about}): ${message}`
}
