import { createHmac } from 'node:crypto'
import type { CarId } from '../race/session.ts'
import type { LoggedFrame } from '../store/frame-log.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Frames and setups as `npm run replay` plays them, a line each. No line names its session: the file may be passed on,
 * the link is not. Nor does it hold what a PC is known by; in its place is a name of our own, so that the frames of one
 * start of a monitor still belong together.
 */
export function* framesJsonl(frames: Iterable<LoggedFrame>, car: CarId): Generator<string> {
  const aliases = new Map<string, string>()
  const aliasOf = (bootId: string) => {
    const alias =
      aliases.get(bootId) ?? createHmac('sha256', car).update(bootId).digest('hex').slice(0, 12)
    aliases.set(bootId, alias)
    return alias
  }
  for (const { kind, atMs, body } of frames) {
    const at = new Date(atMs).toISOString()
    const line =
      kind === 'frame' ? { at, telemetry: nameless(body, aliasOf) } : { at, ...setupOf(body) }
    yield `${JSON.stringify(line)}\n`
  }
}

function nameless(body: unknown, aliasOf: (bootId: string) => string): unknown {
  if (!isObject(body)) return {}
  const { session_id: _id, publish_key: _key, boot_id: bootId, ...frame } = body
  return typeof bootId === 'string' ? { ...frame, boot_id: aliasOf(bootId) } : frame
}

/** With its envelope, or without. */
function setupOf(body: unknown): Json {
  if (!isObject(body) || !('setup' in body)) return { setup: body }
  const { setup, timestamp } = body
  return typeof timestamp === 'string' ? { timestamp, setup } : { setup }
}
