import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { parseJson } from '../../wire/parse-json.ts'
import { LONGEST_LINE } from './text-lines.ts'

const at = Type.Optional(
  Type.String({
    description: "When it came to the server, ISO 8601: drivers' clocks differ by hours.",
  }),
)

/** One line of a recording: a monitor's `telemetry_update` or `setup_data`, as it was sent. */
const RecordedFrame = Type.Object({ at, telemetry: Type.Record(Type.String(), Type.Unknown()) })
const RecordedSetup = Type.Object({
  at,
  timestamp: Type.Optional(Type.String({ description: "The driver's clock, ISO 8601." })),
  setup: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Array(Type.Unknown())]),
})

export type RecordedLine =
  | {
      readonly kind: 'frame'
      readonly frame: Static<typeof RecordedFrame>['telemetry']
      /** By the server's clock, else the driver's; null if it had none. */
      readonly atMs: number | null
    }
  | {
      readonly kind: 'setup'
      readonly setup: unknown
      readonly timestamp: string | null
      readonly atMs: number | null
    }
  | { readonly kind: 'bad'; readonly expected: string }

const ENVELOPE = 'an object with "telemetry" or "setup"'

export function recordedLine(text: string): RecordedLine {
  if (text.length > LONGEST_LINE) return bad(`at most ${LONGEST_LINE} characters`)
  const line = json(text)
  if (line === undefined) return bad(`JSON: ${ENVELOPE}`)
  if (Value.Check(RecordedFrame, line)) {
    const clock = line.at === undefined ? 'telemetry.timestamp' : 'at'
    const moment = line.at ?? line.telemetry.timestamp
    const atMs = typeof moment === 'string' ? Date.parse(moment) : null
    if (Number.isNaN(atMs)) return bad(`${clock}: a moment like 2026-01-31T14:05:00Z`)
    return { kind: 'frame', frame: line.telemetry, atMs }
  }
  if (Value.Check(RecordedSetup, line)) {
    const atMs = line.at === undefined ? null : Date.parse(line.at)
    if (Number.isNaN(atMs)) return bad('at: a moment like 2026-01-31T14:05:00Z')
    return { kind: 'setup', setup: line.setup, timestamp: line.timestamp ?? null, atMs }
  }
  return bad(ENVELOPE)
}

const bad = (expected: string): RecordedLine => ({ kind: 'bad', expected })

function json(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
